/// A pattern over the units of a text, written down as a line of words.
///
/// - `than` is that word; `<month>` a unit of a class of the list `words`; `<year>` a unit with a form of digits.
/// - `( … | … )` are alternatives, tried in order; `?`, `*` and `+` behind an element repeat it, as often as possible.
/// - `[ … ]` at the beginning or end must be there but does not belong to what is found.
/// - `$name` stands for the fragment of that name.
struct TokenPattern: Sendable {
  /// The line the pattern was written as.
  let source: String
  private let before: PatternNode?
  private let body: PatternNode
  private let after: PatternNode?
  /// What the first unit must be one of, to pass over most units quickly.
  private let first: PatternNode.First

  /// Reads a pattern.
  ///
  /// - Precondition: `source` is well formed and its fragments are in `fragments`; patterns are part of the program.
  init(_ source: String, fragments: [String: String] = [:]) {
    self.source = source
    var parser = PatternParser(source, fragments: fragments)
    before = parser.context()
    body = parser.alternatives()
    after = parser.context()
    precondition(parser.isAtEnd, "not a pattern: \(source)")
    first = before.map { $0.first } ?? body.first
  }

  /// The units that the pattern finds when it begins at the unit `index`, within the sentence that ends before `end`.
  func match(_ text: PreparedText, at index: Int, before end: Int) -> Range<Int>? {
    guard first.admits(text, index) else { return nil }
    var found: Range<Int>?
    let body = self.body
    let after = self.after
    let matchBody = { (start: Int) in
      body.match(text, start, end) { stop in
        guard stop > start else { return false }
        if let after, !after.match(text, stop, end, then: { _ in true }) { return false }
        found = start..<stop
        return true
      }
    }
    if let before { _ = before.match(text, index, end, then: matchBody) } else { _ = matchBody(index) }
    return found
  }
}
