import Annotations

extension ReaderState {
  // MARK: - Rows

  /// Moves the cursor of whatever list has the keys.
  ///
  /// - Returns: Whether the command was one that moves.
  @discardableResult
  mutating func moveRows(_ command: Command) -> Bool {
    let page = max(1, listHeight - 1)
    let step: Int
    switch command {
    case .rowDown: step = 1
    case .rowUp: step = -1
    case .halfPageDown: step = max(1, page / 2)
    case .halfPageUp: step = -max(1, page / 2)
    case .pageDown: step = page
    case .pageUp: step = -page
    case .firstRow: step = -1_000_000_000
    case .lastRow: step = 1_000_000_000
    default: return false
    }
    switch mode {
    case .library: libraryCursor.move(by: step, count: library.visible.count)
    case .pane(var pane):
      movePane(&pane, by: step)
      replaceMode(.pane(pane))
    case .card(var card):
      card.cursor.move(by: step, count: card.rows.count)
      replaceMode(.card(card))
    case .review(var review):
      review.cursor.move(by: step, count: review.lines.count)
      replaceMode(.review(review))
    case .picker(var picker):
      // Round at the ends, one step at a time.
      let count = picker.matches.count
      if abs(step) == 1, count > 0 {
        picker.cursor.row = (picker.cursor.row + step + count) % count
      } else {
        picker.cursor.move(by: step, count: count)
      }
      replaceMode(.picker(picker))
      previewChosen()
    case .propagate(var propagation):
      propagation.cursor.move(by: step, count: propagation.rows.count)
      replaceMode(.propagate(propagation))
    case .help(var help):
      help.top = max(0, min(help.top + step, max(0, helpRows(help).count - 1)))
      replaceMode(.help(help))
    default: return false
    }
    if case .library = mode { libraryCursor.scroll(height: libraryHeight, count: library.visible.count) }
    return true
  }

  /// Rows that lists have in view.
  var listHeight: Int {
    switch mode {
    case .library: libraryHeight
    case .review: reviewHeight
    case .picker, .propagate: max(1, min(9, geometry.body.rows - 5))
    default: max(1, geometry.body.rows - 2)
    }
  }

  /// Rows of articles in the library.
  var libraryHeight: Int { max(1, geometry.body.rows - (geometry.size.columns >= 60 ? 1 : 0)) }

  /// Rows of groups in the review queue: the rest shows where they stand.
  var reviewHeight: Int { max(1, geometry.body.rows * 3 / 5) }

  // MARK: - Pane

  /// What the pane of an article lists.
  func entityList(_ path: ArticlePath) -> EntityList {
    guard let record = library[path] else { return EntityList() }
    if let listed, listed.isCurrent(for: record, labels) { return listed }
    return EntityList(record, labels)
  }

  /// Puts the list for the pane together after a change; frames and keys that follow find it ready.
  mutating func refreshEntityList() {
    guard let record = openRecord, settings.showsPane || context == .pane else { return }
    if listed?.isCurrent(for: record, labels) != true { listed = EntityList(record, labels) }
  }

  /// The entities in the order of the pane.
  func paneKeys(_ path: ArticlePath) -> [EntityIndex.Key] { entityList(path).keys }

  private mutating func movePane(_ pane: inout EntityPane, by step: Int) {
    guard let path = openPath else { return }
    let list = entityList(path)
    let keys = list.keys
    let count = keys.count + list.lostCount
    guard count > 0 else { return }
    let here = pane.lost.map { keys.count + $0 } ?? pane.key.flatMap { keys.firstIndex(of: $0) }
    let row = min(max(0, (here ?? (step > 0 ? -1 : 0)) + step), count - 1)
    // One of both has the keys.
    pane.lost = row < keys.count ? nil : row - keys.count
    pane.key = row < keys.count ? keys[row] : nil
    // The text follows: its first mention is shown.
    if let key = pane.key, let first = group(key, path)?.mentions.first { goTo(first, in: path) }
  }

