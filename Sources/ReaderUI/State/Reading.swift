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

/// Which mentions Tab visits.
package enum MentionFilter: String, Hashable, Sendable, CaseIterable {
  case all
  case undecided
  case unsure
  case accepted

  /// Whether Tab stops at a mention. Rejected ones are visited only with `all`, where they are shown.
  func includes(_ mention: Mention, showsRejected: Bool) -> Bool {
    switch self {
    case .all: mention.status != .rejected || showsRejected
    case .undecided: mention.status.isUndecided
    case .unsure: mention.status == .unsure
    case .accepted: mention.status == .accepted
    }
  }
}
