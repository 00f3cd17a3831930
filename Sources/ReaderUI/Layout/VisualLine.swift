import Annotations

/// One row of the article as it is shown.
struct VisualLine: Hashable, Sendable {
  /// Number of the block it belongs to.
  var block: Int
  /// Number of the row within the block, from 0.
  var index: Int
  /// The text it shows, in UTF-8 offsets; spaces that hang over the end included.
  var span: Span
  /// What stands in it.
  var items: [LayoutItem]
  /// The mentions that its marks belong to, those of other rows of the block among them.
  var mentions: [Mention] = []
  /// Whether it only keeps paragraphs apart and is no row of the text.
  var isSpacer = false

  /// Cells up to `item`, the column where it begins.
  func column(ofItem item: Int) -> Int { items[..<item].reduce(0) { $0 + $1.cells } }

  /// The column where the text at the UTF-8 offset `offset` begins; the end of the line for what lies behind it.
  func column(of offset: Int) -> Int {
    var column = 0
    for item in items {
      if case .text(let cluster) = item.kind, cluster.end > offset { return column }
      column += item.cells
    }
    return column
  }

  /// The UTF-8 offset of the text at `column`, or of the last text before it.
  func offset(atColumn column: Int) -> Int {
    var passed = 0
    var last = span.start
    for item in items {
      if case .text(let cluster) = item.kind {
        if passed > column { return last }
        last = cluster.start
      }
      passed += item.cells
    }
    return last
  }
}
