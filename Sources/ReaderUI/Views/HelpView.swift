/// The keys of a screen.
enum HelpView {
  static func draw(_ state: ReaderState, _ help: HelpScreen, _ geometry: Geometry, _ canvas: inout Canvas) {
    let styles = state.styles
    let rows = state.helpRows(help)
    let area = geometry.body
    if let title = geometry.title {
      canvas.draw(
        "Help: \(help.context.heading.lowercased())", row: title.row, column: 1, style: styles.page.with(.bold))
      let typed = "type to filter (@x: by key): \(help.field.text)_"
      canvas.draw(typed, row: title.row, endingAt: title.columns - 1, style: styles.inactive)
    }
    let keyWidth = min(20, max(10, area.columns / 4))
    for (offset, row) in rows.dropFirst(help.top).prefix(area.rows).enumerated() {
      let line = area.row + offset
      switch row {
      case .heading(let text):
        canvas.draw(" \(text)", row: line, column: area.column, style: styles.windowFocus, cells: area.columns)
      case .keys(let keys, let title):
        canvas.draw(" \(keys)", row: line, column: area.column, style: styles.page.with(.bold), cells: keyWidth)
        canvas.draw(
          title, row: line, column: area.column + keyWidth + 1, style: styles.page, cells: area.columns - keyWidth - 2)
      case .gap: break
      }
    }
    if rows.isEmpty {
      canvas.draw(" No key or word matches", row: area.row, column: area.column, style: styles.inactive)
    }
    canvas.setCursor(row: area.row, column: area.column)
  }
}
