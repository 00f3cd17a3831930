/// How a cell of a ``VirtualTerminal`` looks.
public struct TerminalStyle: Hashable, Sendable {
  /// A colour as the program asked for it.
  public enum Color: Hashable, Sendable, CustomStringConvertible {
    /// What the terminal's user has chosen.
    case standard
    /// An entry of the palette: 0 to 7 the ANSI colours, 8 to 15 their bright forms, 16 to 255 cube and greys.
    case indexed(UInt8)
    /// Red, green and blue, 0 to 255.
    case rgb(UInt8, UInt8, UInt8)

    /// `default`, `12` or `#ff8000`.
    public var description: String {
      switch self {
      case .standard: "default"
      case .indexed(let index): "\(index)"
      case .rgb(let red, let green, let blue):
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }
    }
  }

  /// The line below the characters.
  public enum Underline: Int, Hashable, Sendable {
    /// No line.
    case none
    /// One line.
    case single
    /// Two lines.
    case double
    /// A wave.
    case curly
    /// Dots.
    case dotted
    /// Dashes.
    case dashed
  }

  /// Colour of the characters.
  public var foreground = Color.standard
  /// Colour behind them.
  public var background = Color.standard
  /// Colour of the underline; the standard one is that of the characters.
  public var underlineColor = Color.standard
  /// The line below the characters.
  public var underline = Underline.none
  /// Heavier, or brighter.
  public var bold = false
  /// Fainter.
  public var dim = false
  /// Slanted.
  public var italic = false
  /// Blinking.
  public var blink = false
  /// Foreground and background exchanged.
  public var reverse = false
  /// Not shown.
  public var hidden = false
  /// With a line through it.
  public var struck = false
  /// With a line above it.
  public var overlined = false

  /// Makes a style that differs from the terminal's own only in what is given.
  public init(
    foreground: Color = .standard, background: Color = .standard, bold: Bool = false, dim: Bool = false,
    italic: Bool = false, underline: Underline = .none, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.italic = italic
    self.underline = underline
    self.reverse = reverse
  }
}

extension TerminalStyle: CustomStringConvertible {
  /// The deviations from the standard style in a fixed order: `bold underline fg:12 bg:#101010`; `plain` when there
  /// are none.
  public var description: String {
    var words: [String] = []
    if bold { words.append("bold") }
    if dim { words.append("dim") }
    if italic { words.append("italic") }
    if underline != .none { words.append(underline == .single ? "underline" : "underline-\(underline)") }
    if blink { words.append("blink") }
    if reverse { words.append("reverse") }
    if hidden { words.append("hidden") }
    if struck { words.append("struck") }
    if overlined { words.append("overlined") }
    if foreground != .standard { words.append("fg:\(foreground)") }
    if background != .standard { words.append("bg:\(background)") }
    if underlineColor != .standard { words.append("line:\(underlineColor)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
