import Annotations

extension ReaderState {
  /// Opens the dialog that applies a label to all occurrences of the selected mention's words.
  mutating func openPropagation(_ path: ArticlePath) {
    guard case .mention(let mention)? = target(in: path) else {
      say("Give these words a label first (1-9 or t), then A applies it to all occurrences")
      return
    }
    openPropagation(mention, path)
  }

  /// Opens the dialog for a mention.
  mutating func openPropagation(_ mention: Mention, _ path: ArticlePath) {
    guard let record = library[path] else { return }
    if let reason = reasonNotToChange(path) {
      say(reason, .warning)
      return
    }
    let text = Excerpt.oneLine(record.text(of: mention.span))
    let group = record.document.map {
      EntityIndex(record.combined.mentions, entities: record.layer.entities, in: $0).group(of: mention.id)
    }
    var propagation = Propagation(
      text: text, aliases: (group??.aliases ?? []) + [group??.name ?? text], label: mention.label,
      entity: mention.entity, path: path)
    if library.paths.count == 1 { propagation.options.scope = .article }
    modes.append(.propagate(propagation))
    start(.occurrences(propagation))
  }

  /// The occurrences have been found.
  mutating func takeOccurrences(_ rows: [Propagation.Row], _ remark: String) {
    guard let index = modes.lastIndex(where: { if case .propagate = $0 { true } else { false } }),
      case .propagate(var propagation) = modes[index]
    else { return }
    // What was unticked by hand stays unticked when an option changes.
    let before = Dictionary(
      propagation.rows.map { (EntityCard.Place(path: $0.path, span: $0.span), $0.isTicked) },
      uniquingKeysWith: { first, _ in first })
    propagation.rows = rows.map { row in
      var row = row
      if let ticked = before[EntityCard.Place(path: row.path, span: row.span)], !row.state.isDecided {
        row.isTicked = ticked
      }
      return row
    }
    propagation.isCollecting = false
    propagation.remark = remark
    propagation.cursor.move(by: 0, count: rows.count)
    modes[index] = .propagate(propagation)
  }

  /// Carries out a command of the dialog.
  mutating func performInPropagation(_ command: Command) {
    guard case .propagate(var propagation) = mode else { return }
    var searchesAgain = false
    switch command {
    case .tick:
      if propagation.rows.indices.contains(propagation.cursor.row) {
        propagation.rows[propagation.cursor.row].isTicked.toggle()
        propagation.cursor.move(by: 1, count: propagation.rows.count)
      }
    case .tickAll, .untickAll:
      for index in propagation.rows.indices { propagation.rows[index].isTicked = command == .tickAll }
    case .apply:
      apply(propagation)
      return
    case .cycleScope:
      var scopes = Propagation.Scope.allCases
      if library.marked.isEmpty { scopes.removeAll { $0 == .marked } }
      let index = scopes.firstIndex(of: propagation.options.scope) ?? 0
      propagation.options.scope = scopes[(index + 1) % scopes.count]
      searchesAgain = true
    case .toggleWholeWords:
      propagation.options.wholeWords.toggle()
      searchesAgain = true
    case .toggleCase:
      propagation.options.matchesCase.toggle()
      searchesAgain = true
    case .toggleInflected:
      propagation.options.inflected.toggle()
      searchesAgain = true
    case .toggleDecided:
      propagation.options.includesDecided.toggle()
      for index in propagation.rows.indices where propagation.rows[index].state.isDecided {
        propagation.rows[index].isTicked = propagation.options.includesDecided
      }
    default: return
    }
    propagation.isCollecting = searchesAgain
    replaceMode(.propagate(propagation))
    if searchesAgain { start(.occurrences(propagation)) }
  }

  /// Gives the label to what is ticked, in all articles, as one step.
  private mutating func apply(_ propagation: Propagation) {
    guard !propagation.isCollecting else {
      say("Still looking for occurrences")
      return
    }
    let ticked = propagation.rows.filter(\.isTicked)
    guard !ticked.isEmpty else {
      popMode()
      say("Nothing was ticked: nothing changed")
      return
    }
    var edits: [ArticlePath: [Edit]] = [:]
    for row in ticked { edits[row.path, default: []].append(edit(for: row, propagation)) }
    let articles = edits.keys.sorted()
    let summary = "applied \(propagation.label) to \(ticked.count) × \(Excerpt.fitted(propagation.text, cells: 30))"
    popMode()
    guard commit(summary, articles.map { ($0, edits[$0] ?? []) }) else { return }
    let places = ticked.count == 1 ? "1 place" : "\(ticked.count) places"
    let files = articles.count == 1 ? "" : " in \(articles.count) articles"
    say("\(propagation.text) · \(propagation.label): \(places)\(files)   u: undo")
  }

  private mutating func edit(for row: Propagation.Row, _ propagation: Propagation) -> Edit {
    let label = propagation.label
    let entity = row.path == propagation.path ? propagation.entity : nil
    if let id = row.mention, let mention = library[row.path]?.combined[id] {
      return edit(mention, in: row.path, .propagated) { changed in
        changed.label = label
        changed.status = .accepted
        if let entity { changed.entity = entity }
      }
    }
    var mention = newMention(row.span, label, id: identifiers.mention(), method: .propagated)
    mention.entity = entity
    return .add(mention)
  }
}

extension EntityCard {
  /// A span in an article.
  struct Place: Hashable {
    var path: ArticlePath
    var span: Span
  }
}
