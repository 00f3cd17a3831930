/// A list that typing filters, in a popup.
enum PickerView {
  static func draw(
    _ state: ReaderState, _ picker: Picker, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let wanted = max(3, min(12, picker.matches.count))
    let rows = min(wanted + 4, max(6, geometry.body.rows * 3 / 5))
    let area = ScreenView.dock(rows: rows, columns: 110, geometry, keeping: keptRow)
    guard area.rows >= 5 else { return }
    canvas.box(area, title: picker.title, footer: footer(picker))
    let inside = area.inside
    let onPopup = styles.popup
    let count = picker.isCollecting ? "looking…" : "\(picker.matches.count)/\(picker.rows.count)"
    let end = canvas.draw(
      count, row: inside.row, endingAt: inside.column + inside.columns - 1,
      style: Style(styles.inactive.foreground, on: onPopup.background))
    TextFieldView.draw(
      picker.field, prompt: " > ", row: inside.row, column: inside.column, cells: max(4, end - inside.column - 1),
      onPopup, &canvas)
    canvas.horizontalLine(
      row: inside.row + 1, column: inside.column, cells: inside.columns,
      style: Style(styles.window.foreground, on: onPopup.background))
    var cursor = picker.cursor
    let height = inside.rows - 2
    cursor.scroll(height: height, count: picker.matches.count)
    for offset in 0..<height {
      let index = cursor.top + offset
      guard picker.matches.indices.contains(index) else { break }
      let row = picker.rows[picker.matches[index]]
      draw(
        row, state,
        line: Rectangle(row: inside.row + 2 + offset, column: inside.column, rows: 1, columns: inside.columns),
        isChosen: index == cursor.row, &canvas)
    }
    if picker.matches.isEmpty, !picker.isCollecting {
      let typed = picker.field.text
      let words =
        !picker.searchesText
        ? "nothing matches"
        : typed.isEmpty
          ? "type what to look for; \\v begins a regular expression"
          : TextPattern(typed: typed).problem ?? "nothing matches"
      canvas.draw(
        " \(words)", row: inside.row + 2, column: inside.column,
        style: Style(styles.inactive.foreground, on: onPopup.background), cells: inside.columns)
    }
  }

  private static func footer(_ picker: Picker) -> String {
    let off = picker.chosen?.reasonOff.map { "not now: \($0)   " } ?? ""
    let note = picker.footnote.isEmpty ? "" : "   \(picker.footnote)"
    return "\(off)Enter: choose   Esc: cancel\(note)"
  }

  private static func draw(
    _ row: Picker.Row, _ state: ReaderState, line: Rectangle, isChosen: Bool, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    var style = isChosen ? styles.menuSelected : styles.popup
    if row.reasonOff != nil { style = Style(styles.inactive.foreground, on: style.background, style.attributes) }
    if isChosen { canvas.fill(line, style) }
    let end = line.column + line.columns - 1
    let keyStyle =
      isChosen ? style : Style(styles.popupKey.foreground, on: styles.popup.background, styles.popupKey.attributes)
    let start =
      row.detail.isEmpty
      ? end
      : canvas.draw(
        Excerpt.fitted(row.detail, cells: line.columns * 3 / 5), row: line.row, endingAt: end, style: keyStyle)
    let column = canvas.draw(isChosen ? " > " : "   ", row: line.row, column: line.column, style: style)
    let room = max(0, start - column - (row.detail.isEmpty ? 0 : 1))
    guard let emphasis = row.emphasis else {
      canvas.draw(row.text, row: line.row, column: column, style: style, cells: room)
      return
    }
    let characters = Array(row.text)
    let parts = [
      (String(characters[..<emphasis.lowerBound]), style),
      (String(characters[emphasis]), style.with([.bold, .underline])),
      (String(characters[emphasis.upperBound...]), style),
    ]
    var place = column
    for (text, style) in parts where place < column + room {
      place = canvas.draw(text, row: line.row, column: place, style: style, cells: column + room - place)
    }
  }
}
