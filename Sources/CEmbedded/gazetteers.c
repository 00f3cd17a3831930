// The gazetteers of TextAnalysis, compiled in so that the program needs no file beside it.
// A test compares this list with the folder.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t abbreviations[] = {
#embed "../TextAnalysis/Gazetteers/Lists/abbreviations.txt"
};
static const uint8_t agencies[] = {
#embed "../TextAnalysis/Gazetteers/Lists/agencies.txt"
};
static const uint8_t armed_groups[] = {
#embed "../TextAnalysis/Gazetteers/Lists/armed-groups.txt"
};
static const uint8_t cities[] = {
#embed "../TextAnalysis/Gazetteers/Lists/cities.txt"
};
static const uint8_t clubs[] = {
#embed "../TextAnalysis/Gazetteers/Lists/clubs.txt"
};
static const uint8_t common_words[] = {
#embed "../TextAnalysis/Gazetteers/Lists/common-words.txt"
};
static const uint8_t companies[] = {
#embed "../TextAnalysis/Gazetteers/Lists/companies.txt"
};
static const uint8_t countries[] = {
#embed "../TextAnalysis/Gazetteers/Lists/countries.txt"
};
static const uint8_t events[] = {
#embed "../TextAnalysis/Gazetteers/Lists/events.txt"
};
static const uint8_t facilities[] = {
#embed "../TextAnalysis/Gazetteers/Lists/facilities.txt"
};
static const uint8_t forenames[] = {
#embed "../TextAnalysis/Gazetteers/Lists/forenames.txt"
};
static const uint8_t groups[] = {
#embed "../TextAnalysis/Gazetteers/Lists/groups.txt"
};
static const uint8_t holidays[] = {
#embed "../TextAnalysis/Gazetteers/Lists/holidays.txt"
};
static const uint8_t languages[] = {
#embed "../TextAnalysis/Gazetteers/Lists/languages.txt"
};
static const uint8_t laws[] = {
#embed "../TextAnalysis/Gazetteers/Lists/laws.txt"
};
static const uint8_t media[] = {
#embed "../TextAnalysis/Gazetteers/Lists/media.txt"
};
static const uint8_t nationalities[] = {
#embed "../TextAnalysis/Gazetteers/Lists/nationalities.txt"
};
static const uint8_t newsmakers[] = {
#embed "../TextAnalysis/Gazetteers/Lists/newsmakers.txt"
};
static const uint8_t organisations[] = {
#embed "../TextAnalysis/Gazetteers/Lists/organisations.txt"
};
static const uint8_t parties[] = {
#embed "../TextAnalysis/Gazetteers/Lists/parties.txt"
};
static const uint8_t people[] = {
#embed "../TextAnalysis/Gazetteers/Lists/people.txt"
};
static const uint8_t places[] = {
#embed "../TextAnalysis/Gazetteers/Lists/places.txt"
};
static const uint8_t products[] = {
#embed "../TextAnalysis/Gazetteers/Lists/products.txt"
};
static const uint8_t regions[] = {
#embed "../TextAnalysis/Gazetteers/Lists/regions.txt"
};
static const uint8_t shared_languages[] = {
#embed "../TextAnalysis/Gazetteers/Lists/shared-languages.txt"
};
static const uint8_t surnames[] = {
#embed "../TextAnalysis/Gazetteers/Lists/surnames.txt"
};
static const uint8_t titles[] = {
#embed "../TextAnalysis/Gazetteers/Lists/titles.txt"
};
static const uint8_t universities[] = {
#embed "../TextAnalysis/Gazetteers/Lists/universities.txt"
};
static const uint8_t weapons[] = {
#embed "../TextAnalysis/Gazetteers/Lists/weapons.txt"
};
static const uint8_t words[] = {
#embed "../TextAnalysis/Gazetteers/Lists/words.txt"
};
static const uint8_t works[] = {
#embed "../TextAnalysis/Gazetteers/Lists/works.txt"
};

static const embedded_file all[] = {
  {"abbreviations", abbreviations, sizeof abbreviations},
  {"agencies", agencies, sizeof agencies},
  {"armed-groups", armed_groups, sizeof armed_groups},
  {"cities", cities, sizeof cities},
  {"clubs", clubs, sizeof clubs},
  {"common-words", common_words, sizeof common_words},
  {"companies", companies, sizeof companies},
  {"countries", countries, sizeof countries},
  {"events", events, sizeof events},
  {"facilities", facilities, sizeof facilities},
  {"forenames", forenames, sizeof forenames},
  {"groups", groups, sizeof groups},
  {"holidays", holidays, sizeof holidays},
  {"languages", languages, sizeof languages},
  {"laws", laws, sizeof laws},
  {"media", media, sizeof media},
  {"nationalities", nationalities, sizeof nationalities},
  {"newsmakers", newsmakers, sizeof newsmakers},
  {"organisations", organisations, sizeof organisations},
  {"parties", parties, sizeof parties},
  {"people", people, sizeof people},
  {"places", places, sizeof places},
  {"products", products, sizeof products},
  {"regions", regions, sizeof regions},
  {"shared-languages", shared_languages, sizeof shared_languages},
  {"surnames", surnames, sizeof surnames},
  {"titles", titles, sizeof titles},
  {"universities", universities, sizeof universities},
  {"weapons", weapons, sizeof weapons},
  {"words", words, sizeof words},
  {"works", works, sizeof works},
};

const embedded_file *embedded_gazetteers(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
