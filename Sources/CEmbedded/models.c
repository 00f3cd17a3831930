// The model of the English tagger, compiled in so that the program needs no file beside it.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Aligned as the sections inside it are, so that it is used where it lies.
_Alignas(64) static const uint8_t english[] = {
#embed "../TextAnalysis/Tagger/Models/english.model"
};

static const embedded_file model = {"english", english, sizeof english};

const embedded_file *embedded_english_model(void) { return &model; }
