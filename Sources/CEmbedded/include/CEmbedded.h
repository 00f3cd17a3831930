// Files that are compiled into the program, so that it needs none beside it.
#ifndef CEMBEDDED_H
#define CEMBEDDED_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t size;
} embedded_file;

// The themes of the folder themes/, in the order in which they are offered; *count says how many.
const embedded_file *embedded_themes(size_t *count);

// The practice articles of the folder Sources/gloss/Demo/Articles.
const embedded_file *embedded_practice_articles(size_t *count);

// The name lists of the folder Sources/TextAnalysis/Gazetteers/Lists, in alphabetical order.
const embedded_file *embedded_gazetteers(size_t *count);

// The model of the English tagger, made as Sources/TextAnalysis/Tagger/Models/english.md says.
const embedded_file *embedded_english_model(void);

#endif
