/// One cell of a ``VirtualTerminal``.
public struct TerminalCell: Hashable, Sendable {
  /// What it shows: one character with its combining marks; a space when nothing was written; empty in the right half
  /// of a wide character.
  public internal(set) var text = " "
  /// How it looks.
  public internal(set) var style = TerminalStyle()
  /// Columns of the character: 1, 2, or 0 in the right half of a wide one.
  public internal(set) var width = 1

  /// An empty cell.
  public init(style: TerminalStyle = TerminalStyle()) { self.style = style }

  /// Whether nothing was written here, whatever the style.
  public var isBlank: Bool { text == " " }
}
