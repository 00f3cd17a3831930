import Annotations

extension ReaderState {
  /// Carries out a command in the list of articles.
  mutating func performInLibrary(_ command: Command) {
    if moveRows(command) { return }
    let path = chosenArticle
    switch command {
    case .openPath: openPrompt(.path, title: "Folder or file:")
    case .demo: emit(.demo)
    case .open: if let path { open(path) } else { say("No article here") }
    case .done:
      let paths = markedOrChosen
      let isDone = paths.contains { library[$0]?.layer.marks.isDone == false }
      setDone(isDone, paths)
    case .note:
      if let path {
        openPrompt(.articleNote(path), title: "Note on the article:", text: library[path]?.layer.marks.note ?? "")
      }
    case .about: if let path { showAbout(path) }
    case .rescan:
      emit(.scan)
      say("Looking for articles…")
    case .openSource: if let path { openSource(path) }
    case .nextUndecidedArticle: goToUndecidedArticle()
    case .search:
      openPrompt(.libraryFilter(before: library.filter), title: "Only:", text: library.filter)
    case .mark:
      if let path {
        library.marked.formSymmetricDifference([path])
        moveRows(.rowDown)
      }
    case .markRange:
      guard library.visible.indices.contains(libraryCursor.row) else { return }
      let here = libraryCursor.row
      let last = library.visible.lastIndex { library.marked.contains($0) } ?? here
      library.marked.formUnion(library.visible[min(last, here)...max(last, here)])
      say("\(library.marked.count) marked")
    case .clearMarks: library.marked = []
    case .sort: openSortDialog()
    case .showOnly: openShowDialog()
    case .copy: if let path { copy(path.text) }
    case .searchNext, .searchPrevious: say("/ narrows the list")
    default: say("\(command.rawValue) does nothing here   ?: help")
    }
  }

  /// The article under the cursor.
  package var chosenArticle: ArticlePath? {
    library.visible.indices.contains(libraryCursor.row) ? library.visible[libraryCursor.row] : nil
  }

  /// The marked articles, else the one under the cursor.
  private var markedOrChosen: [ArticlePath] {
    let marked = library.visible.filter { library.marked.contains($0) }
    return marked.isEmpty ? chosenArticle.map { [$0] } ?? [] : marked
  }

  // MARK: - Opening

  /// Opens an article: in the place of the one that is open, or on top of a list.
  mutating func open(_ path: ArticlePath) {
    guard let record = library[path] else {
      library.add([path], annotator: annotator)
      opening = path
      emit(.open(path))
      return
    }
    switch record.stage {
    case .loaded: enter(path)
    case .listed:
      opening = path
      emit(.open(path))
    case .failed(let reason):
      // It may be readable by now.
      say("\(path.fileName): \(reason)", .error)
      opening = path
      emit(.open(path))
    }
  }

  /// Shows an article that has been read.
  mutating func enter(_ path: ArticlePath) {
    guard let record = library[path], let document = record.document else { return }
    if let place, place.article != path { jumps.leave(place) }
    // What went wrong stays in view until somebody has read it.
    let alert = alert
    if alert != nil { popMode() }
    while case .select = mode { popMode() }
    while case .pane = mode { popMode() }
    if case .reader = mode { replaceMode(.reader(path)) } else { modes.append(.reader(path)) }
    if let alert { modes.append(alert) }
    visited.removeAll { $0 == path }
    visited.append(path)
    if let row = library.visibleIndex(of: path) {
      libraryCursor.row = row
      libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
    }
    if readings[path] == nil {
      var reading = Reading()
      reading.top = document.metadata.body.start
      readings[path] = reading
    }
    if let cursor = readings[path]?.cursor, cursor.end > document.bytes.count { readings[path] = Reading() }
    _ = library.update(path) { $0.findEntities() }
    land(path)
    if record.analysis == nil { emit(.analyse(path, document, around: readings[path]?.cursor.start ?? 0)) }
    if !isReadOnly, record.access != .ours { emit(.lock(path)) }
    if record.theirs != nil { askAboutChange(path) }
  }

  /// Puts the cursor on the first thing to decide, unless it has been put somewhere already.
  mutating func land(_ path: ArticlePath) {
    guard let reading = readings[path], let record = library[path] else { return }
    guard !reading.isPlaced else {
      scrollIntoView(path)
      return
    }
    if let first = record.combined.mentions.first(where: { $0.status.isUndecided }) {
      goTo(first, in: path)
    } else if let word = units(path)?.word(at: record.document?.metadata.body.start ?? 0) {
      select(word, in: path)
    }
    // Still where it landed by itself: when more is known, it may land better.
    readings[path]?.isPlaced = false
    readings[path]?.top = record.document?.metadata.body.start ?? 0
    scrollIntoView(path)
  }

