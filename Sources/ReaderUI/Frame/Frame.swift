/// A picture of the screen: cells, and where the cursor is.
package struct Frame: Hashable, Sendable {
  /// Number of rows and columns.
  package let size: Size
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor belongs, as row and column; nil to hide it.
  package var cursor: Position?

  /// Makes an empty frame in the style of the page.
  package init(_ size: Size, style: Style = Style()) {
    self.size = size
    cells = Array(repeating: Cell(Glyph(" "), style), count: size.rows * size.columns)
  }

  /// The cells of one row.
  package func row(_ row: Int) -> ArraySlice<Cell> { cells[(row * size.columns)..<((row + 1) * size.columns)] }

  /// The cell at a place within the frame.
  package subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// Puts a cell down, with its right half if it is wide. A wide character of which one half is covered by it becomes a
  /// space in the other half. Nothing happens outside the frame; a wide character in the last column becomes a space.
  package mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    var cell = cell
    if cell.width == 2, column + 1 >= size.columns {
      cell.width = 1
      cell.glyph = Glyph(" ")
    }
    clearHalves(row: row, column: column)
    if cell.width == 2 {
      clearHalves(row: row, column: column + 1)
      var half = cell
      half.width = 0
      self[row, column + 1] = half
    }
    self[row, column] = cell
  }

  private mutating func clearHalves(row: Int, column: Int) {
    if self[row, column].width == 0, column > 0 { blank(row, column - 1) }
    if self[row, column].width == 2, column + 1 < size.columns { blank(row, column + 1) }
  }

  private mutating func blank(_ row: Int, _ column: Int) {
    self[row, column].glyph = Glyph(" ")
    self[row, column].width = 1
  }

  /// The text of one row, without the spaces at its end.
  package func text(row: Int) -> String {
    var text = ""
    for cell in self.row(row) where cell.width > 0 { text += cell.glyph.text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text of all rows.
  package var text: String { (0..<size.rows).map { text(row: $0) }.joined(separator: "\n") }
}
