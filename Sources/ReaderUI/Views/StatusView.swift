import Annotations

/// The two lines at the bottom: where we are and what happened, and the keys that help here.
enum StatusView {
  static func draw(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    drawStatus(state, geometry.status, &canvas)
    if let hints = geometry.hints { drawHints(state, hints, &canvas) }
  }

  // MARK: - Status

  private static func drawStatus(_ state: ReaderState, _ area: Rectangle, _ canvas: inout Canvas) {
    let styles = state.styles
    canvas.fill(area, styles.statusLine)
    let mode = " \(state.mode.word) "
    let column = canvas.draw(mode, row: area.row, column: 0, style: styles.mode)
    // What must stay comes first; what can go goes in the order what Tab visits, position, "saved".
    let saving = savingWord(state)
    let isWarning = saving == "NOT SAVED" || saving == "read only"
    let count = countWords(state)
    var right: [(String, Style)] = []
    if !count.isEmpty { right.append((count, styles.statusLine)) }
    let visiting = visitingWord(state)
    let position = positionWord(state)
    let message = messageText(state)
    let room = area.columns - column - 1
    // A message counts more than the position, and "saved" more than the end of a long message.
    let needed = min(CellWidth.cells(message.text), max(room / 2, room - CellWidth.cells(count) - saving.count - 4))
    var used = right.reduce(0) { $0 + CellWidth.cells($1.0) + 2 } + needed
    let savingStyle = isWarning ? styles.error.with(.reverse) : styles.statusLine
    let showsSaving = isWarning || used + saving.count + 2 <= room
    if showsSaving { used += saving.count + 2 }
    if !position.isEmpty, used + position.count + 2 <= room {
      right.append((position, styles.statusLine))
      used += position.count + 2
    }
    if !visiting.isEmpty, used + visiting.count + 2 <= room { right.insert((visiting, styles.statusLine), at: 0) }
    if showsSaving { right.append((saving, savingStyle)) }
    var end = area.columns - 1
    for (text, style) in right.reversed() {
      end = canvas.draw(text, row: area.row, endingAt: end, style: style) - 2
    }
    canvas.draw(message.text, row: area.row, column: column + 1, style: message.style, cells: max(0, end - column))
  }

  private static func savingWord(_ state: ReaderState) -> String {
    if state.isReadOnly { return "read only" }
    // Of all articles, not of the open one alone: one may have gone on before the last one is on disk.
    if state.library.failedCount > 0 { return "NOT SAVED" }
    if let record = state.openRecord, case .held = record.access { return "read only" }
    return state.library.pendingCount > 0 ? "saving" : "saved"
  }

  private static func countWords(_ state: ReaderState) -> String {
    switch state.screen {
    case .reader(let path): state.library[path].map { "\($0.undecidedCount) undecided" } ?? ""
    case .review(let review):
      review.isCollecting ? "" : "\(review.groups.reduce(0) { $0 + $1.rows.count }) undecided"
    default: ""
    }
  }

  /// What Tab visits, where that is not everything.
  private static func visitingWord(_ state: ReaderState) -> String {
    guard case .reader = state.screen, state.mentionFilter != .all || state.mentionCondition != nil else { return "" }
    return "Tab: \(state.mentionCondition == nil ? state.mentionFilter.rawValue : "a condition")"
  }

  private static func positionWord(_ state: ReaderState) -> String {
    switch state.screen {
    case .reader(let path): return ArticleView.position(state, path)
    case .library:
      let count = state.library.visible.count
      return count == 0 ? "" : "\(state.libraryCursor.row + 1)/\(count)"
    case .review(let review):
      let count = review.lines.count
      return count == 0 ? "" : "\(review.cursor.row + 1)/\(count)"
    case .card(let card): return card.rows.isEmpty ? "" : "\(card.cursor.row + 1)/\(card.rows.count)"
    default: return ""
    }
  }

