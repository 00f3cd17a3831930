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
