import Annotations

/// What verbs act on.
enum Target: Hashable, Sendable {
  /// A mention, suggested or decided.
  case mention(Mention)
  /// Words that are no mention, or were selected on purpose.
  case span(Span)

  /// Where it lies.
  var span: Span {
    switch self {
    case .mention(let mention): mention.span
    case .span(let span): span
    }
  }
}

extension ReaderState {
  // MARK: - What is selected

  /// What verbs act on in an article.
  func target(in path: ArticlePath) -> Target? {
    guard let record = library[path], record.document != nil, let reading = readings[path] else { return nil }
    if reading.isExplicit { return reading.cursor.isEmpty ? nil : .span(reading.cursor) }
    if let id = reading.pinned, let mention = record.combined[id], mention.span.overlaps(reading.cursor) {
      return .mention(mention)
    }
    let around = mentionsAround(reading.cursor, in: record)
    if let innermost = around.last { return .mention(innermost) }
    return reading.cursor.isEmpty ? nil : .span(reading.cursor)
  }

  /// The mentions in view that contain `span`, outermost first.
  func mentionsAround(_ span: Span, in record: ArticleRecord) -> [Mention] {
    let probe = span.isEmpty ? Span(span.start, span.start + 1) : span
    return record.combined.overlapping(probe).filter { $0.span.contains(span) && isShown($0) }
  }

  /// Whether a mention is drawn.
  func isShown(_ mention: Mention) -> Bool { mention.status != .rejected || settings.showsRejected }

  /// Words, sentences and paragraphs of an article.
  func units(_ path: ArticlePath) -> TextUnits? {
    guard let record = library[path], let document = record.document else { return nil }
    return TextUnits(document, analysis: record.analysis)
  }

  // MARK: - Going somewhere

  /// Selects `span` and shows it. With `pinned`, that mention is what verbs act on.
  mutating func select(_ span: Span, in path: ArticlePath, pinned: Mention.ID? = nil, explicit: Bool = false) {
    guard var reading = readings[path], let document = library[path]?.document else { return }
    let end = min(span.end, document.bytes.count)
    reading.cursor = Span(min(span.start, end), end)
    reading.pinned = pinned
    reading.isExplicit = explicit
    reading.goalColumn = nil
    reading.isPlaced = true
    if !explicit { reading.grownFrom = [] }
    readings[path] = reading
    scrollIntoView(path)
  }

  /// Goes to a mention.
  mutating func goTo(_ mention: Mention, in path: ArticlePath) {
    select(mention.span, in: path, pinned: mention.id)
  }

  /// Goes to a place that may be far away, and remembers where it came from.
  mutating func jump(to span: Span, in path: ArticlePath, pinned: Mention.ID? = nil) {
    if let place { jumps.leave(place) }
    select(span, in: path, pinned: pinned)
  }

  /// Moves to a word: the cursor, or the edge that moves.
  mutating func move(to word: Span, in path: ArticlePath, keepingColumn column: Int? = nil) {
    if case .select(var selecting) = mode {
      selecting.head = word
      replaceMode(.select(selecting))
      let union = Span(min(selecting.anchor.start, word.start), max(selecting.anchor.end, word.end))
      select(union, in: path, explicit: true)
    } else {
      select(word, in: path)
    }
    readings[path]?.goalColumn = column
  }

  /// The word that motions start from.
  private func head(in path: ArticlePath) -> Span? {
    if case .select(let selecting) = mode { return selecting.head }
    return readings[path]?.cursor
  }

  // MARK: - Commands

