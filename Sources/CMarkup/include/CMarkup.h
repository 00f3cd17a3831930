// Web pages for Swift: HTML5 parsing by gumbo, given out as one flat array.
//
// Any bytes may be passed. The work and the memory spent on a page are bounded by a multiple of its length; a page
// that would need more is refused with a reason, and the caller makes do without a tree.
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>
#include <stdint.h>

// Why a page has no tree.
typedef enum {
  MARKUP_PARSED = 0,
  MARKUP_NESTED_TOO_DEEPLY,
  MARKUP_TOO_COSTLY,
  MARKUP_OUT_OF_MEMORY,
} markup_status;

// What a node is. An element's text is its name, a text's text is what a reader sees, entities decoded.
typedef enum { MARKUP_ELEMENT = 0, MARKUP_TEXT = 1 } markup_kind;

// The elements that matter for reading. Everything in an SVG drawing or a MathML formula is MARKUP_DRAWING or
// MARKUP_FORMULA; every other element, also one that the standard does not know, is MARKUP_OTHER.
typedef enum {
  MARKUP_OTHER = 0, MARKUP_DRAWING, MARKUP_FORMULA,
  MARKUP_HTML, MARKUP_HEAD, MARKUP_TITLE, MARKUP_BASE, MARKUP_LINK, MARKUP_META, MARKUP_STYLE, MARKUP_SCRIPT,
  MARKUP_NOSCRIPT, MARKUP_TEMPLATE, MARKUP_BODY, MARKUP_ARTICLE, MARKUP_SECTION, MARKUP_NAV, MARKUP_ASIDE,
  MARKUP_H1, MARKUP_H2, MARKUP_H3, MARKUP_H4, MARKUP_H5, MARKUP_H6, MARKUP_HGROUP, MARKUP_HEADER, MARKUP_FOOTER,
  MARKUP_ADDRESS, MARKUP_P, MARKUP_HR, MARKUP_PRE, MARKUP_BLOCKQUOTE, MARKUP_OL, MARKUP_UL, MARKUP_LI, MARKUP_DL,
  MARKUP_DT, MARKUP_DD, MARKUP_FIGURE, MARKUP_FIGCAPTION, MARKUP_MAIN, MARKUP_DIV, MARKUP_A, MARKUP_Q, MARKUP_TIME,
  MARKUP_SUP, MARKUP_BR, MARKUP_WBR, MARKUP_DEL, MARKUP_RP, MARKUP_RT, MARKUP_IMG, MARKUP_IFRAME, MARKUP_EMBED,
  MARKUP_OBJECT, MARKUP_VIDEO, MARKUP_AUDIO, MARKUP_CANVAS, MARKUP_MAP, MARKUP_TABLE, MARKUP_CAPTION, MARKUP_COLGROUP,
  MARKUP_TBODY, MARKUP_THEAD, MARKUP_TFOOT, MARKUP_TR, MARKUP_TD, MARKUP_TH, MARKUP_FORM, MARKUP_FIELDSET,
  MARKUP_LABEL, MARKUP_INPUT, MARKUP_BUTTON, MARKUP_SELECT, MARKUP_DATALIST, MARKUP_TEXTAREA, MARKUP_DETAILS,
  MARKUP_SUMMARY, MARKUP_MENU, MARKUP_DIALOG, MARKUP_CENTER, MARKUP_FRAMESET, MARKUP_NOFRAMES, MARKUP_LISTING,
  MARKUP_PLAINTEXT, MARKUP_XMP,
} markup_tag;

// A node of the tree. Nodes lie in document order: the descendants of node i are the nodes i + 1 ..< nodes[i].end.
typedef struct {
  // The bytes of the text, without a terminating zero in their count.
  const uint8_t *text;
  // What markup_attribute() reads.
  const void *element;
  uint32_t length;
  // Index just past the last descendant.
  uint32_t end;
  // Number of ancestors; 0 for the html element.
  uint16_t depth;
  uint8_t kind;
  uint8_t tag;
} markup_node;

typedef struct markup_tree markup_tree;

// Parses `length` bytes, which should be UTF-8 and need to live only during the call. On MARKUP_PARSED `*tree` is to
// be given to markup_free(); otherwise it is NULL.
markup_status markup_parse(const uint8_t *bytes, size_t length, markup_tree **tree);

// The nodes, of which there is at least one; they live as long as the tree.
const markup_node *markup_nodes(const markup_tree *tree, size_t *count);

// The value of an attribute of a node, decoded and ended by a zero, or NULL. `name` is in lower case.
const char *markup_attribute(const markup_node *node, const char *name);

// Gives back all memory of a tree at once.
void markup_free(markup_tree *tree);

#endif
