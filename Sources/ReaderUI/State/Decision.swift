import Annotations

/// What can be decided about a mention, to be done again elsewhere.
enum Decision: Hashable, Sendable {
  /// It is right, wrong, or to be looked at again.
  case status(Status)
  /// It is this.
  case label(Label)
}
