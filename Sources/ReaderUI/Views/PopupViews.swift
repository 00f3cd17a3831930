import Annotations

/// A line of text to type, at the bottom of the screen, where the eye expects it.
enum PromptView {
  static func draw(_ state: ReaderState, _ prompt: Prompt, _ geometry: Geometry, _ canvas: inout Canvas) {
    // The status line stays: it says what Tab found.
    let area = geometry.hints ?? geometry.status
    canvas.fill(area, state.styles.page)
    let title = prompt.purpose == .command ? ":" : " \(prompt.title) "
    TextFieldView.draw(
      prompt.field, prompt: title, row: area.row, column: 0, cells: area.columns - 1, state.styles.page.with(.bold),
      &canvas)
  }
}

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

/// All occurrences of some words, to give them a label.
enum PropagationView {
  static func draw(
    _ state: ReaderState, _ propagation: Propagation, _ geometry: Geometry, _ keptRow: Int?, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let rows = min(max(3, propagation.rows.count) + 6, max(8, geometry.body.rows * 3 / 5))
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
    let height = max(1, inside.rows - 2)
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
