/// A part of the screen.
package struct Rectangle: Hashable, Sendable {
  /// The topmost row.
  package var row: Int
  /// The leftmost column.
  package var column: Int
  /// Number of rows and columns.
  package var size: Size

  /// Makes a rectangle.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    size = Size(rows: rows, columns: columns)
  }

  /// Number of rows.
  package var rows: Int { size.rows }
  /// Number of columns.
  package var columns: Int { size.columns }

  /// The rectangle without its outermost cells.
  package var inside: Rectangle { Rectangle(row: row + 1, column: column + 1, rows: rows - 2, columns: columns - 2) }

  /// Whether the cell at `position` belongs to it.
  package func contains(_ position: Position) -> Bool {
    (row..<(row + rows)).contains(position.row) && (column..<(column + columns)).contains(position.column)
  }
}
