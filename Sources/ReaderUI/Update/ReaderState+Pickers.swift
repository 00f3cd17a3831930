import Annotations

extension ReaderState {
  // MARK: - Opening

  mutating func openPicker(_ picker: Picker) {
    modes.append(.picker(picker))
    previewChosen()
  }

  /// Opens a picker whose rows are collected beside the screen.
  mutating func openCollectedPicker(_ kind: Picker.Kind, _ title: String, _ task: Job.Task) {
    var picker = Picker(kind, title: title)
    picker.job = start(task)
    modes.append(.picker(picker))
  }

  /// Rows have been collected, for the picker that waits for them and no other, under whatever lies on it.
  mutating func takePickerRows(_ rows: [Picker.Row], _ footnote: String, of job: Int) {
    for index in modes.indices {
      guard case .picker(var picker) = modes[index], picker.job == job else { continue }
      picker.job = nil
      picker.footnote = footnote
      picker.rows = rows
      modes[index] = .picker(picker)
      previewChosen()
    }
  }

  mutating func openPalette() {
    let context = modes.last(where: { $0.context != nil })?.context ?? .everywhere
    var rows: [Picker.Row] = []
    for entry in CommandTable.entries(holdingIn: context) {
      let keys = keymap.keys(for: entry.command, in: context).first?.description ?? ""
      rows.append(
        Picker.Row(
          ":\(entry.command.rawValue)  \(entry.title)", detail: keys, action: .command(entry.command),
          reasonOff: reasonOff(entry.command)))
    }
    openPicker(Picker(.commands, title: "Commands", rows: rows))
  }

  /// Enter on a mention: what can be done with it. Enter on a word: the labels.
  mutating func openMenu(_ path: ArticlePath) {
    if case .mention? = target(in: path) { openActions() } else { openLabelPicker() }
  }

  mutating func openActions() {
    guard let path = openPath, case .reader = mode else {
      openPalette()
      return
    }
    guard case .mention(let mention)? = target(in: path) else {
      openLabelPicker()
      return
    }
    let commands: [Command] = [
      .accept, .reject, .unsure, .pickLabel, .leftEdgeOut, .leftEdgeIn, .rightEdgeIn, .rightEdgeOut, .propagate, .card,
      .note, .merge, .split, .rename, .linkKnowledgeBase, .remove, .copy, .copySentence,
    ]
    let rows = commands.compactMap { command -> Picker.Row? in
      guard let entry = CommandTable.entry(command, in: .reader) else { return nil }
      return Picker.Row(
        entry.title, detail: keymap.keys(for: command, in: .reader).first?.description ?? "",
        action: .command(command), keywords: command.rawValue, reasonOff: reasonOff(command))
    }
    let title = "\(quoted(mention.span, in: path)) · \(mention.label) · \(mention.status.rawValue)"
    openPicker(Picker(.actions, title: title, rows: rows))
  }

  /// Why a command can do nothing now.
  private func reasonOff(_ command: Command) -> String? {
    switch command {
    case .undo: history.undoable.isEmpty && !historyIsStale ? "nothing has been done" : nil
    case .redo: history.redoable.isEmpty && !historyIsStale ? "nothing was undone" : nil
    case .openSource:
      openRecord != nil && openRecord?.document?.metadata.url == nil ? "the article does not say where it is from" : nil
    case .nextArticle:
      openPath.flatMap { library.neighbour(of: $0, 1) } == nil && openPath != nil ? "this is the last one" : nil
    case .previousArticle:
      openPath.flatMap { library.neighbour(of: $0, -1) } == nil && openPath != nil ? "this is the first one" : nil
    case .accept, .reject, .unsure, .remove, .split, .merge, .rename, .note, .linkKnowledgeBase, .propagate:
      openPath.flatMap { reasonNotToChange($0) }
    default: nil
    }
  }

  mutating func openArticlePicker() {
    openPicker(Picker(.articles, title: "Go to an article", rows: library.paths.map(articleRow)))
  }

  mutating func openRecentArticles() {
    let rows = visited.reversed().filter { $0 != openPath }.map(articleRow)
    guard !rows.isEmpty else {
      say("No other article has been open")
      return
    }
    openPicker(Picker(.recentArticles, title: "Recent articles", rows: rows))
  }

