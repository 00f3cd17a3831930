/// Which row of a list the keys act on, and which rows are in view.
package struct ListCursor: Hashable, Sendable {
  /// The row, from 0.
  package var row = 0
  /// The first row in view.
  package var top = 0

  /// Moves by `rows`, staying within `count` rows.
  package mutating func move(by rows: Int, count: Int) { row = min(max(0, row + rows), max(0, count - 1)) }

  /// Scrolls so that the row is among the `height` rows in view, and no row is wasted at the end.
  package mutating func scroll(height: Int, count: Int) {
    row = min(max(0, row), max(0, count - 1))
    top = min(max(top, row - max(1, height) + 1), row)
    top = max(0, min(top, count - height))
  }
}
