/// A pattern over the units of a text, written down as a line of words.
///
/// - `than` is that word; `<month>` a unit of a class of the list `words`; `<year>` a unit with a form of digits;
///   `<hyphenated><period-part>` a unit that is both.
/// - `( … | … )` are alternatives, tried in order; `?`, `*` and `+` behind an element repeat it, as often as possible.
/// - `[ … ]` at the beginning or end must be there but does not belong to what is found.
/// - `$name` stands for the fragment of that name.
struct TokenPattern: Sendable {
  /// The line the pattern was written as.
  let source: String
  /// What the first unit must be one of, to pass over most units quickly.
  let first: PatternNode.First
  private let program: PatternProgram

  /// Reads a pattern.
  ///
  /// - Precondition: `source` is well formed and its fragments are in `fragments`; patterns are part of the program.
  init(_ source: String, fragments: [String: String] = [:]) {
    self.source = source
    var parser = PatternParser(source, fragments: fragments)
    let before = parser.context()
    let body = parser.alternatives()
    let after = parser.context()
    precondition(parser.isAtEnd, "not a pattern: \(source)")
    var first = before?.first ?? body.first
    if before != nil, first.isOptional { first.formUnion(body.first) }
    self.first = first
    program = PatternProgram(before: before, body: body, after: after)
  }

  /// The units that the pattern finds when it begins at the unit `index`, within the sentence that ends before `end`.
  ///
  /// - Parameter stack: Working space, empty on entry and exit.
  func match(
    _ text: PreparedText, at index: Int, before end: Int, _ stack: inout [PatternProgram.State]
  ) -> Range<Int>? {
    first.admits(text, index) ? program.run(text, at: index, before: end, &stack) : nil
  }
}
