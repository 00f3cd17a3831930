import Annotations

/// A mention with the words around it on one line, the mention set off.
enum ContextLine {
  static func draw(
    _ span: Span, in document: Document, row: Int, column: Int, cells: Int, _ style: Style, _ canvas: inout Canvas
  ) {
    guard cells > 8 else { return }
    let text = Excerpt.fitted(Excerpt.oneLine(document.text(in: span)), cells: max(4, cells / 2))
    let room = max(0, cells - CellWidth.cells(text))
    let before = Excerpt.before(span.start, in: document, cells: max(0, room / 3))
    let after = Excerpt.after(span.end, in: document, cells: max(0, room - CellWidth.cells(before) - 1))
    let end = column + cells
    var place = canvas.draw(before, row: row, column: column, style: style, cells: end - column)
    place = canvas.draw(
      text, row: row, column: place, style: style.with([.bold, .underline]), cells: max(0, end - place))
    canvas.draw(after, row: row, column: place, style: style, cells: max(0, end - place))
  }
}