  mutating func openNeighbour(_ step: Int, of path: ArticlePath) {
    guard let next = library.neighbour(of: path, step) else {
      say(step > 0 ? "This is the last article" : "This is the first article")
      return
    }
    open(next)
  }

  mutating func openLastArticle() {
    guard visited.count > 1 else {
      say("No other article has been open")
      return
    }
    open(visited[visited.count - 2])
  }

  private mutating func goToUndecidedArticle() {
    let list = library.visible
    guard !list.isEmpty else { return }
    for step in 1...list.count {
      let row = (libraryCursor.row + step) % list.count
      if library[list[row]]?.undecidedCount ?? 0 > 0 {
        libraryCursor.row = row
        libraryCursor.scroll(height: libraryHeight, count: list.count)
        return
      }
    }
    say("Nothing is undecided in any article")
  }

  // MARK: - Narrowing and sorting

  /// Narrows the list of articles, keeping the cursor on its article where possible.
  mutating func setLibraryFilter(_ filter: String) {
    let path = chosenArticle
    library.filter = filter
    libraryCursor.row = path.flatMap { library.visibleIndex(of: $0) } ?? 0
    libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
  }

  private mutating func openSortDialog() {
    let orders: [(Character, String, Library.Order)] = [
      ("n", "by file name", .name), ("d", "by date, newest first", .date), ("t", "by title", .title),
      ("u", "by undecided mentions, most first", .undecided),
    ]
    modes.append(
      .dialog(
        Dialog(
          title: "Sort the articles", lines: [],
          choices: orders.map { Dialog.Choice(key: $0, title: $1, action: .sort($2)) }, enterTitle: "leave as it is",
          enterAction: .close)))
  }

  private mutating func openShowDialog() {
    let filters: [(Character, String, String)] = [
      ("u", "with undecided mentions", "undecided>0"), ("n", "not done", "is:open"), ("d", "done", "is:done"),
      ("o", "with a note", "is:note"), ("a", "all", ""),
    ]
    modes.append(
      .dialog(
        Dialog(
          title: "Show only articles", lines: ["/ narrows further: words, source:wire, date>=2026-06"],
          choices: filters.map { Dialog.Choice(key: $0, title: $1, action: .show($2)) }, enterTitle: "leave as it is",
          enterAction: .close)))
  }

  private mutating func showAbout(_ path: ArticlePath) {
    guard let record = library[path] else { return }
    let document = record.document
    let facts: [(String, String)] = [
      ("File", path.text), ("Title", record.title), ("Date", document?.metadata.date?.description ?? "-"),
      ("Source", document?.metadata.publisher ?? "-"), ("Address", document?.metadata.url ?? "-"),
      ("Size", document.map { "\($0.bytes.count) bytes, \($0.blocks.count) lines" } ?? "-"),
      ("SHA-256", document.map { String($0.digest().hexadecimal.prefix(32)) + "…" } ?? "-"),
      ("Annotator", record.layer.annotator.description),
      ("Mentions", "\(record.mentionCount), \(record.undecidedCount) undecided"),
      ("Model", record.analysis?.model ?? "-"), ("Note", record.layer.marks.note ?? "-"),
    ]
    let lines = facts.map { name, value in
      name + String(repeating: " ", count: max(1, 11 - name.count)) + value
    }
    modes.append(
      .dialog(Dialog(title: "About this article", lines: lines, choices: [], enterTitle: "close", enterAction: .close)))
  }

  // MARK: - Copying

  /// Copies text and says so; the route is named when it is known.
  mutating func copy(_ text: String) {
    emit(.copy(text))
  }

  mutating func copyText(_ path: ArticlePath) {
    guard let target = target(in: path), let record = library[path] else { return }
    copy(record.text(of: target.span))
  }

  /// Copies the sentence with where it is from, so that it can be quoted and found again.
  mutating func copySentence(_ path: ArticlePath) {
    guard let units = units(path), let record = library[path], let document = record.document,
      let cursor = readings[path]?.cursor
    else { return }
    let sentence = units.sentence(at: cursor.start)
    let codePoints = OffsetMap(document).codePoints(sentence)
    let metadata = document.metadata
    let source = [metadata.title, metadata.publisher, metadata.date?.description, metadata.url].compactMap(\.self)
    let place = "\(path.fileName), code points \(codePoints.lowerBound)–\(codePoints.upperBound)"
    copy(
      "\(Excerpt.oneLine(document.text(in: sentence)))\n\((source + [place]).joined(separator: ", "))\n"
    )
  }

  mutating func openSource(_ path: ArticlePath) {
    guard let url = library[path]?.document?.metadata.url else {
      say("The article does not say where it is from")
      return
    }
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
      say("Only http addresses are opened, not \(url.prefix(40))")
      return
    }
    emit(.openURL(url))
  }
}
