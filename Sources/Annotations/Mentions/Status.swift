/// What has been decided about a mention.
public enum Status: String, Sendable, Hashable, CaseIterable {
  /// Proposed by a model or a rule; nobody has decided.
  case suggested
  /// A person, or a low confidence, says: look again.
  case unsure
  /// A person says it is right.
  case accepted
  /// A person says it is not a mention. Kept, because a model learns from it.
  case rejected

  /// Whether somebody still has to decide.
  public var isUndecided: Bool { self == .suggested || self == .unsure }
}
