/// What stands in a line of the article: text, or a mark that is not in the text. Plain bytes, for there are many.
struct LineElement: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A part of the text.
    case text(Cluster)
    /// A part of what stands before or behind a mention; the mention is given by its place in
    /// ``VisualLine/mentions``.
    case mark(Glyph, of: Int)
  }

  var kind: Kind
  /// Cells it takes; a tab's are settled when its column is known.
  var cells: Int
  /// The UTF-8 offset it stands at; for a mark the edge of its mention.
  var offset: Int

  /// Whether a line may end behind it.
  var allowsBreakAfter: Bool
  /// Whether it must not begin a line: a mark behind a mention.
  var clingsToPrevious: Bool
  /// Whether it must not end a line: a mark before a mention.
  var clingsToNext: Bool
}
