import Annotations

extension ReaderState {
  /// The mouse: the wheel scrolls, a click selects what is there, a drag selects words. Only where it was asked for.
  mutating func click(_ event: MouseEvent) {
    guard settings.usesMouse else { return }
    log.keyPressed(isEscape: false)
    if case .wheel(let direction) = event.kind {
      for _ in 0..<3 { scrollByWheel(direction) }
      return
    }
    switch mode {
    case .reader(let path): clickText(event, path)
    case .select: if let path = openPath { clickText(event, path) }
    case .library: if event.kind == .press { clickLibrary(event) }
    default: break
    }
  }

  private mutating func scrollByWheel(_ direction: Int) {
    switch mode {
    case .reader(let path):
      guard let layout = layout(path), var reading = readings[path] else { return }
      let top = layout.line(direction, from: layout.line(containing: reading.top))
      reading.top = top.span.start
      readings[path] = reading
      keepCursorInView(path, layout)
    default: moveRows(direction > 0 ? .rowDown : .rowUp)
    }
  }

  /// The wheel moves the window; the cursor comes along at its edge.
  private mutating func keepCursorInView(_ path: ArticlePath, _ layout: TextLayout) {
    guard let reading = readings[path], let units = units(path) else { return }
    let lines = layout.lines(from: layout.line(containing: reading.top), height: textHeight)
    guard let first = lines.first, let last = lines.last else { return }
    let isAbove = reading.cursor.start < first.span.start
    guard isAbove || reading.cursor.start >= last.span.end else { return }
    let words = units.words(in: Span(first.span.start, last.span.end))
    guard let word = isAbove ? words.first : words.last else { return }
    readings[path]?.cursor = word
    readings[path]?.pinned = nil
    readings[path]?.isExplicit = false
  }

  private mutating func clickText(_ event: MouseEvent, _ path: ArticlePath) {
    let area = geometry.measure(settings)
    guard area.contains(Position(row: event.row, column: event.column)), let layout = layout(path),
      let reading = readings[path], let units = units(path)
    else { return }
    let lines = layout.lines(from: layout.line(containing: reading.top), height: textHeight)
    let row = event.row - area.row
    guard lines.indices.contains(row) else { return }
    let offset = lines[row].offset(atColumn: event.column - area.column)
    guard let word = units.word(at: offset), word.start < lines[row].span.end else { return }
    switch event.kind {
    case .press:
      if case .select = mode { popMode() }
      select(word, in: path)
    case .drag:
      if case .reader = mode { startSelection(path) }
      move(to: word, in: path)
    default: break
    }
  }

  private mutating func clickLibrary(_ event: MouseEvent) {
    let first = geometry.body.row + geometry.body.rows - libraryHeight
    let row = libraryCursor.top + event.row - first
    guard event.row >= first, library.visible.indices.contains(row) else { return }
    if libraryCursor.row == row { open(library.visible[row]) } else { libraryCursor.row = row }
  }
}
