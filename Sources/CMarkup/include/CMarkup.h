// Web pages for Swift: HTML5 parsing by gumbo, given out as one flat array.
//
// Any bytes may be passed. The work and the memory spent on a page are bounded by a multiple of its length; a page
// that would need more is refused with a reason, and the caller makes do without a tree.
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>
#include <stdint.h>

// Makes an enumeration one in Swift too, with cases named behind the common beginning.
#define MARKUP_CLOSED __attribute__((enum_extensibility(closed)))

// Why a page has no tree.
typedef enum MARKUP_CLOSED : uint8_t {
  markup_status_parsed,
  markup_status_nested_too_deeply,
  markup_status_too_costly,
  markup_status_out_of_memory,
} markup_status;

// What a node is. An element's text is its name, a text's text is what a reader sees, entities decoded.
typedef enum MARKUP_CLOSED : uint8_t { markup_kind_element, markup_kind_text } markup_kind;

// The elements that matter for reading. Everything in an SVG drawing or a MathML formula is markup_tag_drawing or
// markup_tag_formula; every other element, also one that the standard does not know, is markup_tag_other.
typedef enum MARKUP_CLOSED : uint8_t {
  markup_tag_other, markup_tag_drawing, markup_tag_formula, markup_tag_html, markup_tag_head, markup_tag_title,
  markup_tag_base, markup_tag_link, markup_tag_meta, markup_tag_style, markup_tag_script, markup_tag_noscript,
  markup_tag_template, markup_tag_body, markup_tag_article, markup_tag_section, markup_tag_nav, markup_tag_aside,
  markup_tag_h1, markup_tag_h2, markup_tag_h3, markup_tag_h4, markup_tag_h5, markup_tag_h6, markup_tag_hgroup,
  markup_tag_header, markup_tag_footer, markup_tag_address, markup_tag_p, markup_tag_hr, markup_tag_pre,
  markup_tag_blockquote, markup_tag_ol, markup_tag_ul, markup_tag_li, markup_tag_dl, markup_tag_dt, markup_tag_dd,
  markup_tag_figure, markup_tag_figcaption, markup_tag_main, markup_tag_div, markup_tag_a, markup_tag_q,
  markup_tag_time, markup_tag_sup, markup_tag_br, markup_tag_wbr, markup_tag_del, markup_tag_rp, markup_tag_rt,
  markup_tag_img, markup_tag_iframe, markup_tag_embed, markup_tag_object, markup_tag_video, markup_tag_audio,
  markup_tag_canvas, markup_tag_map, markup_tag_table, markup_tag_caption, markup_tag_colgroup, markup_tag_tbody,
  markup_tag_thead, markup_tag_tfoot, markup_tag_tr, markup_tag_td, markup_tag_th, markup_tag_form,
  markup_tag_fieldset, markup_tag_label, markup_tag_input, markup_tag_button, markup_tag_select,
  markup_tag_datalist, markup_tag_textarea, markup_tag_details, markup_tag_summary, markup_tag_menu,
  markup_tag_dialog, markup_tag_center, markup_tag_frameset, markup_tag_noframes, markup_tag_listing,
  markup_tag_plaintext, markup_tag_xmp,
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
  markup_kind kind;
  markup_tag tag;
} markup_node;

typedef struct markup_tree markup_tree;

// Parses `length` bytes, which should be UTF-8 and need to live only during the call. On markup_status_parsed `*tree` is to
// be given to markup_free(); otherwise it is NULL.
markup_status markup_parse(const uint8_t *bytes, size_t length, markup_tree **tree);

// The nodes, of which there is at least one; they live as long as the tree.
const markup_node *markup_nodes(const markup_tree *tree, size_t *count);

// The value of an attribute of a node, decoded and ended by a zero, or NULL. `name` is in lower case.
const char *markup_attribute(const markup_node *node, const char *name);

// Gives back all memory of a tree at once.
void markup_free(markup_tree *tree);

#endif
