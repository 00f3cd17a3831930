import CMarkup

/// How browsers lay out an element when no style sheet says otherwise (HTML Living Standard, section 15.3).
extension markup_tag {
  /// Whether the element stands on lines of its own; the others stand inside a line.
  var isBlock: Bool {
    switch self {
    case .other, .formula, .a, .q, .time, .sup, .wbr, .del, .rp, .rt, .img, .label, .br: false
    default: true
    }
  }

  /// 1 to 6 for a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether line breaks and spaces in the element are shown as they came.
  var isPreformatted: Bool { self == .pre || self == .listing || self == .xmp || self == .plaintext }

  /// Whether the element is a paragraph or the like, in which no article can lie.
  var isLeaf: Bool { isPreformatted || headingLevel != nil || self == .p || self == .li || self == .blockquote }

  /// Whether nothing in the element is text of an article, wherever it stands: what is not shown as text at all,
  /// what can be operated, and what the page itself calls a side matter.
  ///
  /// Text that was struck out (`del`) has been withdrawn; readings beside ideographs (`rt`) would cut words in two.
  var isNeverRead: Bool {
    switch self {
    case .script, .style, .noscript, .template, .head, .title, .base, .link, .meta, .noframes, .colgroup: true
    case .drawing, .img, .iframe, .embed, .object, .video, .audio, .canvas, .map: true
    case .button, .select, .datalist, .textarea, .input, .label, .menu, .dialog: true
    case .nav, .aside, .rp, .rt, .del: true
    default: false
    }
  }
}
