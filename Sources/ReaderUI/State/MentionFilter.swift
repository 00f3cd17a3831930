import Annotations

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
