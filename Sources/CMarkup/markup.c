#define _GNU_SOURCE
#include "CMarkup.h"

#include <gumbo.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "arena.h"

struct markup_tree {
  arena arena;
  markup_node *nodes;
  size_t count;
};

// The parser watches the depth only now and then, so that the finished tree may be a little deeper.
enum { STACK_LIMIT = 1024, MAXIMUM_ROOTS = 32 };

static const markup_tag known_tags[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_HTML] = markup_tag_html, [GUMBO_TAG_HEAD] = markup_tag_head, [GUMBO_TAG_TITLE] = markup_tag_title,
  [GUMBO_TAG_BASE] = markup_tag_base, [GUMBO_TAG_LINK] = markup_tag_link, [GUMBO_TAG_META] = markup_tag_meta,
  [GUMBO_TAG_STYLE] = markup_tag_style, [GUMBO_TAG_SCRIPT] = markup_tag_script,
  [GUMBO_TAG_NOSCRIPT] = markup_tag_noscript, [GUMBO_TAG_TEMPLATE] = markup_tag_template,
  [GUMBO_TAG_BODY] = markup_tag_body, [GUMBO_TAG_ARTICLE] = markup_tag_article,
  [GUMBO_TAG_SECTION] = markup_tag_section, [GUMBO_TAG_NAV] = markup_tag_nav, [GUMBO_TAG_ASIDE] = markup_tag_aside,
  [GUMBO_TAG_H1] = markup_tag_h1, [GUMBO_TAG_H2] = markup_tag_h2, [GUMBO_TAG_H3] = markup_tag_h3,
  [GUMBO_TAG_H4] = markup_tag_h4, [GUMBO_TAG_H5] = markup_tag_h5, [GUMBO_TAG_H6] = markup_tag_h6,
  [GUMBO_TAG_HGROUP] = markup_tag_hgroup, [GUMBO_TAG_HEADER] = markup_tag_header,
  [GUMBO_TAG_FOOTER] = markup_tag_footer, [GUMBO_TAG_ADDRESS] = markup_tag_address, [GUMBO_TAG_P] = markup_tag_p,
  [GUMBO_TAG_HR] = markup_tag_hr, [GUMBO_TAG_PRE] = markup_tag_pre, [GUMBO_TAG_BLOCKQUOTE] = markup_tag_blockquote,
  [GUMBO_TAG_OL] = markup_tag_ol, [GUMBO_TAG_UL] = markup_tag_ul, [GUMBO_TAG_LI] = markup_tag_li,
  [GUMBO_TAG_DL] = markup_tag_dl, [GUMBO_TAG_DT] = markup_tag_dt, [GUMBO_TAG_DD] = markup_tag_dd,
  [GUMBO_TAG_FIGURE] = markup_tag_figure, [GUMBO_TAG_FIGCAPTION] = markup_tag_figcaption,
  [GUMBO_TAG_MAIN] = markup_tag_main, [GUMBO_TAG_DIV] = markup_tag_div, [GUMBO_TAG_A] = markup_tag_a,
  [GUMBO_TAG_Q] = markup_tag_q, [GUMBO_TAG_TIME] = markup_tag_time, [GUMBO_TAG_SUP] = markup_tag_sup,
  [GUMBO_TAG_BR] = markup_tag_br, [GUMBO_TAG_WBR] = markup_tag_wbr, [GUMBO_TAG_DEL] = markup_tag_del,
  [GUMBO_TAG_RP] = markup_tag_rp, [GUMBO_TAG_RT] = markup_tag_rt, [GUMBO_TAG_IMG] = markup_tag_img,
  [GUMBO_TAG_IFRAME] = markup_tag_iframe, [GUMBO_TAG_EMBED] = markup_tag_embed,
  [GUMBO_TAG_OBJECT] = markup_tag_object, [GUMBO_TAG_VIDEO] = markup_tag_video, [GUMBO_TAG_AUDIO] = markup_tag_audio,
  [GUMBO_TAG_CANVAS] = markup_tag_canvas, [GUMBO_TAG_MAP] = markup_tag_map, [GUMBO_TAG_TABLE] = markup_tag_table,
  [GUMBO_TAG_CAPTION] = markup_tag_caption, [GUMBO_TAG_COLGROUP] = markup_tag_colgroup,
  [GUMBO_TAG_TBODY] = markup_tag_tbody, [GUMBO_TAG_THEAD] = markup_tag_thead, [GUMBO_TAG_TFOOT] = markup_tag_tfoot,
  [GUMBO_TAG_TR] = markup_tag_tr, [GUMBO_TAG_TD] = markup_tag_td, [GUMBO_TAG_TH] = markup_tag_th,
  [GUMBO_TAG_FORM] = markup_tag_form, [GUMBO_TAG_FIELDSET] = markup_tag_fieldset,
  [GUMBO_TAG_LABEL] = markup_tag_label, [GUMBO_TAG_INPUT] = markup_tag_input, [GUMBO_TAG_BUTTON] = markup_tag_button,
  [GUMBO_TAG_SELECT] = markup_tag_select, [GUMBO_TAG_DATALIST] = markup_tag_datalist,
  [GUMBO_TAG_TEXTAREA] = markup_tag_textarea, [GUMBO_TAG_DETAILS] = markup_tag_details,
  [GUMBO_TAG_SUMMARY] = markup_tag_summary, [GUMBO_TAG_MENU] = markup_tag_menu,
  [GUMBO_TAG_CENTER] = markup_tag_center, [GUMBO_TAG_FRAMESET] = markup_tag_frameset,
  [GUMBO_TAG_NOFRAMES] = markup_tag_noframes, [GUMBO_TAG_LISTING] = markup_tag_listing,
  [GUMBO_TAG_PLAINTEXT] = markup_tag_plaintext, [GUMBO_TAG_XMP] = markup_tag_xmp,
};

