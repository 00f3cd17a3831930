/// A colour as a theme file names it.
package enum ThemeColor: Hashable, Sendable {
  /// `"#rrggbb"`, or a name of the file's palette that leads to one.
  case rgb(RGB)
  /// One of the terminal's own sixteen colours, by name or number.
  case ansi(Int)
  /// `"default"`: whatever the terminal has.
  case standard

  /// The names of the sixteen colours, in helix's spelling.
  static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "gray", "light-black", "light-red", "light-green",
    "light-yellow", "light-blue", "light-magenta", "light-cyan", "light-gray",
  ]

  /// Reads a value that stands for itself, without a palette.
  init?(_ text: String) {
    if let rgb = RGB(text) {
      self = .rgb(rgb)
    } else if text == "default" {
      self = .standard
    } else if let index = Self.ansiNames.firstIndex(of: text) ?? ["white": 15, "light-white": 15][text] {
      self = .ansi(index)
    } else {
      return nil
    }
  }

  /// The colour itself where it is known.
  package var rgb: RGB? { if case .rgb(let rgb) = self { rgb } else { nil } }

  /// The colour as it is sent to a terminal with `depth` colours.
  ///
  /// - Parameters:
  ///   - depth: What the terminal can show.
  ///   - background: What it will stand on, so that rounding to the palette keeps it readable.
  ///   - target: The contrast to keep.
  func color(_ depth: ColorDepth, on background: RGB? = nil, keeping target: Double = 4.5) -> Color {
    switch (self, depth) {
    case (_, .mono), (.standard, _): .standard
    case (.rgb(let rgb), .direct): rgb.color
    case (.rgb(let rgb), .indexed): .indexed(rgb.nearestIndexed(on: background, keeping: target))
    // A terminal with sixteen colours has its own palette: nobody knows what is close.
    case (.rgb, _): .standard
    case (.ansi(let index), .eight): .indexed(UInt8(index & 7))
    case (.ansi(let index), _): .indexed(UInt8(index))
    }
  }
}
