import Annotations

/// The keys that may follow those pressed so far.
enum ContinuationsView {
  static func draw(_ state: ReaderState, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas) {
    guard let context = state.context else { return }
    let prefix = KeySequence(state.pendingKeys)
    let all = state.keymap.continuations(of: prefix, in: context)
    let styles = state.styles
    let rows = all.map { keys, binding -> (String, String) in
      let rest = KeySequence(Array(keys.keys.dropFirst(prefix.keys.count))).description
      switch binding {
      case .command(let command): return (rest, CommandTable.entry(command, in: context)?.title ?? command.rawValue)
      case .lines(let lines): return (rest, lines.joined(separator: ", "))
      }
    }
    let keyWidth = max(1, rows.map { CellWidth.cells($0.0) }.max() ?? 1)
    let width = min(64, max(30, (rows.map { CellWidth.cells($0.1) }.max() ?? 0) + keyWidth + 6))
    let room = max(3, geometry.body.rows * 2 / 3)
    let isWide = rows.count + 2 > room && geometry.body.columns >= 2 * 36
    let perColumn = isWide ? (rows.count + 1) / 2 : rows.count
    let area = ScreenView.dock(
      rows: perColumn + 2, columns: isWide ? geometry.body.columns - 2 : width, geometry, keeping: keptRow)
    canvas.box(area, title: prefix.description, footer: "Esc: cancel")
    let inside = area.inside
    let columnWidth = isWide ? inside.columns / 2 : inside.columns
    for (index, (key, title)) in rows.enumerated() {
      let row = isWide ? index % perColumn : index
      guard row < inside.rows else { continue }
      let column = inside.column + (isWide && index >= perColumn ? columnWidth : 0)
      let keyStyle = Style(styles.popupKey.foreground, on: styles.popup.background, styles.popupKey.attributes)
      canvas.draw(key, row: inside.row + row, column: column + 1, style: keyStyle, cells: keyWidth)
      let start = keyWidth + 3
      canvas.draw(
        title, row: inside.row + row, column: column + start, style: styles.popup, cells: columnWidth - start - 1)
    }
  }
}
