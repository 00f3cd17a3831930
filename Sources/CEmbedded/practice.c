// The practice articles of `gloss demo`. A test compares this list with the folder.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t ferry[] = {
#embed "../gloss/Demo/Articles/01-ferry.txt"
};
static const uint8_t library[] = {
#embed "../gloss/Demo/Articles/02-library.txt"
};
static const uint8_t river[] = {
#embed "../gloss/Demo/Articles/03-river.txt"
};
static const uint8_t satellite[] = {
#embed "../gloss/Demo/Articles/04-satellite.txt"
};
static const uint8_t cheese[] = {
#embed "../gloss/Demo/Articles/05-cheese.txt"
};
static const uint8_t bridge[] = {
#embed "../gloss/Demo/Articles/06-bridge.txt"
};
static const uint8_t festival[] = {
#embed "../gloss/Demo/Articles/07-festival.txt"
};
static const uint8_t market[] = {
#embed "../gloss/Demo/Articles/08-market.txt"
};

static const embedded_file articles[] = {
    {"01-ferry.txt", ferry, sizeof ferry},
    {"02-library.txt", library, sizeof library},
    {"03-river.txt", river, sizeof river},
    {"04-satellite.txt", satellite, sizeof satellite},
    {"05-cheese.txt", cheese, sizeof cheese},
    {"06-bridge.txt", bridge, sizeof bridge},
    {"07-festival.txt", festival, sizeof festival},
    {"08-market.txt", market, sizeof market},
};

const embedded_file *embedded_practice_articles(size_t *count) {
  *count = sizeof articles / sizeof *articles;
  return articles;
}
