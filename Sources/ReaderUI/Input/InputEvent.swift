/// What a terminal sends.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; it is data, never commands.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The window has the focus, or has lost it.
  case focus(Bool)
  /// An answer to a question, or news, from the terminal itself.
  case report(TerminalReport)
}

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

/// What a terminal says of itself.
public enum TerminalReport: Hashable, Sendable {
  /// Its background colour (OSC 11), each part from 0 to 255.
  case background(red: Int, green: Int, blue: Int)
  /// It now shows dark or light colours (mode 2031).
  case colourScheme(isDark: Bool)
  /// Whether it knows a private mode (DECRPM).
  case mode(Int, isKnown: Bool)
  /// What sort of terminal it is (DA1); comes last, so whatever was asked before it will not be answered any more.
  case deviceAttributes
}
