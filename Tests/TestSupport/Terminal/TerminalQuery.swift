/// Something that a program asks a terminal, and that a test may answer with ``TerminalSession/answer``.
public enum TerminalQuery: Hashable, Sendable {
  /// Who are you (DA1, `CSI c`).
  case primaryAttributes
  /// Which version (DA2, `CSI > c`).
  case secondaryAttributes
  /// Your name and version (`CSI > q`).
  case version
  /// Are you well (DSR, `CSI 5 n`).
  case status
  /// Where is the cursor (CPR, `CSI 6 n`).
  case cursorPosition
  /// Is the private mode set (DECRQM, `CSI ? … $ p`).
  case mode(Int)
  /// Light or dark (`CSI ? 996 n`).
  case colorScheme
  /// Which flags of the kitty keyboard protocol (`CSI ? u`).
  case keyboardFlags
  /// A colour: 10 the foreground, 11 the background, 12 the cursor (`OSC … ; ?`).
  case color(Int)
  /// An entry of the palette (`OSC 4 ; … ; ?`).
  case paletteColor(Int)
  /// The clipboard (`OSC 52 ; … ; ?`).
  case clipboard
  /// A terminfo capability by its hexadecimal name (XTGETTCAP, `DCS + q`), or a setting (DECRQSS, `DCS $ q`).
  case string(String)
  /// The size or the like (`CSI … t`), with the first parameter.
  case window(Int)
}
