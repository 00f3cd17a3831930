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
