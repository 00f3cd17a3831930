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

static const uint8_t known_tags[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_HTML] = MARKUP_HTML, [GUMBO_TAG_HEAD] = MARKUP_HEAD, [GUMBO_TAG_TITLE] = MARKUP_TITLE,
  [GUMBO_TAG_BASE] = MARKUP_BASE, [GUMBO_TAG_LINK] = MARKUP_LINK, [GUMBO_TAG_META] = MARKUP_META,
  [GUMBO_TAG_STYLE] = MARKUP_STYLE, [GUMBO_TAG_SCRIPT] = MARKUP_SCRIPT, [GUMBO_TAG_NOSCRIPT] = MARKUP_NOSCRIPT,
  [GUMBO_TAG_TEMPLATE] = MARKUP_TEMPLATE, [GUMBO_TAG_BODY] = MARKUP_BODY, [GUMBO_TAG_ARTICLE] = MARKUP_ARTICLE,
  [GUMBO_TAG_SECTION] = MARKUP_SECTION, [GUMBO_TAG_NAV] = MARKUP_NAV, [GUMBO_TAG_ASIDE] = MARKUP_ASIDE,
  [GUMBO_TAG_H1] = MARKUP_H1, [GUMBO_TAG_H2] = MARKUP_H2, [GUMBO_TAG_H3] = MARKUP_H3, [GUMBO_TAG_H4] = MARKUP_H4,
  [GUMBO_TAG_H5] = MARKUP_H5, [GUMBO_TAG_H6] = MARKUP_H6, [GUMBO_TAG_HGROUP] = MARKUP_HGROUP,
  [GUMBO_TAG_HEADER] = MARKUP_HEADER, [GUMBO_TAG_FOOTER] = MARKUP_FOOTER, [GUMBO_TAG_ADDRESS] = MARKUP_ADDRESS,
  [GUMBO_TAG_P] = MARKUP_P, [GUMBO_TAG_HR] = MARKUP_HR, [GUMBO_TAG_PRE] = MARKUP_PRE,
  [GUMBO_TAG_BLOCKQUOTE] = MARKUP_BLOCKQUOTE, [GUMBO_TAG_OL] = MARKUP_OL, [GUMBO_TAG_UL] = MARKUP_UL,
  [GUMBO_TAG_LI] = MARKUP_LI, [GUMBO_TAG_DL] = MARKUP_DL, [GUMBO_TAG_DT] = MARKUP_DT, [GUMBO_TAG_DD] = MARKUP_DD,
  [GUMBO_TAG_FIGURE] = MARKUP_FIGURE, [GUMBO_TAG_FIGCAPTION] = MARKUP_FIGCAPTION, [GUMBO_TAG_MAIN] = MARKUP_MAIN,
  [GUMBO_TAG_DIV] = MARKUP_DIV, [GUMBO_TAG_A] = MARKUP_A, [GUMBO_TAG_Q] = MARKUP_Q, [GUMBO_TAG_TIME] = MARKUP_TIME,
  [GUMBO_TAG_SUP] = MARKUP_SUP, [GUMBO_TAG_BR] = MARKUP_BR, [GUMBO_TAG_WBR] = MARKUP_WBR, [GUMBO_TAG_DEL] = MARKUP_DEL,
  [GUMBO_TAG_RP] = MARKUP_RP, [GUMBO_TAG_RT] = MARKUP_RT, [GUMBO_TAG_IMG] = MARKUP_IMG,
  [GUMBO_TAG_IFRAME] = MARKUP_IFRAME, [GUMBO_TAG_EMBED] = MARKUP_EMBED, [GUMBO_TAG_OBJECT] = MARKUP_OBJECT,
  [GUMBO_TAG_VIDEO] = MARKUP_VIDEO, [GUMBO_TAG_AUDIO] = MARKUP_AUDIO, [GUMBO_TAG_CANVAS] = MARKUP_CANVAS,
  [GUMBO_TAG_MAP] = MARKUP_MAP, [GUMBO_TAG_TABLE] = MARKUP_TABLE, [GUMBO_TAG_CAPTION] = MARKUP_CAPTION,
  [GUMBO_TAG_COLGROUP] = MARKUP_COLGROUP, [GUMBO_TAG_TBODY] = MARKUP_TBODY, [GUMBO_TAG_THEAD] = MARKUP_THEAD,
  [GUMBO_TAG_TFOOT] = MARKUP_TFOOT, [GUMBO_TAG_TR] = MARKUP_TR, [GUMBO_TAG_TD] = MARKUP_TD, [GUMBO_TAG_TH] = MARKUP_TH,
  [GUMBO_TAG_FORM] = MARKUP_FORM, [GUMBO_TAG_FIELDSET] = MARKUP_FIELDSET, [GUMBO_TAG_LABEL] = MARKUP_LABEL,
  [GUMBO_TAG_INPUT] = MARKUP_INPUT, [GUMBO_TAG_BUTTON] = MARKUP_BUTTON, [GUMBO_TAG_SELECT] = MARKUP_SELECT,
  [GUMBO_TAG_DATALIST] = MARKUP_DATALIST, [GUMBO_TAG_TEXTAREA] = MARKUP_TEXTAREA, [GUMBO_TAG_DETAILS] = MARKUP_DETAILS,
  [GUMBO_TAG_SUMMARY] = MARKUP_SUMMARY, [GUMBO_TAG_MENU] = MARKUP_MENU, [GUMBO_TAG_CENTER] = MARKUP_CENTER,
  [GUMBO_TAG_FRAMESET] = MARKUP_FRAMESET, [GUMBO_TAG_NOFRAMES] = MARKUP_NOFRAMES, [GUMBO_TAG_LISTING] = MARKUP_LISTING,
  [GUMBO_TAG_PLAINTEXT] = MARKUP_PLAINTEXT, [GUMBO_TAG_XMP] = MARKUP_XMP,
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

