import Annotations

/// Where a person is in one article.
package struct Reading: Hashable, Sendable {
  /// What is selected: a word, a mention's part, or whatever was selected on purpose. UTF-8 offsets.
  package var cursor = Span(0, 0)
  /// Whether the selection was made on purpose, so that verbs act on it and not on the mention around it.
  package var isExplicit = false
  /// The mention that was gone to, where several lie around the cursor.
  package var pinned: Mention.ID?
  /// What the selection was before it grew, to shrink again.
  package var grownFrom: [Span] = []
  /// The UTF-8 offset of the first row in view.
  package var top = 0
  /// The column that vertical motions keep to.
  package var goalColumn: Int?
  /// Whether the cursor has been put somewhere yet.
  package var isPlaced = false

  /// A place nobody has gone to yet.
  package init() {}
}
