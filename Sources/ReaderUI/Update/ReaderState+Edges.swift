import Annotations

extension ReaderState {
  /// Moves an edge of the mention or of the selection, or grows, shrinks or trims it.
  mutating func changeEdges(_ command: Command, _ path: ArticlePath) {
    guard let target = target(in: path), let units = units(path), let document = library[path]?.document else {
      say("Nothing is selected")
      return
    }
    let span = target.span
    let changed: Span?
    switch command {
    case .leftEdgeOut: changed = movesByCharacter ? leftCharacterOut(span, units) : leftOut(span, units)
    case .leftEdgeIn: changed = movesByCharacter ? leftCharacterIn(span, units) : leftIn(span, units)
    case .rightEdgeIn: changed = movesByCharacter ? rightCharacterIn(span, units) : rightIn(span, units)
    case .rightEdgeOut: changed = movesByCharacter ? rightCharacterOut(span, units) : rightOut(span, units)
    case .leftCharacterOut: changed = leftCharacterOut(span, units)
    case .leftCharacterIn: changed = leftCharacterIn(span, units)
    case .rightCharacterIn: changed = rightCharacterIn(span, units)
    case .rightCharacterOut: changed = rightCharacterOut(span, units)
    case .trim: changed = trimmed(span, document)
    case .expand:
      grow(from: span, units, path)
      return
    case .shrink:
      shrink(path)
      return
    default: return
    }
    guard let changed, !changed.isEmpty, changed != span else {
      say(command == .trim ? "Nothing to trim" : "The edge cannot go further")
      return
    }
    guard staysInParagraph(changed, from: span, document) else {
      say("The edge cannot leave its paragraph")
      return
    }
    set(target, to: changed, path)
  }

  /// Whether a span that has grown has not got into another paragraph. A name may be broken between two lines, but no empty
  /// line lies in it, and it neither begins nor ends with a line break.
  private func staysInParagraph(_ changed: Span, from span: Span, _ document: Document) -> Bool {
    guard changed.start < span.start || changed.end > span.end else { return true }
    let edges = [document.bytes[changed.start], document.bytes[changed.end - 1]]
    guard !edges.contains(0x0A), !edges.contains(0x0D) else { return false }
    let blocks = document.blocks
    let lines = blocks.index(containing: changed.start)...blocks.index(containing: changed.end - 1)
    return !lines.contains { document.trimmingWhiteSpace(blocks[$0].content).isEmpty }
  }

  /// Gives a mention other edges, which accepts it, or selects other words.
  private mutating func set(_ target: Target, to span: Span, _ path: ArticlePath) {
    guard case .mention(let mention) = target else {
      if case .select(var selecting) = mode {
        selecting.anchor = span
        selecting.head = span
        replaceMode(.select(selecting))
      }
      select(span, in: path, explicit: true)
      say("“\(quoted(span, in: path))”   a digit or t gives it a label")
      return
    }
    // With other words it might be taken for another entity; a hand that moves an edge does not mean that.
    var entity = mention.entity
    if case .recorded(let id)? = currentGroup(path)?.id { entity = id }
    let edit = edit(mention, in: path, .moved) { changed in
      changed.span = span
      changed.status = .accepted
      changed.entity = entity
    }
    let name = quoted(span, in: path)
    guard commit("moved an edge: \(quoted(mention.span, in: path)) to \(name)", [(path, [edit])]) else { return }
    if case .mention(_, _, let to?) = edit { select(span, in: path, pinned: to.id) }
    say("[\(name)]   u: undo")
  }

  // MARK: - By words

  /// The possessive ending behind a word is passed over, never stopped at: ``Words`` does not count it.
  private func leftOut(_ span: Span, _ units: TextUnits) -> Span? {
    units.word(startingBefore: span.start).map { Span($0.start, span.end) }
  }

  private func leftIn(_ span: Span, _ units: TextUnits) -> Span? {
    units.word(startingAfter: span.start).flatMap { $0.start < span.end ? Span($0.start, span.end) : nil }
  }

  private func rightIn(_ span: Span, _ units: TextUnits) -> Span? {
    units.word(endingBefore: span.end).flatMap { $0.end > span.start ? Span(span.start, $0.end) : nil }
  }

  private func rightOut(_ span: Span, _ units: TextUnits) -> Span? {
    var word = units.word(at: span.end)
    while let found = word, found.end <= span.end { word = units.word(startingAfter: found.start) }
    return word.map { Span(span.start, max($0.end, span.end)) }
  }

  // MARK: - By characters

  private func leftCharacterOut(_ span: Span, _ units: TextUnits) -> Span? {
    units.character(before: span.start).map { Span($0.start, span.end) }
  }

  private func leftCharacterIn(_ span: Span, _ units: TextUnits) -> Span? {
    units.character(at: span.start).flatMap { $0.end < span.end ? Span($0.end, span.end) : nil }
  }