// The attributes of every further <body> and <html> are merged into the first, by comparing each with each, and no
// allocation tells of it. Counting them beforehand counts too many (they may stand in a script), which is safe.
static bool has_too_many_roots(const uint8_t *bytes, size_t length) {
  const uint8_t *place = bytes, *end = bytes + length;
  int roots = 0;
  while (end - place >= 5 && (place = memchr(place, '<', (size_t)(end - place) - 4))) {
    const char *name = (const char *)++place;
    if (!strncasecmp(name, "body", 4) || !strncasecmp(name, "html", 4)) {
      if (++roots > MAXIMUM_ROOTS) return true;
    }
  }
  return false;
}

static bool has_children(const GumboNode *node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static markup_tag tag_of(const GumboElement *element) {
  switch (element->tag_namespace) {
  case GUMBO_NAMESPACE_SVG: return markup_tag_drawing;
  case GUMBO_NAMESPACE_MATHML: return markup_tag_formula;
  default: break;
  }
  markup_tag tag = known_tags[element->tag];
  // Younger than gumbo.
  GumboStringPiece name = element->original_tag;
  if (element->tag == GUMBO_TAG_UNKNOWN && name.length > 7 && !strncasecmp(name.data, "<dialog", 7)) {
    tag = markup_tag_dialog;
  }
  return tag;
}

static void fill(markup_node *flat, const GumboNode *node, size_t depth, size_t index) {
  flat->depth = (uint16_t)depth;
  flat->end = (uint32_t)index + 1;
  if (has_children(node)) {
    const char *name = gumbo_normalized_tagname(node->v.element.tag);
    flat->kind = markup_kind_element;
    flat->tag = node->type == GUMBO_NODE_TEMPLATE ? markup_tag_template : tag_of(&node->v.element);
    flat->element = &node->v.element;
    flat->text = (const uint8_t *)name;
    flat->length = (uint32_t)strlen(name);
  } else {
    flat->kind = markup_kind_text;
    flat->tag = markup_tag_other;
    flat->element = NULL;
    flat->text = (const uint8_t *)node->v.text.text;
    flat->length = (uint32_t)strlen(node->v.text.text);
  }
}

// Lays the tree out in document order, without recursion. Comments are left out.
static markup_status flatten(markup_tree *tree, const GumboNode *root) {
  struct { const GumboNode *node; size_t index; unsigned next; } *stack;
  stack = arena_take(&tree->arena, STACK_LIMIT * sizeof *stack);
  // There cannot be more nodes than the parser has asked memory for.
  size_t capacity = tree->arena.node_count + 1;
  tree->nodes = arena_take(&tree->arena, capacity * sizeof *tree->nodes);
  if (!stack || !tree->nodes) return markup_status_too_costly;
  size_t depth = 0;
  fill(&tree->nodes[0], root, 0, 0);
  tree->count = 1;
  stack[depth].node = root;
  stack[depth].index = 0;
  stack[depth++].next = 0;
  while (depth > 0) {
    size_t top = depth - 1;
    const GumboVector *children = &stack[top].node->v.element.children;
    if (stack[top].next == children->length) {
      tree->nodes[stack[top].index].end = (uint32_t)tree->count;
      depth--;
      continue;
    }
    const GumboNode *child = children->data[stack[top].next++];
    if (child->type == GUMBO_NODE_COMMENT) continue;
    if (tree->count == capacity) return markup_status_too_costly;
    size_t index = tree->count++;
    fill(&tree->nodes[index], child, depth, index);
    if (!has_children(child)) continue;
    if (depth == STACK_LIMIT) return markup_status_nested_too_deeply;
    stack[depth].node = child;
    stack[depth].index = index;
    stack[depth++].next = 0;
  }
  return markup_status_parsed;
}

// In a function of its own, since local variables do not survive a longjmp() unharmed.
static markup_status parse_into(markup_tree *tree, const uint8_t *bytes, size_t length) {
  int given_up = setjmp(tree->arena.give_up);
  if (given_up) return (markup_status)given_up;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = arena_allocate;
  options.deallocator = arena_release;
  options.userdata = &tree->arena;
  options.max_errors = 0;
  GumboOutput *output = gumbo_parse_with_options(&options, (const char *)bytes, length);
  return flatten(tree, output->root);
}

markup_status markup_parse(const uint8_t *bytes, size_t length, markup_tree **result) {
  *result = NULL;
  if (length > UINT32_MAX || has_too_many_roots(bytes, length)) return markup_status_too_costly;
  markup_tree *tree = malloc(sizeof *tree);
  if (!tree) return markup_status_out_of_memory;
  markup_status status = markup_status_out_of_memory;
  if (arena_open(&tree->arena, length)) status = parse_into(tree, bytes, length);
  if (status == markup_status_parsed) {
    *result = tree;
  } else {
    markup_free(tree);
  }
  return status;
}

const markup_node *markup_nodes(const markup_tree *tree, size_t *count) {
  *count = tree->count;
  return tree->nodes;
}

const char *markup_attribute(const markup_node *node, const char *name) {
  if (!node->element) return NULL;
  const GumboElement *element = node->element;
  const GumboAttribute *attribute = gumbo_get_attribute(&element->attributes, name);
  return attribute ? attribute->value : NULL;
}

void markup_free(markup_tree *tree) {
  if (!tree) return;
  arena_close(&tree->arena);
  free(tree);
}