  private func articleRow(_ path: ArticlePath) -> Picker.Row {
    let record = library[path]
    let open = record?.undecidedCount ?? 0
    return Picker.Row(
      Excerpt.fitted(record?.title ?? path.fileName, cells: 100), detail: open > 0 ? "\(open) undecided" : "",
      action: .article(path), keywords: path.fileName)
  }

  mutating func openMentionPicker() {
    guard let path = openPath, let record = library[path] else {
      openCollectedPicker(.mentionsEverywhere, "Mentions in all articles", .mentions)
      return
    }
    let rows = record.combined.mentions.filter(isShown).map { mention in
      let confidence =
        mention.provenance.confidence.map { mention.status.isUndecided ? " \(Self.score($0))" : "" } ?? ""
      return Picker.Row(
        quoted(mention.span, in: path), detail: "\(mention.label)  \(mention.status.rawValue)\(confidence)",
        action: .mention(path, mention.id), keywords: "\(mention.label) \(mention.status.rawValue)")
    }
    openPicker(Picker(.mentions, title: "Mentions in this article", rows: rows))
  }

  /// A confidence as it is shown: `0.48`.
  package static func score(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  mutating func openMessages() {
    let rows = log.entries.reversed().map { entry in
      Picker.Row(
        entry.text, detail: String(entry.time.description.dropFirst(11).prefix(8)), action: .message(entry.text))
    }
    openPicker(Picker(.messages, title: "Messages, the latest first", rows: rows))
  }

  mutating func openLabels() {
    let rows = labels.definitions.map { definition in
      let digit = definition.digit.map { "\($0)" } ?? " "
      let name = definition.label.name
      return Picker.Row(
        "\(digit)  \(definition.letter)  \(name)\(String(repeating: " ", count: max(1, 14 - name.count)))\(definition.meaning)",
        action: .label(definition.label))
    }
    openPicker(Picker(.labels, title: "Labels: digit, letter, name", rows: rows))
  }

  mutating func reopenPicker() {
    guard var picker = lastPicker else {
      say("No picker has been open yet")
      return
    }
    picker.job = nil
    openPicker(picker)
  }

  // MARK: - Typing and choosing

  mutating func pickerTextChanged() {
    guard case .picker(var picker) = mode else { return }
    if picker.searchesText {
      searchText = picker.field.text
      if searchText.isEmpty { picker.rows = [] }
      picker.job =
        searchText.isEmpty ? nil : start(.search(searchText, in: picker.kind == .searchHere ? openPath : nil))
      replaceMode(.picker(picker))
    } else {
      picker.narrow()
      replaceMode(.picker(picker))
      previewChosen()
    }
  }

  /// Themes and places are shown while the cursor is on them.
  mutating func previewChosen() {
    guard showsPreview, case .picker(let picker) = mode else { return }
    switch picker.chosen?.action {
    case .theme(let name): applyTheme(named: name)
    case .place(let path, let span) where path == openPath && picker.kind == .searchHere: peek(at: span, in: path)
    default: break
    }
  }

  /// Scrolls to a place without going there.
  private mutating func peek(at span: Span, in path: ArticlePath) {
    guard let kept = readings[path], span.end <= library[path]?.document?.bytes.count ?? 0 else { return }
    readings[path]?.cursor = span
    scrollIntoView(path)
    let top = readings[path]?.top ?? kept.top
    readings[path] = kept
    readings[path]?.top = top
  }

  /// Closes a picker without choosing: what was only shown goes away.
  mutating func closePicker(_ picker: Picker) {
    popMode()
    endPreview(picker)
    if picker.kind == .searchHere { searchText = "" }
    remember(picker)
  }

  private mutating func endPreview(_ picker: Picker) {
    if picker.kind == .themes { applyTheme() }
    if picker.kind == .searchHere, let path = openPath, let top = picker.returnsTo { readings[path]?.top = top }
  }

  /// Shows what a picker or the list of articles is about to choose, or stops to.
  mutating func togglePreview() {
    showsPreview.toggle()
    say(showsPreview ? "Preview" : "No preview")
    guard case .picker(let picker) = mode else { return }
    if showsPreview { previewChosen() } else { endPreview(picker) }
  }

  private mutating func remember(_ picker: Picker) {
    switch picker.kind {
    // What these show belongs to a moment.
    case .actions, .merge, .themes, .differences: break
    default: lastPicker = picker
    }
  }

  private mutating func choose() {
    guard case .picker(let picker) = mode else { return }
    guard let row = picker.chosen else {
      say(picker.isCollecting ? "Still looking" : "Nothing to choose")
      return
    }
    if let reason = row.reasonOff {
      say("Not now: \(reason)")
      return
    }
    remember(picker)
    popMode()
    carryOut(row.action, picker)
  }

  private mutating func carryOut(_ action: Picker.Action, _ picker: Picker) {
    switch action {
    case .nothing: break
    case .message(let text):
      // In the list there is only room for its beginning.
      modes.append(
        .dialog(Dialog(title: "Message", lines: [text], choices: [], enterTitle: "close", enterAction: .close)))
    case .command(let command): perform(command)
    case .article(let path): open(path)
    case .place(let path, let span):
      if openPath != path || shownPath == nil { open(path) }
      guard openPath == path else { return }
      if picker.searchesText { jump(toMatch: span, in: path) } else { jump(to: span, in: path) }
    case .mention(let path, let id):
      if openPath != path || shownPath == nil { open(path) }
      guard openPath == path, let mention = library[path]?.combined[id] else { return }
      jump(to: mention.span, in: path, pinned: id)
    case .entity(let path, let key): openCard(key, path)
    case .merge(let key, _):
      if case .merge(let path, let own) = picker.kind {
        merge([own], into: key, path)
        clearPaneMarks()
      }
    case .theme(let name): chooseTheme(name)
    case .label(let label): giveLabelHere(label)
    }
  }

  /// Carries out a command of pickers, prompts and help.
  mutating func performInText(_ command: Command) {
    switch (command, mode) {
    case (.choose, .picker): choose()
    case (.choose, .prompt(let prompt)): finishPrompt(prompt)
    case (.clearText, _):
      edit { field in
        field.set("")
        return true
      }
    case (.deleteWord, _):
      edit { field in
        field.deleteWord()
        return true
      }
    case (.complete, .prompt(let prompt)): complete(prompt)
    case (.historyBack, .prompt(let prompt)): goThroughHistory(prompt, 1)
    case (.historyForward, .prompt(let prompt)): goThroughHistory(prompt, -1)
    default: break
    }
  }

  // MARK: - Labels

  mutating func openLabelPicker() {
    if let path = openPath, let reason = reasonNotToChange(path) {
      say(reason, .warning)
      return
    }
    guard !labels.definitions.isEmpty else {
      say("There are no labels", .warning)
      return
    }
    modes.append(.labelPicker(ListCursor()))
  }

  /// A key in the label picker: a letter or digit picks, `/` looks for a name, arrows and Enter choose.
  mutating func pickLabel(with key: Key) {
    guard case .labelPicker(var cursor) = mode else { return }
    let count = labels.definitions.count
    switch key.code {
    case .escape: popMode()
    case .down, .tab:
      cursor.row = (cursor.row + 1) % count
      replaceMode(.labelPicker(cursor))
    case .up:
      cursor.row = (cursor.row + count - 1) % count
      replaceMode(.labelPicker(cursor))
    case .pageDown, .pageUp, .home, .end:
      cursor.move(
        by: key.code == .pageDown ? 8 : key.code == .pageUp ? -8 : key.code == .home ? -count : count, count: count)
      replaceMode(.labelPicker(cursor))
    case .enter:
      popMode()
      giveLabelHere(labels.definitions[cursor.row].label)
    case .character("/"):
      popMode()
      openLabels()
    case .character(let character) where key.modifiers.isEmpty:
      guard let label = labels.label(letter: character) ?? labels.label(digit: character) else {
        say("No label has the letter \(character)   Esc: leave")
        return
      }
      popMode()
      giveLabelHere(label)
    default:
      popMode()
    }
  }

  /// Gives a label to whatever the mode is about.
  mutating func giveLabelHere(_ label: Label) {
    switch mode {
    case .pane(let pane): if let path = openPath, let key = pane.key { relabelChosen(label, pane, key, path) }
    case .card(let card): relabelEntities(label, [card.key], card.path)
    case .review(let review): giveInReview(label, review)
    default: if let path = shownPath { give(label, path) }
    }
  }
}
