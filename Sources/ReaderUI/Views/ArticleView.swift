import Annotations

/// An article: its text with its mentions, the entities beside it, and the other articles where there is room.
enum ArticleView {
  static func draw(_ state: ReaderState, _ path: ArticlePath, _ geometry: Geometry, _ canvas: inout Canvas) {
    guard let record = state.library[path] else { return }
    drawTitle(state, record, geometry, &canvas)
    let paneHasKeys: Bool
    if case .pane = state.modes.last(where: { if case .pane = $0 { true } else { $0.fillsScreen } }) {
      paneHasKeys = true
    } else {
      paneHasKeys = false
    }
    if paneHasKeys, geometry.pane == nil {
      // No room for both: the pane takes the place of the text.
      EntityPaneView.draw(state, record, geometry.body, hasKeys: true, &canvas)
      return
    }
    if let list = geometry.articleList { drawList(state, path, list, &canvas) }
    TextView.draw(state, record, geometry, &canvas)
    if let pane = geometry.pane {
      canvas.verticalLine(
        column: pane.column - 1, rows: pane.row..<(pane.row + pane.rows),
        style: paneHasKeys ? state.styles.windowFocus : state.styles.window)
      EntityPaneView.draw(state, record, pane, hasKeys: paneHasKeys, &canvas)
    }
  }

  private static func drawTitle(
    _ state: ReaderState, _ record: ArticleRecord, _ geometry: Geometry, _ canvas: inout Canvas
  ) {
    guard let area = geometry.title else { return }
    let styles = state.styles
    var right = state.library.position(of: record.path).map { "\($0.index)/\($0.count)" } ?? ""
    if area.columns >= 120, let metadata = record.document?.metadata {
      let source = [metadata.publisher, metadata.date?.description].compactMap(\.self).joined(separator: " ")
      if !source.isEmpty { right = "\(source)  \(right)" }
    }
    if record.layer.marks.isDone { right = "✓ done  \(right)" }
    let end = canvas.draw(right, row: area.row, endingAt: area.columns - 1, style: styles.inactive)
    canvas.draw(
      record.document?.metadata.title ?? record.path.fileName, row: area.row, column: 1, style: styles.page.with(.bold),
      cells: max(0, end - 3))
  }

  private static func drawList(_ state: ReaderState, _ path: ArticlePath, _ area: Rectangle, _ canvas: inout Canvas) {
    let list = state.library.visible
    let current = state.library.visibleIndex(of: path) ?? 0
    let top = max(0, min(current - area.rows / 2, list.count - area.rows))
    for (offset, other) in list.dropFirst(top).prefix(area.rows).enumerated() {
      guard let record = state.library[other] else { continue }
      let style = other == path ? state.styles.focus : state.styles.page
      let row = area.row + offset
      if other == path { canvas.fill(Rectangle(row: row, column: area.column, rows: 1, columns: area.columns), style) }
      canvas.draw(
        "\(other == path ? ">" : " ")\(record.sign) \(record.title)", row: row, column: area.column + 1,
        style: style, cells: area.columns - 2)
    }
    canvas.verticalLine(
      column: area.column + area.columns, rows: area.row..<(area.row + area.rows), style: state.styles.window)
  }

  /// How far through the article the window is: `Top`, `Bot`, `All` or a percentage.
  static func position(_ state: ReaderState, _ path: ArticlePath) -> String {
    guard let record = state.library[path], let document = record.document, let layout = state.layout(path),
      let reading = state.readings[path]
    else { return "" }
    let body = document.metadata.body
    let top = layout.line(containing: reading.top)
    let last = layout.lines(from: top, height: state.textHeight).last ?? top
    let isTop = layout.line(before: top) == nil
    let isEnd = layout.line(after: last) == nil
    if isTop, isEnd { return "All" }
    if isTop { return "Top" }
    if isEnd { return "Bot" }
    return "\((last.span.end - body.start) * 100 / max(1, body.length))%"
  }
}
