/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// What it shows; ignored in the right half of a wide character.
  package var glyph: Glyph
  /// How it looks.
  package var style: Style
  /// 1 or 2; 0 in the right half of a wide character.
  package var width: UInt8
  /// The UTF-8 offset of the text that it shows, or -1 when it shows no text of the article.
  package var offset: Int32

  /// Makes a cell.
  package init(_ glyph: Glyph, _ style: Style, width: Int = 1, offset: Int? = nil) {
    self.glyph = glyph
    self.style = style
    self.width = UInt8(width)
    self.offset = offset.flatMap { Int32(exactly: $0) } ?? -1
  }
}
