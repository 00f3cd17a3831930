import Annotations

/// All occurrences of some words, to give them a label.
enum PropagationView {
  static func draw(
    _ state: ReaderState, _ propagation: Propagation, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let remarkRows = propagation.remark.isEmpty ? 0 : 1
    let rows = min(max(3, propagation.rows.count) + 6 + remarkRows, max(8, geometry.body.rows * 3 / 5))
    let area = ScreenView.dock(rows: rows, columns: 110, geometry, keeping: keptRow)
    guard area.rows >= 5 else { return }
    let title = "Apply “\(Excerpt.fitted(propagation.text, cells: 40))” → \(propagation.label) to all occurrences"
    canvas.box(area, title: title, footer: "Enter: apply to \(propagation.tickedCount)   Esc: cancel")
    let inside = area.inside
    let options = propagation.options
    func onOff(_ value: Bool) -> String { value ? "on" : "off" }
    canvas.draw(
      " scope \(options.scope.rawValue) (s)   whole words \(onOff(options.wholeWords)) (w)   match case \(onOff(options.matchesCase)) (c)",
      row: inside.row, column: inside.column, style: styles.popup, cells: inside.columns)
    let height = max(1, inside.rows - 2 - remarkRows)
    var cursor = propagation.cursor
    cursor.scroll(height: height, count: propagation.rows.count)
    for offset in 0..<height {
      let index = cursor.top + offset
      guard propagation.rows.indices.contains(index) else { break }
      draw(
        propagation.rows[index], styles,
        Rectangle(row: inside.row + 1 + offset, column: inside.column, rows: 1, columns: inside.columns),
        isCurrent: index == cursor.row, &canvas)
    }
    if propagation.rows.isEmpty {
      let words = propagation.isCollecting ? "looking…" : "no other occurrence in \(options.scope.rawValue)"
      canvas.draw(" \(words)", row: inside.row + 1, column: inside.column, style: styles.popup)
    }
    if remarkRows > 0, inside.rows > 3 {
      canvas.draw(
        " \(propagation.remark)", row: inside.row + inside.rows - 2, column: inside.column,
        style: Style(styles.warning.foreground, on: styles.popup.background), cells: inside.columns)
    }
    let keys =
      " Space tick  a all  n none  i inflected \(onOff(options.inflected))  o overwrite decided \(onOff(options.includesDecided))"
    canvas.draw(
      keys, row: inside.row + inside.rows - 1, column: inside.column,
      style: Style(styles.inactive.foreground, on: styles.popup.background), cells: inside.columns)
  }

  private static func draw(
    _ row: Propagation.Row, _ styles: StyleSheet, _ line: Rectangle, isCurrent: Bool, _ canvas: inout Canvas
  ) {
    let style = isCurrent ? styles.menuSelected : styles.popup
    if isCurrent {
      canvas.fill(line, style)
      canvas.setCursor(row: line.row, column: line.column + 2)
    }
    canvas.draw(
      "\(isCurrent ? ">" : " ")[\(row.isTicked ? "x" : " ")] \(row.path.fileName)", row: line.row, column: line.column,
      style: style, cells: 20)
    canvas.draw(row.state.words, row: line.row, column: line.column + 21, style: style, cells: 16)
    let end = line.column + line.columns - 1
    let column = line.column + 38
    guard end - column > 8 else { return }
    let text = Excerpt.fitted(row.text, cells: (end - column) / 2)
    let room = end - column - CellWidth.cells(text)
    let before =
      CellWidth.cells(row.before) > room / 3
      ? "…" + Excerpt.suffix(of: row.before, cells: max(0, room / 3 - 1)) : row.before
    var place = canvas.draw(before, row: line.row, column: column, style: style)
    place = canvas.draw(text, row: line.row, column: place, style: style.with([.bold, .underline]))
    canvas.draw(row.after, row: line.row, column: place, style: style, cells: max(0, end - place))
  }
}
