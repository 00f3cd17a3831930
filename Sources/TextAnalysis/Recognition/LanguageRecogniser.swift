import Annotations

/// Proposes languages that share their name with a nation, where the words around speak of speech.
struct LanguageRecogniser: Recogniser {
  let name = "languages"

  private static let inWord = NameHash.word("in")
  private static let hyphen = NameHash.word("-")

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for match in text.matches {
      guard text.gazetteer.entries[match.entry].list == .sharedLanguages, match.casing == .exact,
        let word = speechWord(match.units, text)
      else { continue }
      candidates.append(Candidate(match.units, .language, .language, in: text, evidence: .word(word)))
    }
    return candidates
  }

  /// The word near `units` that makes it a language: `speaks Russian`, `in German,`, `Kurdish language`.
  private func speechWord(_ units: Range<Int>, _ text: PreparedText) -> Int? {
    let sentence = text.sentence(of: units.lowerBound)
    let before = units.lowerBound - 1
    let after = units.upperBound
    if after < sentence.upperBound, text.is(after, .speech) { return after }
    if after + 1 < sentence.upperBound, text.keys[after] == Self.hyphen, text.is(after + 1, .speech) {
      return after + 1
    }
    guard before >= sentence.lowerBound else { return nil }
    if text.is(before, .speech) { return before }
    let endsPhrase = after >= sentence.upperBound || text.units[after].flags.contains(.punctuation)
    return text.keys[before] == Self.inWord && endsPhrase ? before : nil
  }
}
