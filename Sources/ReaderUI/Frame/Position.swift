/// A cell's place, counted from 0.
package struct Position: Hashable, Sendable {
  /// The row.
  package var row: Int
  /// The column.
  package var column: Int

  /// Makes a position.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
