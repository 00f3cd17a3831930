import Annotations

extension ReaderState {
  /// Goes to the next or previous mention of some kind, past the end and on from the start.
  mutating func visit(_ command: Command, _ path: ArticlePath) {
    guard let record = library[path] else { return }
    let matches: (Mention) -> Bool
    let nothing: String
    switch command {
    case .nextUndecided, .previousUndecided:
      matches = { $0.status.isUndecided }
      nothing = "Nothing is undecided here. D: done"
    case .nextOfEntity, .previousOfEntity:
      _ = library.update(path) { $0.findEntities() }
      guard let group = currentGroup(path) else {
        say("No mention is selected")
        return
      }
      let ids = Set(group.mentions.map(\.id))
      matches = { ids.contains($0.id) }
      nothing = "\(group.name) is mentioned only here"
    case .nextNote, .previousNote:
      matches = { $0.note != nil }
      nothing = "No note on any mention here"
    default:
      let filter = mentionFilter
      let showsRejected = settings.showsRejected
      let condition = mentionCondition
      matches = { mention in
        filter.includes(mention, showsRejected: showsRejected)
          && (condition?.holds(for: mention, text: record.text(of: mention.span)) ?? true)
      }
      nothing = record.combined.mentions.isEmpty ? "No mentions here" : "No mention to visit (filter: \(filterInWords))"
    }
    switch command {
    case .nextMention, .nextUndecided, .nextOfEntity, .nextNote: visitNext(path, record, nothing, matches)
    default: visitPrevious(path, record, nothing, matches)
    }
  }

  /// The filter of Tab, in words.
  package var filterInWords: String {
    mentionCondition == nil ? mentionFilter.rawValue : "\(mentionFilter.rawValue), with a condition"
  }

  private mutating func visitNext(
    _ path: ArticlePath, _ record: ArticleRecord, _ nothing: String, _ matches: (Mention) -> Bool
  ) {
    let combined = record.combined
    let following: Mention?
    if case .mention(let current)? = target(in: path) {
      following = combined.next(after: current, where: matches)
    } else {
      following = combined.next(from: readings[path]?.cursor.start ?? 0, where: matches)
    }
    if let following {
      goTo(following, in: path)
    } else if let unread = firstUnread(after: readings[path]?.cursor.start ?? 0, record), let document = record.document
    {
      emit(.analyse(path, document, around: unread))
      say("Looking further down; Tab again in a moment")
    } else if let first = combined.mentions.first(where: matches) {
      goTo(first, in: path)
      say("On from the start")
    } else {
      say(nothing)
    }
  }

  /// The first place behind `offset` that has not been analysed, in an article that is too large to be analysed whole.
  private func firstUnread(after offset: Int, _ record: ArticleRecord) -> Int? {
    guard let document = record.document, let known = record.analysed.last(where: { $0.start <= offset }) else {
      return nil
    }
    return known.end < document.metadata.body.end ? known.end : nil
  }

  private mutating func visitPrevious(
    _ path: ArticlePath, _ record: ArticleRecord, _ nothing: String, _ matches: (Mention) -> Bool
  ) {
    let combined = record.combined
    let preceding: Mention?
    if case .mention(let current)? = target(in: path) {
      preceding = combined.previous(before: current, where: matches)
    } else {
      preceding = combined.previous(before: readings[path]?.cursor.start ?? 0, where: matches)
    }
    if let preceding {
      goTo(preceding, in: path)
    } else if let last = combined.mentions.last(where: matches) {
      goTo(last, in: path)
      say("On from the end")
    } else {
      say(nothing)
    }
  }

  /// After a decision: the next mention that needs one, or a word that there is none.
  mutating func advance(from mention: Mention, in path: ArticlePath) {
    guard let combined = library[path]?.combined else { return }
    let isOpen: (Mention) -> Bool = { $0.status.isUndecided && $0.span != mention.span }
    if let next = combined.next(from: mention.span.start, where: { isOpen($0) && Mention.inReadingOrder(mention, $0) })
    {
      goTo(next, in: path)
    } else if let first = combined.mentions.first(where: isOpen) {
      goTo(first, in: path)
      say("\(log.current?.text ?? "")   on from the start")
    } else {
      say("\(log.current?.text ?? "Decided")   all decided, D: done")
    }
  }

  /// The entity of what is selected.
  func currentGroup(_ path: ArticlePath) -> EntityIndex.Group? {
    guard case .mention(let mention)? = target(in: path), let record = library[path], let document = record.document
    else { return nil }
    let index = record.entities ?? EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document)
    return index.group(of: mention.id)
  }

  mutating func goToFirstOfEntity(_ path: ArticlePath) {
    guard let group = currentGroup(path), let first = group.mentions.first else {
      say("No mention is selected")
      return
    }
    jump(to: first.span, in: path, pinned: first.id)
    say("First of \(group.mentions.count.counted("mention")) of \(group.name)")
  }

  // MARK: - Places

  mutating func goToLastChange() {
    guard let lastChange else {
      say("Nothing has been changed yet")
      return
    }
    go(to: lastChange)
  }

  mutating func goBackInJumps() {
    guard let place, let earlier = jumps.goBack(from: place) else {
      say("No earlier place in the jump list")
      return
    }
    go(to: earlier)
  }

  /// Goes to a place, in whatever article it is.
  mutating func go(to place: Change.Place) {
    if openPath != place.article { open(place.article) }
    guard openPath == place.article else { return }
    select(place.selection, in: place.article)
  }

  // MARK: - Filter

  /// Tab visits: all, undecided, unsure, accepted.
  mutating func cycleMentionFilter() {
    let all = MentionFilter.allCases
    let index = all.firstIndex(of: mentionFilter) ?? 0
    mentionFilter = all[(index + 1) % all.count]
    mentionCondition = nil
    let count = openRecord?.combined.mentions.count {
      mentionFilter.includes($0, showsRejected: settings.showsRejected)
    }
    say("Tab visits \(mentionFilter.rawValue) mentions: \(count ?? 0) here")
  }

  // MARK: - Two letters for each word

  mutating func startJump(_ path: ArticlePath) {
    guard let layout = layout(path), let units = units(path), let reading = readings[path] else { return }
    let lines = layout.lines(from: layout.line(containing: reading.top), height: textHeight)
    guard let first = lines.first, let last = lines.last else { return }
    let words = units.words(in: Span(first.span.start, last.span.end), limit: 26 * 26)
    guard !words.isEmpty else { return }
    // Letters near the home row first; the first letter changes slowest, so that neighbours share it.
    let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")
    let letters = words.indices.map { index in
      String([alphabet[index / alphabet.count], alphabet[index % alphabet.count]])
    }
    modes.append(.jump(JumpLabels(words: words, letters: letters)))
  }

  /// A letter of a jump label.
  mutating func jump(_ labels: JumpLabels, with key: Key) {
    var labels = labels
    guard let character = key.typed, character.isLetter, let path = openPath else {
      popMode()
      return
    }
    labels.typed.append(contentsOf: character.lowercased())
    if let found = labels.targets.first(where: { $0.letters == labels.typed }) {
      popMode()
      if case .select = mode { move(to: found.word, in: path) } else { jump(to: found.word, in: path) }
    } else if labels.targets.contains(where: { $0.letters.hasPrefix(labels.typed) }) {
      replaceMode(.jump(labels))
    } else {
      popMode()
      say("No word has the letters \(labels.typed)")
    }
  }
}