static uint8_t tag_of(const GumboElement *element) {
  switch (element->tag_namespace) {
  case GUMBO_NAMESPACE_SVG: return MARKUP_DRAWING;
  case GUMBO_NAMESPACE_MATHML: return MARKUP_FORMULA;
  default: break;
  }
  uint8_t tag = known_tags[element->tag];
  // Younger than gumbo.
  GumboStringPiece name = element->original_tag;
  if (element->tag == GUMBO_TAG_UNKNOWN && name.length > 7 && !strncasecmp(name.data, "<dialog", 7)) {
    tag = MARKUP_DIALOG;
  }
  return tag;
}

static void fill(markup_node *flat, const GumboNode *node, size_t depth, size_t index) {
  flat->depth = (uint16_t)depth;
  flat->end = (uint32_t)index + 1;
  if (has_children(node)) {
    const char *name = gumbo_normalized_tagname(node->v.element.tag);
    flat->kind = MARKUP_ELEMENT;
    flat->tag = node->type == GUMBO_NODE_TEMPLATE ? MARKUP_TEMPLATE : tag_of(&node->v.element);
    flat->element = &node->v.element;
    flat->text = (const uint8_t *)name;
    flat->length = (uint32_t)strlen(name);
  } else {
    flat->kind = MARKUP_TEXT;
    flat->tag = MARKUP_OTHER;
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
  if (!stack || !tree->nodes) return MARKUP_TOO_COSTLY;
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
    if (tree->count == capacity) return MARKUP_TOO_COSTLY;
    size_t index = tree->count++;
    fill(&tree->nodes[index], child, depth, index);
    if (!has_children(child)) continue;
    if (depth == STACK_LIMIT) return MARKUP_NESTED_TOO_DEEPLY;
    stack[depth].node = child;
    stack[depth].index = index;
    stack[depth++].next = 0;
  }
  return MARKUP_PARSED;
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
  if (length > UINT32_MAX || has_too_many_roots(bytes, length)) return MARKUP_TOO_COSTLY;
  markup_tree *tree = malloc(sizeof *tree);
  if (!tree) return MARKUP_OUT_OF_MEMORY;
  markup_status status = MARKUP_OUT_OF_MEMORY;
  if (arena_open(&tree->arena, length)) status = parse_into(tree, bytes, length);
  if (status == MARKUP_PARSED) {
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
