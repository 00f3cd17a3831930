@testable import Annotations

extension Entity.ID: ExpressibleByStringLiteral {
  /// The identifier that is written like this.
  public init(stringLiteral value: String) { self.init(value) }
}

extension Mention.ID: ExpressibleByStringLiteral {
  /// The identifier that is written like this.
  public init(stringLiteral value: String) { self.init(value) }
}
