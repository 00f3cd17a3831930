#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t desk[] = {
#embed "../../themes/desk.toml"
};
static const uint8_t paper[] = {
#embed "../../themes/paper.toml"
};
static const uint8_t sepia[] = {
#embed "../../themes/sepia.toml"
};
static const uint8_t gruvbox[] = {
#embed "../../themes/gruvbox.toml"
};
static const uint8_t contrast[] = {
#embed "../../themes/contrast.toml"
};
static const uint8_t contrast_light[] = {
#embed "../../themes/contrast-light.toml"
};
static const uint8_t terminal[] = {
#embed "../../themes/terminal.toml"
};
static const uint8_t mono[] = {
#embed "../../themes/mono.toml"
};

static const embedded_file themes[] = {
    {"desk", desk, sizeof desk},
    {"paper", paper, sizeof paper},
    {"sepia", sepia, sizeof sepia},
    {"gruvbox", gruvbox, sizeof gruvbox},
    {"contrast", contrast, sizeof contrast},
    {"contrast-light", contrast_light, sizeof contrast_light},
    {"terminal", terminal, sizeof terminal},
    {"mono", mono, sizeof mono},
};

const embedded_file *embedded_themes(size_t *count) {
  *count = sizeof themes / sizeof *themes;
  return themes;
}
