import Annotations

/// A question with its answers.
enum DialogView {
  static func draw(
    _ state: ReaderState, _ dialog: Dialog, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let widest =
      (dialog.lines + dialog.choices.map { "     \($0.title)" } + [dialog.title]).map { CellWidth.cells($0) }.max()
      ?? 20
    let columns = min(max(widest + 6, 50), 100)
    let text = dialog.lines.flatMap { wrapped($0, cells: ScreenView.docked(columns, geometry) - 5) }
    let rows = text.count + dialog.choices.count + (text.isEmpty || dialog.choices.isEmpty ? 0 : 1) + 4
    let area = ScreenView.dock(rows: rows, columns: columns, geometry, keeping: keptRow)
    let escape = dialog.choices.isEmpty ? "" : "   Esc: \(dialog.escapeTitle)"
    canvas.box(
      area, title: dialog.title, footer: "Enter: \(dialog.row == nil ? dialog.enterTitle : "choose")\(escape)",
      isAlert: dialog.isAlert)
    let inside = area.inside
    var row = inside.row + (inside.rows > text.count + dialog.choices.count ? 1 : 0)
    let end = inside.row + inside.rows
    for line in text where row < end {
      canvas.draw(line, row: row, column: inside.column + 2, style: styles.popup, cells: inside.columns - 3)
      row += 1
    }
    if !text.isEmpty, !dialog.choices.isEmpty { row += 1 }
    for (index, choice) in dialog.choices.enumerated() where row < end {
      let isChosen = dialog.row == index
      let style = isChosen ? styles.menuSelected : styles.popup
      if isChosen { canvas.fill(Rectangle(row: row, column: inside.column, rows: 1, columns: inside.columns), style) }
      let keyStyle =
        isChosen ? style : Style(styles.popupKey.foreground, on: styles.popup.background, styles.popupKey.attributes)
      canvas.draw(String(choice.key), row: row, column: inside.column + 3, style: keyStyle)
      canvas.draw(choice.title, row: row, column: inside.column + 6, style: style, cells: inside.columns - 7)
      row += 1
    }
    canvas.hideCursor()
    canvas.setCursor(row: area.row, column: area.column + 2)
  }

  /// Breaks a line at spaces, and words that are longer than a line, such as paths, where they do not fit. What stands
  /// behind a wide gap, or behind a caret that points at something, goes on below its own beginning. Other indented lines
  /// are parts of files, into which something points: they are not broken.
  private static func wrapped(_ text: String, cells: Int) -> [String] {
    let indent = text.prefix { $0 == " " }.count
    let points = text.dropFirst(indent).hasPrefix("^ ")
    guard CellWidth.cells(text) > cells, indent < 2 || points else { return [text] }
    var start = String(repeating: " ", count: min(indent, cells / 2))
    var rest = text.dropFirst(indent)
    if points {
      start += "^ "
      rest = rest.dropFirst(2)
    } else if let gap = text.firstRange(of: "  "), let value = text[gap.lowerBound...].firstIndex(where: { $0 != " " })
    {
      start = String(text[..<value])
      rest = text[value...]
    }
    let hanging = String(repeating: " ", count: start.count)
    var lines: [String] = []
    var line = start
    var isEmpty = true
    for word in rest.split(separator: " ").flatMap({ broken(String($0), cells: cells - hanging.count) }) {
      if !isEmpty, CellWidth.cells(line) + 1 + CellWidth.cells(word) > cells {
        lines.append(line)
        line = hanging
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// A word in pieces that fit.
  private static func broken(_ word: String, cells: Int) -> [String] {
    var rest = word
    var pieces: [String] = []
    while cells > 8, CellWidth.cells(rest) > cells {
      let piece = Excerpt.prefix(of: rest, cells: cells)
      pieces.append(piece)
      rest = String(rest.dropFirst(piece.count))
    }
    return pieces + [rest]
  }
}
