/// Which text a record was written for.
public enum TextVersion: Hashable, Sendable {
  /// The text as it is now, as its digest tells.
  case current
  /// Another text, of this length in code points where that is known.
  case earlier(length: Int?)
}
