/// Rows and columns of a screen or a part of it.
package struct Size: Hashable, Sendable {
  /// Number of rows.
  package var rows: Int
  /// Number of columns.
  package var columns: Int

  /// Makes a size; less than nothing counts as nothing.
  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}