  private func rightCharacterIn(_ span: Span, _ units: TextUnits) -> Span? {
    units.character(before: span.end).flatMap { $0.start > span.start ? Span(span.start, $0.start) : nil }
  }

  private func rightCharacterOut(_ span: Span, _ units: TextUnits) -> Span? {
    units.character(at: span.end).map { Span(span.start, $0.end) }
  }

  private func trimmed(_ span: Span, _ document: Document) -> Span {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      let category = scalar.properties.generalCategory
      switch category {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation:
        return scalar != "%" && scalar != "#" && scalar != "@"
      default: return scalar.properties.isWhitespace
      }
    }
    var start = span.start
    var end = span.end
    while start < end, let (scalar, next) = document.scalar(at: start), isEdge(scalar) { start = next }
    while end > start, let (scalar, previous) = document.scalar(before: end), isEdge(scalar) { end = previous }
    return Span(start, end)
  }

  // MARK: - Growing and shrinking

  private mutating func grow(from span: Span, _ units: TextUnits, _ path: ArticlePath) {
    guard let larger = Expansion(units).step(from: span) else {
      say("Nothing larger around it")
      return
    }
    var grownFrom = readings[path]?.grownFrom ?? []
    grownFrom.append(span)
    selectOnPurpose(larger, path)
    readings[path]?.grownFrom = grownFrom
    say("“\(quoted(larger, in: path))”   -: smaller")
  }

  private mutating func shrink(_ path: ArticlePath) {
    guard let smaller = readings[path]?.grownFrom.popLast() else {
      say("Nothing to shrink: + makes a selection larger")
      return
    }
    let rest = readings[path]?.grownFrom ?? []
    selectOnPurpose(smaller, path)
    readings[path]?.isExplicit = !rest.isEmpty
    readings[path]?.grownFrom = rest
  }

  /// Selects words so that verbs act on them and not on a mention around them.
  private mutating func selectOnPurpose(_ span: Span, _ path: ArticlePath) {
    if case .select(var selecting) = mode {
      selecting.anchor = span
      selecting.head = span
      replaceMode(.select(selecting))
    }
    select(span, in: path, explicit: true)
  }

  // MARK: - Selecting

  /// From now on motions move an edge.
  mutating func startSelection(_ path: ArticlePath) {
    guard let cursor = readings[path]?.cursor, !cursor.isEmpty else {
      say("Nothing to select here")
      return
    }
    modes.append(.select(Selecting(anchor: cursor, head: cursor)))
    select(cursor, in: path, explicit: true)
  }

  /// Motions move the cursor again.
  mutating func leaveSelection() {
    guard case .select(let selecting) = mode, let path = openPath else { return }
    popMode()
    select(selecting.head, in: path)
  }

  mutating func selectSentence(_ path: ArticlePath) {
    guard let units = units(path), let cursor = readings[path]?.cursor else { return }
    let sentence = units.sentence(at: cursor.start)
    readings[path]?.grownFrom.append(cursor)
    selectOnPurpose(sentence, path)
  }

  mutating func exchangeEdges(_ path: ArticlePath) {
    guard case .select(let selecting) = mode else {
      say("v selects; then o exchanges the edges")
      return
    }
    replaceMode(.select(Selecting(anchor: selecting.head, head: selecting.anchor)))
    say("The other edge moves")
  }

  mutating func dropSelection(_ path: ArticlePath) {
    guard let units = units(path), let cursor = readings[path]?.cursor else { return }
    if case .select = mode { popMode() }
    if let word = units.word(at: cursor.start) { select(word, in: path) }
  }

  /// Selects the unit of which `letter` is the first: word, sentence, paragraph, quotation, name, entity.
  mutating func selectUnit(_ letter: Character, around: Bool, _ path: ArticlePath) {
    guard let units = units(path), let cursor = readings[path]?.cursor, let document = library[path]?.document else {
      return
    }
    let found: Span?
    switch letter {
    case "w": found = units.word(at: cursor.start)
    case "s": found = units.sentence(at: cursor.start)
    case "p": found = units.paragraph(at: cursor.start)
    case "q": found = Expansion(units).quotation(around: cursor)
    case "n": found = Expansion(units).name(around: cursor)
    case "e":
      found = library[path].flatMap { mentionsAround(cursor, in: $0).last?.span }
    default:
      say("m\(around ? "a" : "i")\(letter) means nothing: w s p q n e")
      return
    }
    guard let found else {
      say("There is none here")
      return
    }
    selectOnPurpose(around ? widened(found, document) : found, path)
  }

  /// `span` with the quotation marks or the space around it.
  private func widened(_ span: Span, _ document: Document) -> Span {
    guard let (after, next) = document.scalar(at: span.end) else { return span }
    if after == " " { return Span(span.start, next) }
    guard let (_, before) = document.scalar(before: span.start) else { return span }
    return Span(before, next)
  }
}
