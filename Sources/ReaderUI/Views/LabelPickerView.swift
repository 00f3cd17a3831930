import Annotations

/// The labels with their letters.
enum LabelPickerView {
  static func draw(
    _ state: ReaderState, _ cursor: ListCursor, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let definitions = state.labels.definitions
    // Two columns where one would be too long.
    let room = max(1, geometry.body.rows * 3 / 5 - 2)
    let isWide = definitions.count > room && geometry.body.columns >= 78
    let perColumn = isWide ? (definitions.count + 1) / 2 : min(definitions.count, room)
    let columnWidth = isWide ? 54 : 58
    let area = ScreenView.dock(
      rows: perColumn + 2, columns: (isWide ? min(2 * columnWidth, geometry.body.columns - 4) : columnWidth) + 2,
      geometry, keeping: keptRow)
    canvas.box(area, title: "Label", footer: "letter or digit: give   /: find by name   Esc: cancel")
    let inside = area.inside
    let width = isWide ? inside.columns / 2 : inside.columns
    let top = isWide ? 0 : max(0, min(cursor.row - inside.rows + 1, definitions.count - inside.rows))
    for (index, definition) in definitions.enumerated().dropFirst(top) {
      let place = index - top
      let row = isWide ? place % perColumn : place
      guard row < inside.rows, isWide || place < inside.rows else { continue }
      let column = inside.column + (isWide && place >= perColumn ? width : 0)
      let isChosen = index == cursor.row
      let style = isChosen ? styles.menuSelected : styles.popup
      let line = Rectangle(row: inside.row + row, column: column, rows: 1, columns: width)
      if isChosen { canvas.fill(line, style) }
      let digit = definition.digit.map(String.init) ?? " "
      let keyStyle =
        isChosen ? style : Style(styles.popupKey.foreground, on: styles.popup.background, styles.popupKey.attributes)
      canvas.draw(" \(digit) \(definition.letter)", row: line.row, column: column, style: keyStyle)
      canvas.draw(
        definition.label.name, row: line.row, column: column + 6, style: styles.labelName(definition.slot, on: style),
        cells: 12)
      canvas.draw(definition.meaning, row: line.row, column: column + 19, style: style, cells: max(0, width - 20))
    }
  }
}
