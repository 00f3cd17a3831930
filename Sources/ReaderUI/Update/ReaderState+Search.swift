import Annotations

extension ReaderState {
  /// `/`: in an article its text, in a list its rows.
  mutating func startSearch() {
    switch mode {
    case .reader, .select: openSearch(everywhere: false)
    case .library: performInLibrary(.search)
    case .review(let review): performInReview(.search, KeySequence([]), review)
    case .pane(let pane): performInPane(.search, KeySequence([]), pane)
    default: openSearch(everywhere: true)
    }
  }

  mutating func openSearch(everywhere: Bool) {
    let kind: Picker.Kind = everywhere || openPath == nil ? .searchEverywhere : .searchHere
    var picker = Picker(kind, title: kind == .searchHere ? "Search this article" : "Search all articles")
    picker.returnsTo = openPath.flatMap { readings[$0]?.top }
    openPicker(picker)
  }

  /// Looks for the selected words.
  mutating func searchSelection() {
    guard let path = openPath, let target = target(in: path), let record = library[path] else { return }
    searchText = Excerpt.oneLine(record.text(of: target.span))
    searchAgain(forward: true)
  }

  /// Goes to the next or previous match of the last search, and round at the ends.
  mutating func searchAgain(forward: Bool) {
    guard let path = shownPath, let record = library[path], let document = record.document else {
      say("n and N go through the matches in an article")
      return
    }
    guard !searchText.isEmpty else {
      say("Nothing has been searched for: /")
      return
    }
    let pattern = TextPattern(typed: searchText)
    if let problem = pattern.problem {
      say(problem, .warning)
      return
    }
    let cursor = readings[path]?.cursor ?? Span(0, 0)
    let end = document.bytes.count
    let next =
      forward
      ? pattern.first(in: document, from: max(cursor.end, cursor.start + 1))
      : pattern.last(in: document, endingBefore: cursor.start)
    guard
      let match = next
        ?? (forward ? pattern.first(in: document, from: 0) : pattern.last(in: document, endingBefore: end))
    else {
      say("“\(searchText)” does not occur here")
      return
    }
    jump(toMatch: match, in: path)
    var words = "“\(Excerpt.fitted(searchText, cells: 30))”"
    // To count them all is only worth the time where it takes none.
    if document.bytes.count <= Self.countsMatchesBelow {
      let all = pattern.spans(in: document)
      words += " \(all.count { $0.start <= match.start }) of \(all.count)"
    }
    if next == nil { words += forward ? "   on from the start" : "   on from the end" }
    say(words)
  }

  /// Bytes of text in which matches are counted while a key waits; more than any article has.
  private static let countsMatchesBelow = 1 << 17

  /// Goes to a match: to whole words, since that is what a key then labels. Whoever means a part of a word has the edges.
  mutating func jump(toMatch match: Span, in path: ArticlePath) {
    var target = match
    if let units = units(path), !match.isEmpty {
      let first = units.words(in: Span(match.start, match.start + 1), limit: 1).first
      let last = units.words(in: Span(match.end - 1, match.end), limit: 1).first
      target = Span(min(match.start, first?.start ?? match.start), max(match.end, last?.end ?? match.end))
    }
    jump(to: target, in: path)
  }
}
