import Annotations

/// One entity with all its mentions, here and in other articles.
package struct EntityCard: Hashable, Sendable {
  /// A mention somewhere.
  package struct Row: Hashable, Sendable {
    /// The article.
    package var path: ArticlePath
    /// The mention.
    package var id: Mention.ID
  }

  /// What spoke for a mention.
  package struct Explanation: Hashable, Sendable {
    /// The mention.
    package var row: Row
    /// A line for each who proposed something there; nil while they are being asked.
    package var lines: [String]?
  }

  /// The article from which the card was opened.
  package var path: ArticlePath
  /// The entity.
  package var key: EntityIndex.Key
  /// Its mentions, those of ``path`` first.
  package var rows: [Row]
  /// The mention that the keys act on.
  package var cursor = ListCursor()
  /// The marked mentions.
  package var marked: Set<Row> = []
  /// What spoke for the mention that the keys act on.
  package var explanation: Explanation?

  /// The mention that the keys act on.
  package var currentRow: Row? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }
}