  /// Carries out a command in the entity pane.
  mutating func performInPane(_ command: Command, _ keys: KeySequence, _ pane: EntityPane) {
    guard let path = openPath else { return popMode() }
    if moveRows(command) { return }
    switch command {
    case .search:
      perform(.pickEntity)
      return
    case .copy:
      if let number = pane.lost {
        if number < entityList(path).lostCount { copy(entityList(path).lost(number).text) }
      } else if let key = pane.key, let group = group(key, path) {
        copy(group.name)
      }
      return
    case .mark, .markRange, .clearMarks:
      markInPane(command, pane, path)
      return
    default: break
    }
    if let number = pane.lost {
      performOnLost(command, number, path)
      return
    }
    guard let key = pane.key, group(key, path) != nil else {
      say("No entity here")
      return
    }
    switch command {
    case .card: openCard(key, path)
    case .nextOfEntity, .previousOfEntity: stepThrough(key, command == .nextOfEntity ? 1 : -1, path)
    case .accept, .reject:
      decideEntities(command == .accept ? .accepted : .rejected, chosenKeys(pane, key, path), path)
      clearPaneMarks()
    case .labelByDigit:
      guard let label = keys.keys.last?.typed.flatMap({ labels.label(digit: $0) }) else { return }
      relabelChosen(label, pane, key, path)
    case .pickLabel: openLabelPicker()
    case .merge: openMerge(path)
    case .rename: renameEntity(path)
    case .linkKnowledgeBase: linkEntity(path)
    case .note: noteEntity()
    case .propagate:
      if let first = group(key, path)?.mentions.first { openPropagation(first, path) }
    default: say("\(command.rawValue) does nothing here   ?: help")
    }
  }

  /// Carries out a command on a mention that has lost its place.
  private mutating func performOnLost(_ command: Command, _ number: Int, _ path: ArticlePath) {
    let list = entityList(path)
    guard number < list.lostCount else { return }
    let words = Excerpt.oneLine(list.lost(number).text)
    switch command {
    case .card, .nextOfEntity, .previousOfEntity:
      popMode()
      searchText = words
      searchAgain(forward: command != .previousOfEntity)
    default: say("“\(Excerpt.fitted(words, cells: 30))” has lost its place   Enter: search")
    }
  }

  /// Keeps the pane on an entity that exists: what was there may have got another label or name.
  mutating func refreshPane() {
    guard let index = modes.lastIndex(where: { if case .pane = $0 { true } else { false } }),
      case .pane(var pane) = modes[index], let path = openPath
    else { return }
    if let number = pane.lost, number >= entityList(path).lostCount {
      pane.lost = nil
      modes[index] = .pane(pane)
    }
    guard pane.lost == nil, pane.key.flatMap({ group($0, path) }) == nil else { return }
    pane.key = currentGroup(path)?.id ?? neighbour(of: pane.key, path)
    modes[index] = .pane(pane)
  }

  /// What stands where an entity stood that the pane has listed: the next one that is still there, else the one before.
  private func neighbour(of key: EntityIndex.Key?, _ path: ArticlePath) -> EntityIndex.Key? {
    let before = listed?.keys ?? []
    let now = paneKeys(path)
    guard let index = key.flatMap({ before.firstIndex(of: $0) }) else { return now.first }
    let known = Set(now)
    return before[index...].first(where: known.contains) ?? before[..<index].last(where: known.contains) ?? now.first
  }

  /// The entity that is selected in the text is selected in the pane too.
  mutating func followInPane() {
    guard case .pane(var pane) = mode, let path = openPath, let key = currentGroup(path)?.id else { return }
    pane.key = key
    pane.lost = nil
    replaceMode(.pane(pane))
  }

  /// The entities that commands act on: the marked ones in their order, else the one under the cursor.
  private func chosenKeys(_ pane: EntityPane, _ key: EntityIndex.Key, _ path: ArticlePath) -> [EntityIndex.Key] {
    pane.marked.isEmpty ? [key] : paneKeys(path).filter(pane.marked.contains)
  }

