import Annotations

/// Mentions that wait for a decision, in all articles; the same words with the same label are one group.
package struct ReviewQueue: Sendable {
  /// Mentions with the same words and label.
  package struct Group: Hashable, Sendable {
    /// The words.
    package var text: String
    /// The label.
    package var label: Label
    /// The lowest confidence among them.
    package var confidence: Double
    /// The mentions, article by article.
    package var rows: [EntityCard.Row]
  }

  /// A row of the list: a group, or a mention of an opened group.
  package enum Line: Hashable, Sendable {
    /// The group numbered so.
    case group(Int)
    /// A mention of it.
    case mention(Int, EntityCard.Row)
  }

  /// The groups of mentions that are still undecided, least certain first.
  package var groups: [Group] = []
  /// All that was collected: what was decided since comes back to its place when that is undone.
  package var collected: [Group] = []
  /// The groups that show their mentions, by words and label.
  package var opened: Set<EntityIndex.Key> = []
  /// Marked groups, by words and label.
  package var marked: Set<EntityIndex.Key> = []
  /// The row that the keys act on.
  package var cursor = ListCursor()
  /// A mention whose edges are being moved: that decides it, but it stays in the queue until another key is pressed.
  package var held: EntityCard.Row?
  /// Only groups that contain this.
  package var filter = ""
  /// Whether the queue is still being collected for the first time.
  package var isCollecting = true
  /// Whether no key has been pressed here yet: then rows may still come and go.
  package var isUntouched = true
  /// Whether articles have been analysed since the queue was collected.
  package var isStale = false

  /// The rows of the list.
  package var lines: [Line] {
    var lines: [Line] = []
    for (index, group) in groups.enumerated() where filter.isEmpty || ArticleCondition.matches(filter, in: group.text) {
      lines.append(.group(index))
      if opened.contains(group.key) { lines += group.rows.map { .mention(index, $0) } }
    }
    return lines
  }
}

extension ReviewQueue.Group {
  /// What tells it from other groups.
  package var key: EntityIndex.Key { .named(label, text) }
}
