/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press
    /// The button went up.
    case release
    /// The mouse moved with the button down.
    case drag
    /// The wheel was turned; negative is up.
    case wheel(Int)
  }

  /// What it did.
  public var kind: Kind
  /// Column, from 0.
  public var column: Int
  /// Row, from 0.
  public var row: Int

  /// Makes an event.
  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