  /// Gives the entities that commands act on another label.
  mutating func relabelChosen(_ label: Label, _ pane: EntityPane, _ key: EntityIndex.Key, _ path: ArticlePath) {
    relabelEntities(label, chosenKeys(pane, key, path), path)
    clearPaneMarks()
  }

  mutating func clearPaneMarks() {
    guard case .pane(var pane) = mode, !pane.marked.isEmpty else { return }
    pane.marked = []
    replaceMode(.pane(pane))
  }

  private mutating func markInPane(_ command: Command, _ pane: EntityPane, _ path: ArticlePath) {
    var pane = pane
    switch command {
    case .clearMarks: pane.marked = []
    case .markRange:
      let keys = paneKeys(path)
      guard !keys.isEmpty else { return }
      let here = pane.key.flatMap { keys.firstIndex(of: $0) } ?? 0
      let last = keys.lastIndex { pane.marked.contains($0) } ?? here
      pane.marked.formUnion(keys[min(here, last)...max(here, last)])
    default:
      if let key = pane.key { pane.marked.formSymmetricDifference([key]) }
      replaceMode(.pane(pane))
      moveRows(.rowDown)
      return
    }
    replaceMode(.pane(pane))
  }

  private mutating func stepThrough(_ key: EntityIndex.Key, _ step: Int, _ path: ArticlePath) {
    guard let mentions = group(key, path)?.mentions, !mentions.isEmpty else { return }
    let cursor = readings[path]?.cursor.start ?? 0
    let index = mentions.firstIndex { $0.span.start == cursor } ?? -1
    let next = (index + step + mentions.count) % mentions.count
    goTo(mentions[max(0, next)], in: path)
    say("\(max(0, next) + 1) of \(mentions.count)")
  }

  // MARK: - Card

  /// Opens the card of the entity that is selected.
  mutating func openCard(_ path: ArticlePath) {
    guard let group = currentGroup(path) else {
      say("No mention is selected")
      return
    }
    openCard(group.id, path)
  }

  /// Opens the card of an entity.
  mutating func openCard(_ key: EntityIndex.Key, _ path: ArticlePath) {
    guard group(key, path) != nil else { return }
    modes.append(.card(EntityCard(path: path, key: key, rows: cardRows(key, path))))
  }

  /// The mentions of an entity: those of its article, then those of the same names in others.
  private func cardRows(_ key: EntityIndex.Key, _ path: ArticlePath) -> [EntityCard.Row] {
    guard let group = group(key, path) else { return [] }
    var rows = group.mentions.map { EntityCard.Row(path: path, id: $0.id) }
    let names = Set(
      ([group.name] + group.aliases).map { EntityIndex.Key.named(group.label, EntityName($0).normalised) })
    for other in library.paths where other != path {
      guard let record = library[other], !record.entityNames.isDisjoint(with: names) else { continue }
      for mention in record.combined.mentions where mention.status != .rejected && mention.label == group.label {
        let name = EntityName(record.text(of: mention.span)).normalised
        if names.contains(.named(mention.label, name)) { rows.append(EntityCard.Row(path: other, id: mention.id)) }
      }
    }
    return rows
  }

  /// Puts cards right after a change.
  mutating func refreshCards() {
    for index in modes.indices.reversed() {
      guard case .card(var card) = modes[index] else { continue }
      card.rows = cardRows(card.key, card.path)
      card.cursor.move(by: 0, count: card.rows.count)
      card.marked.formIntersection(card.rows)
      if card.rows.isEmpty, index > 0 {
        modes.remove(at: index)
      } else {
        modes[index] = .card(card)
      }
    }
  }

  /// Asks what spoke for the mention that the card is about, once for each.
  mutating func explainInCard() {
    guard case .card(var card) = mode, let row = card.currentRow, card.explanation?.row != row,
      let record = library[row.path], let document = record.document, let mention = record.combined[row.id]
    else { return }
    card.explanation = EntityCard.Explanation(row: row)
    replaceMode(.card(card))
    effects.append(.explain(row, document, mention.span))
  }

