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
    let spans = pattern.spans(in: document, limit: 100_000)
    guard !spans.isEmpty else {
      say("“\(searchText)” does not occur here")
      return
    }
    let cursor = readings[path]?.cursor ?? Span(0, 0)
    let index: Int
    var wrapped = ""
    if forward {
      if let next = spans.firstIndex(where: { $0.start >= max(cursor.end, cursor.start + 1) }) {
        index = next
      } else {
        index = 0
        wrapped = "   on from the start"
      }
    } else if let previous = spans.lastIndex(where: { $0.end <= cursor.start }) {
      index = previous
    } else {
      index = spans.count - 1
      wrapped = "   on from the end"
    }
    jump(toMatch: spans[index], in: path)
    say("“\(Excerpt.fitted(searchText, cells: 30))” \(index + 1) of \(spans.count)\(wrapped)")
  }

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