  /// Carries out a command in an article.
  mutating func performInReader(_ command: Command, _ keys: KeySequence, _ path: ArticlePath) {
    guard library[path]?.document != nil else { return }
    switch command {
    case .previousWord, .nextWord, .wordEnd, .nextSentence, .previousSentence, .nextParagraph, .previousParagraph,
      .top, .bottom, .lineStart, .lineEnd:
      moveByUnit(command, path)
    case .lineDown: moveLines(1, path)
    case .lineUp: moveLines(-1, path)
    case .halfPageDown: scrollPage(0.5, path)
    case .halfPageUp: scrollPage(-0.5, path)
    case .pageDown: scrollPage(1, path)
    case .pageUp: scrollPage(-1, path)
    case .findCharacter: modes.append(.character(.find))
    case .selectInside: modes.append(.character(.select(around: false)))
    case .selectAround: modes.append(.character(.select(around: true)))
    case .jumpWord: startJump(path)
    case .nextMention, .previousMention, .nextUndecided, .previousUndecided, .nextOfEntity, .previousOfEntity,
      .nextNote,
      .previousNote:
      lastMotion = command
      visit(command, path)
    case .repeatMotion: if let lastMotion { visit(lastMotion, path) } else { say("No ] or [ motion to repeat yet") }
    case .firstOfEntity: goToFirstOfEntity(path)
    case .lastChange: goToLastChange()
    case .jumpBack: goBackInJumps()
    case .jumpForward:
      if let place = jumps.goForward() { go(to: place) } else { say("No later place in the jump list") }
    case .lastArticle: openLastArticle()
    case .nextArticle: openNeighbour(1, of: path)
    case .previousArticle: openNeighbour(-1, of: path)
    case .centreLine, .lineToTop, .lineToBottom: placeLine(command, path)
    case .cycleMarkers: cycleMarkers()
    case .toggleLanes:
      settings.showsLanes.toggle()
      say(settings.showsLanes ? "Lanes: nested mentions have lines of their own" : "No lanes")
    case .toggleRejected:
      settings.showsRejected.toggle()
      say(settings.showsRejected ? "Rejected mentions are shown" : "Rejected mentions are hidden")
    case .cycleWidth: cycleWidth(path)
    case .toggleGranularity:
      movesByCharacter.toggle()
      say(movesByCharacter ? "Motions and edges go by characters" : "Motions and edges go by words")
    case .cycleFilter: cycleMentionFilter()
    default: performOnTarget(command, keys, path)
    }
  }

  /// Carries out a command on what is selected.
  private mutating func performOnTarget(_ command: Command, _ keys: KeySequence, _ path: ArticlePath) {
    switch command {
    case .menu: openMenu(path)
    case .accept: decide(.accepted, path)
    case .reject: decide(.rejected, path)
    case .unsure: decide(.unsure, path)
    case .remove: removeMention(path)
    case .repeatDecision: repeatDecision(path)
    case .labelByDigit: giveLabel(digit: keys.keys.last?.typed ?? " ", path)
    case .pickLabel: openLabelPicker()
    case .propagate: openPropagation(path)
    case .done: finishArticle(path)
    case .leftEdgeOut, .leftEdgeIn, .rightEdgeIn, .rightEdgeOut, .leftCharacterOut, .leftCharacterIn, .rightCharacterIn,
      .rightCharacterOut, .expand, .shrink, .trim:
      changeEdges(command, path)
    case .select: startSelection(path)
    case .selectSentence: selectSentence(path)
    case .otherEdge: exchangeEdges(path)
    case .dropSelection: dropSelection(path)
    case .merge: openMerge(path)
    case .split: splitMention(path)
    case .rename: renameEntity(path)
    case .linkKnowledgeBase: linkEntity(path)
    case .card: openCard(path)
    case .allOfEntity: openCard(path)
    case .note: noteMention(path)
    case .copy: copyText(path)
    case .copySentence: copySentence(path)
    case .openSource: openSource(path)
    default: say("\(command.rawValue) does nothing here")
    }
  }

  // MARK: - Units

