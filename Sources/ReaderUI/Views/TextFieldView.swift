/// A line of text with the cursor in it.
enum TextFieldView {
  static func draw(
    _ field: TextField, prompt: String, row: Int, column: Int, cells: Int, _ style: Style, _ canvas: inout Canvas
  ) {
    let start = canvas.draw(prompt, row: row, column: column, style: style, cells: cells)
    let room = max(1, column + cells - start - 1)
    // The end near the cursor is what matters.
    let before = Excerpt.suffix(of: field.beforeCursor, cells: room)
    let cursor = canvas.draw(before, row: row, column: start, style: style, cells: room)
    let after = String(field.text.dropFirst(field.cursor))
    let left = column + cells - cursor
    if left > 0, !after.isEmpty {
      canvas.draw(Excerpt.prefix(of: after, cells: left), row: row, column: cursor, style: style, cells: left)
    }
    canvas.setCursor(row: row, column: cursor)
  }
}
