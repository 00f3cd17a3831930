import Annotations

/// Proposes what the patterns of a grammar find: at each unit the longest match, then on behind it.
struct GrammarRecogniser: Recogniser {
  let name: String
  let grammar: Grammar
  let label: Label

  init(_ grammar: Grammar, _ label: Label) {
    name = grammar.rule.rawValue + " grammar"
    self.grammar = grammar
    self.label = label
  }

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    var stack: [PatternProgram.State] = []
    for sentence in text.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard grammar.first.admits(text, index) else {
          index += 1
          continue
        }
        if let exception = exception(at: index, before: sentence.upperBound, text, &stack) {
          index = exception.upperBound
          continue
        }
        var best: Range<Int>?
        var source = ""
        for pattern in grammar.patterns {
          guard let range = pattern.match(text, at: index, before: sentence.upperBound, &stack) else { continue }
          if best.map({
            range.upperBound > $0.upperBound || range.upperBound == $0.upperBound && range.count > $0.count
          })
            ?? true
          {
            best = range
            source = pattern.source
          }
        }
        if let best {
          let trimmed = Self.trimmed(best, text)
          candidates.append(Candidate(trimmed, label, grammar.rule, in: text, evidence: .pattern(source)))
          index = max(index + 1, best.upperBound)
        } else {
          index += 1
        }
      }
    }
    return candidates
  }

  private func exception(
    at index: Int, before end: Int, _ text: PreparedText, _ stack: inout [PatternProgram.State]
  ) -> Range<Int>? {
    for pattern in grammar.exceptions {
      if let range = pattern.match(text, at: index, before: end, &stack) { return range }
    }
    return nil
  }

  /// Leading articles and prepositions stay outside.
  private static func trimmed(_ range: Range<Int>, _ text: PreparedText) -> Range<Int> {
    var start = range.lowerBound
    while start + 1 < range.upperBound, leading.contains(text.keys[start]) { start += 1 }
    return start..<range.upperBound
  }

  private static let leading: Set<UInt64> = [NameHash.word("the"), NameHash.word("on"), NameHash.word("every")]
}
