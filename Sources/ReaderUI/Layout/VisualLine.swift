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
  var elements: [LineElement]
  /// The mentions that its marks belong to, those of other rows of the block among them.
  var mentions: [Mention] = []
  /// Whether it only keeps paragraphs apart and is no row of the text.
  var isSpacer = false

  /// The column where the text at the UTF-8 offset `offset` begins; the end of the line for what lies behind it.
  func column(of offset: Int) -> Int {
    var column = 0
    for element in elements {
      if case .text(let cluster) = element.kind, cluster.end > offset { return column }
      column += element.cells
    }
    return column
  }

  /// The UTF-8 offset of the text at `column`, or of the last text before it.
  func offset(atColumn column: Int) -> Int {
    var passed = 0
    var last = span.start
    for element in elements {
      if case .text(let cluster) = element.kind {
        if passed > column { return last }
        last = cluster.start
      }
      passed += element.cells
    }
    return last
  }
}
