/// How a cell looks.
package struct Style: Hashable, Sendable {
  /// What a terminal can do to a character besides colouring it.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold; some terminals draw it as a brighter colour.
    package static let bold = Attributes(rawValue: 1)
    /// Dim.
    package static let dim = Attributes(rawValue: 2)
    /// Italic.
    package static let italic = Attributes(rawValue: 4)
    /// Underlined.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 16)
  }

  /// Colour of the character.
  package var foreground: Color
  /// Colour behind it.
  package var background: Color
  /// What is done to it.
  package var attributes: Attributes

  /// Makes a style; by default that of a terminal to which nothing was said.
  package init(_ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The style with more done to it.
  package func with(_ more: Attributes) -> Style { Style(foreground, on: background, attributes.union(more)) }
}
