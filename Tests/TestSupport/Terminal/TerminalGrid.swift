/// The cells of one of a terminal's two screens, and what can be done to them without a cursor.
///
/// Rows and columns count from 0. Whatever cuts a wide character in two leaves a space in place of the other half.
struct TerminalGrid: Sendable {
  private(set) var cells: [[TerminalCell]]
  private(set) var columns: Int

  var rows: Int { cells.count }

  init(rows: Int, columns: Int) {
    self.columns = columns
    cells = Array(repeating: Self.blankRow(columns, TerminalCell()), count: rows)
  }

  private static func blankRow(_ columns: Int, _ blank: TerminalCell) -> [TerminalCell] {
    Array(repeating: blank, count: columns)
  }

  mutating func put(_ cell: TerminalCell, row: Int, column: Int) {
    split(row: row, at: column)
    split(row: row, at: column + cell.width)
    cells[row][column] = cell
    guard cell.width == 2, column + 1 < columns else { return }
    var right = TerminalCell(style: cell.style)
    right.text = ""
    right.width = 0
    cells[row][column + 1] = right
  }

  mutating func append(mark: Unicode.Scalar, row: Int, column: Int) {
    let base = cells[row][column].width == 0 && column > 0 ? column - 1 : column
    cells[row][base].text.unicodeScalars.append(mark)
  }

  /// Makes sure that no wide character reaches across the edge before `column`.
  private mutating func split(row: Int, at column: Int) {
    guard column > 0, column < columns, cells[row][column].width == 0 else { return }
    cells[row][column - 1] = TerminalCell(style: cells[row][column - 1].style)
    cells[row][column] = TerminalCell(style: cells[row][column].style)
  }

  mutating func erase(row: Int, _ range: Range<Int>, _ blank: TerminalCell) {
    let range = range.clamped(to: 0..<columns)
    guard !range.isEmpty else { return }
    split(row: row, at: range.lowerBound)
    split(row: row, at: range.upperBound)
    for column in range { cells[row][column] = blank }
  }

  mutating func erase(rows range: Range<Int>, _ blank: TerminalCell) {
    for row in range.clamped(to: 0..<rows) { cells[row] = Self.blankRow(columns, blank) }
  }

  mutating func insertCells(row: Int, column: Int, count: Int, _ blank: TerminalCell) {
    split(row: row, at: column)
    let count = min(count, columns - column)
    split(row: row, at: columns - count)
    cells[row].removeLast(count)
    cells[row].insert(contentsOf: repeatElement(blank, count: count), at: column)
  }

  mutating func deleteCells(row: Int, column: Int, count: Int, _ blank: TerminalCell) {
    let count = min(count, columns - column)
    split(row: row, at: column)
    split(row: row, at: column + count)
    cells[row].removeSubrange(column..<(column + count))
    cells[row] += repeatElement(blank, count: count)
  }

  /// Moves the rows `top` to `bottom`, both included, up; down if `count` is negative.
  mutating func scroll(top: Int, bottom: Int, by count: Int, _ blank: TerminalCell) {
    let distance = min(abs(count), bottom - top + 1)
    let blanks = repeatElement(Self.blankRow(columns, blank), count: distance)
    if count > 0 {
      cells.removeSubrange(top..<(top + distance))
      cells.insert(contentsOf: blanks, at: bottom + 1 - distance)
    } else {
      cells.removeSubrange((bottom + 1 - distance)...bottom)
      cells.insert(contentsOf: blanks, at: top)
    }
  }

  /// Cuts or fills at the right and at the bottom.
  mutating func resize(rows: Int, columns: Int) {
    for row in cells.indices {
      split(row: row, at: columns)
      if columns < self.columns {
        cells[row].removeLast(self.columns - columns)
      } else {
        cells[row] += repeatElement(TerminalCell(), count: columns - self.columns)
      }
    }
    self.columns = columns
    if rows < cells.count {
      cells.removeLast(cells.count - rows)
    } else {
      cells += repeatElement(Self.blankRow(columns, TerminalCell()), count: rows - cells.count)
    }
  }
}