  private static func messageText(_ state: ReaderState) -> (text: String, style: Style) {
    let styles = state.styles
    func onLine(_ style: Style) -> Style {
      Style(style.foreground, on: styles.statusLine.background, style.attributes.union(styles.statusLine.attributes))
    }
    if !state.pendingKeys.isEmpty { return (KeySequence(state.pendingKeys).description + " …", styles.statusLine) }
    if let count = state.count { return ("\(count)", styles.statusLine) }
    if let entry = state.log.current {
      switch entry.weight {
      case .info: return (entry.text, styles.statusLine)
      case .warning: return (entry.text, onLine(styles.warning))
      case .error: return (entry.text, onLine(styles.error))
      }
    }
    if case .jump = state.mode { return ("type the two letters of a word   Esc: leave", styles.statusLine) }
    if case .character(let purpose) = state.mode {
      switch purpose {
      case .find: return ("find which character?", styles.statusLine)
      case .select: return ("select: w word  s sentence  p paragraph  q quote  n name  e entity", styles.statusLine)
      }
    }
    if let path = state.shownPath { return (selectionInWords(state, path), styles.statusLine) }
    if let progress = state.progress { return (progress, styles.statusLine) }
    return ("", styles.statusLine)
  }

  /// What is selected: text, label, status, confidence.
  static func selectionInWords(_ state: ReaderState, _ path: ArticlePath) -> String {
    guard let record = state.library[path] else { return state.progress ?? "" }
    if case .pane(let pane) = state.mode, let number = pane.lost, record.unplaced.indices.contains(number) {
      let lost = record.unplaced[number]
      return "\(Excerpt.fitted(Excerpt.oneLine(lost.text), cells: 30)) · \(lost.mention.label) · lost its place"
    }
    guard let target = state.target(in: path) else { return state.progress ?? "" }
    let text = EntityName(record.text(of: target.span)).shown
    let shown = Excerpt.fitted(text, cells: 44)
    switch target {
    case .span:
      if case .select = state.mode { return "“\(shown)”" }
      return state.progress.map { "“\(shown)”   \($0)" } ?? "“\(shown)” has no label"
    case .mention(let mention):
      var words = "\(shown) · \(mention.label) · \(mention.status.rawValue)"
      if let confidence = mention.provenance.confidence, mention.status.isUndecided {
        words += " \(ReaderState.score(confidence))"
      }
      let around =
        state.mentionsAround(mention.span, in: record)
        + record.combined.overlapping(mention.span).filter {
          mention.span.contains($0.span) && $0.id != mention.id && state.isShown($0) && $0.span != mention.span
        }
      if around.count > 1, let index = around.firstIndex(where: { $0.id == mention.id }) {
        words += "  (\(index + 1) of \(around.count) here)"
      }
      if let note = mention.note { words += "  note: \(Excerpt.oneLine(note))" }
      return words
    }
  }

  // MARK: - Hints

  /// Whole `key:word` pairs that fit, and the way to help last.
  private static func drawHints(_ state: ReaderState, _ area: Rectangle, _ canvas: inout Canvas) {
    let styles = state.styles
    let (pairs, last) = hints(state)
    var end = area.columns - 1
    if let last { end = canvas.draw(last, row: area.row, endingAt: end, style: styles.inactive) - 1 }
    var column = 1
    for (key, word) in pairs {
      let width = CellWidth.cells(key) + 1 + CellWidth.cells(word)
      guard column + width <= end else { break }
      column = canvas.draw(key, row: area.row, column: column, style: styles.page.with(.bold))
      column = canvas.draw(":\(word)", row: area.row, column: column, style: styles.inactive) + 2
    }
  }

  private static func hints(_ state: ReaderState) -> (pairs: [(String, String)], last: String?) {
    switch state.mode {
    case .dialog(let dialog):
      let letters = dialog.choices.isEmpty ? [] : [("letter", "choose")]
      return (letters + [("Enter", dialog.row == nil ? dialog.enterTitle : "choose")], "Esc:\(dialog.escapeTitle)")
    case .labelPicker: return ([("letter", "give the label"), ("/", "find by name")], "Esc:cancel")
    case .character, .jump: return ([], "Esc:cancel")
    default: break
    }
    guard let context = state.context else { return ([], nil) }
    var pairs: [(String, String)] = []
    var help: String?
    for entry in CommandTable.entries(holdingIn: context) {
      guard let hint = entry.hint, let key = state.keymap.keys(for: entry.command, in: context).first else { continue }
      if entry.command == .help {
        help = "\(key):\(hint)"
      } else if entry.command == .labelByDigit {
        if state.settings.digits == .labels { pairs.append(("1-9", hint)) }
      } else if entry.command == .leftEdgeOut {
        pairs.append(("HJKL", hint))
      } else {
        pairs.append((key.description, hint))
      }
    }
    // What closes comes last of the pairs, so that it is the first to give way.
    return (pairs.filter { $0.1 != "back" } + pairs.filter { $0.1 == "back" }, help)
  }
}