  /// Takes over what spoke for a mention.
  mutating func takeExplanation(_ row: EntityCard.Row, _ lines: [String]) {
    for index in modes.indices {
      guard case .card(var card) = modes[index], card.explanation?.row == row else { continue }
      card.explanation?.lines = lines
      modes[index] = .card(card)
    }
  }

  /// Carries out a command in a card.
  mutating func performInCard(_ command: Command, _ keys: KeySequence, _ card: EntityCard) {
    if moveRows(command) { return }
    var card = card
    let row = card.currentRow
    switch command {
    case .menu:
      if let row, let mention = library[row.path]?.combined[row.id] { show(mention, in: row.path) }
    case .accept: decideRows(.accepted, card.marked.isEmpty ? card.rows : card.rows.filter(card.marked.contains))
    case .reject:
      decideRows(.rejected, card.marked.isEmpty ? row.map { [$0] } ?? [] : card.rows.filter(card.marked.contains))
    case .split:
      let chosen = card.marked.isEmpty ? row.map { [$0] } ?? [] : card.rows.filter(card.marked.contains)
      let here = chosen.filter { $0.path == card.path }.compactMap { library[card.path]?.combined[$0.id] }
      if here.isEmpty { say("Only mentions of this article can be split off here") } else { split(here, card.path) }
    case .merge: openMerge(card.path)
    case .rename: renameEntity(card.path)
    case .linkKnowledgeBase: linkEntity(card.path)
    case .note: noteEntity()
    case .pickLabel: openLabelPicker()
    case .labelByDigit:
      if let label = keys.keys.last?.typed.flatMap({ labels.label(digit: $0) }) {
        relabelEntities(label, [card.key], card.path)
      }
    case .propagate:
      if let first = group(card.key, card.path)?.mentions.first { openPropagation(first, card.path) }
    case .mark, .clearMarks, .markRange:
      switch command {
      case .clearMarks: card.marked = []
      case .markRange:
        let last = card.rows.lastIndex { card.marked.contains($0) } ?? card.cursor.row
        card.marked.formUnion(card.rows[min(last, card.cursor.row)...max(last, card.cursor.row)])
      default:
        if let row { card.marked.formSymmetricDifference([row]) }
        card.cursor.move(by: 1, count: card.rows.count)
      }
      replaceMode(.card(card))
    case .copy:
      if let row {
        copy(
          library[row.path].map { Excerpt.oneLine($0.text(of: $0.combined[row.id]?.span ?? Span(0, 0))) } ?? "")
      }
    default: say("\(command.rawValue) does nothing here   ?: help")
    }
  }

  /// Decides on mentions in any articles as one step.
  mutating func decideRows(_ status: Status, _ rows: [EntityCard.Row]) {
    var edits: [ArticlePath: [Edit]] = [:]
    for row in rows {
      guard let mention = library[row.path]?.combined[row.id],
        status == .accepted ? mention.status.isUndecided : !says(status, of: mention, in: row.path)
      else { continue }
      edits[row.path, default: []].append(edit(mention, in: row.path, decide: status))
    }
    let count = edits.values.reduce(0) { $0 + $1.count }
    guard count > 0 else {
      say(status == .accepted ? "Nothing there is undecided" : "All that is \(status.rawValue) already")
      return
    }
    let verb = status == .accepted ? "accepted" : status == .rejected ? "rejected" : "flagged"
    guard
      commit(
        "\(verb) \(count.counted("mention"))", edits.keys.sorted().map { ($0, edits[$0] ?? []) })
    else { return }
    say("\(verb.prefix(1).uppercased())\(verb.dropFirst()) \(count.counted("mention"))   u: undo")
  }

  /// Opens the article of a mention, so that `q` comes back here.
  mutating func show(_ mention: Mention, in path: ArticlePath) {
    open(path)
    guard openPath == path else { return }
    goTo(mention, in: path)
  }
}