  private mutating func moveByUnit(_ command: Command, _ path: ArticlePath) {
    guard let units = units(path), let head = head(in: path), let record = library[path], let document = record.document
    else { return }
    let body = document.metadata.body
    let found: Span?
    switch command {
    case .nextWord: found = movesByCharacter ? units.character(at: head.end) : units.word(startingAfter: head.start)
    case .previousWord:
      found = movesByCharacter ? units.character(before: head.start) : units.word(startingBefore: head.start)
    case .wordEnd: found = wordEnd(units, head)
    case .nextSentence: found = units.sentenceStart(after: head.start).flatMap { units.word(at: $0) }
    case .previousSentence: found = units.sentenceStart(before: head.start).flatMap { units.word(at: $0) }
    case .nextParagraph: found = units.paragraphStart(after: head.start).flatMap { units.word(at: $0) }
    case .previousParagraph: found = units.paragraphStart(before: head.start).flatMap { units.word(at: $0) }
    case .top: found = units.word(at: body.start)
    case .bottom: found = units.word(endingBefore: body.end + 1)
    case .lineStart, .lineEnd:
      guard let layout = layout(path) else { return }
      let line = layout.line(containing: head.start)
      let words = units.words(in: line.span)
      found = command == .lineStart ? words.first : words.last
    default: found = nil
    }
    guard let found else {
      say(command.isBackward ? "Start of the article" : "End of the article")
      return
    }
    if command == .top || command == .bottom, let place { jumps.leave(place) }
    move(to: found, in: path)
  }

  /// The last character of the word, or of the next one if the cursor is there already.
  private func wordEnd(_ units: TextUnits, _ head: Span) -> Span? {
    guard movesByCharacter else {
      return units.word(startingAfter: head.start)
    }
    guard let word = units.word(at: head.end) else { return nil }
    let here = units.word(at: head.start)
    let end = here.map { $0.end > head.end ? $0.end : word.end } ?? word.end
    return units.character(before: end)
  }

  private mutating func moveLines(_ count: Int, _ path: ArticlePath) {
    guard let layout = layout(path), let units = units(path), let head = head(in: path) else { return }
    var line = layout.line(containing: head.start)
    let column = readings[path]?.goalColumn ?? line.column(of: head.start)
    while let next = count > 0 ? layout.line(after: line) : layout.line(before: line) {
      line = next
      let words = units.words(in: line.span).filter { $0.start >= line.span.start }
      guard !words.isEmpty else { continue }
      let offset = line.offset(atColumn: column)
      let found = movesByCharacter ? units.character(at: offset) : words.last { $0.start <= offset } ?? words.first
      if let found { move(to: found, in: path, keepingColumn: column) }
      return
    }
    say(count > 0 ? "End of the article" : "Start of the article")
  }

  // MARK: - One character

  /// Acts on the character that was waited for.
  mutating func take(_ key: Key, for purpose: Mode.CharacterPurpose) {
    popMode()
    guard key != Key(.escape), let path = openPath else { return }
    guard let character = key.typed else {
      say("\(key) is no character")
      return
    }
    switch purpose {
    case .find: find(character, in: path)
    case .select(let around):
      let latin = KeyboardLayout.latin(key).typed ?? character
      selectUnit(latin, around: around, path)
    }
  }

  private mutating func find(_ character: Character, in path: ArticlePath) {
    guard let document = library[path]?.document, let head = head(in: path), let units = units(path) else { return }
    let rest = Span(head.end, max(head.end, document.metadata.body.end))
    // A block at a time: it is mostly near, and the text may be a hundred megabytes.
    for block in document.blocks.index(containing: rest.start)..<document.blocks.count {
      guard let part = document.blocks[block].span.intersection(rest) else { break }
      var offset = part.start
      for found in document.text(in: part) {
        let end = offset + found.utf8.count
        if found == character {
          move(to: movesByCharacter ? Span(offset, end) : units.word(at: offset) ?? Span(offset, end), in: path)
          return
        }
        offset = end
      }
    }
    say("No \(character) between here and the end")
  }
}

extension Command {
  /// Whether it moves towards the start.
  fileprivate var isBackward: Bool {
    switch self {
    case .previousWord, .previousSentence, .previousParagraph, .top, .lineStart: true
    default: false
    }
  }
}
