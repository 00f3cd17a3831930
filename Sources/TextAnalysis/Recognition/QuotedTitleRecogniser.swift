import Annotations

/// Proposes titles of books, films and songs: capitals in quotation marks behind a word such as `film`.
struct QuotedTitleRecogniser: Recogniser {
  let name = "quoted titles"

  private static let opening: Set<UInt64> = Set(["\"", "“", "‘", "``", "'"].map { NameHash.word($0) })
  private static let closing: Set<UInt64> = Set(["\"", "”", "’", "''", "'"].map { NameHash.word($0) })
  private static let comma = NameHash.word(",")

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for sentence in text.sentences {
      var index = sentence.lowerBound + 1
      while index < sentence.upperBound {
        guard Self.opening.contains(text.keys[index]), let word = workWord(before: index, sentence, text) else {
          index += 1
          continue
        }
        if let title = title(from: index + 1, sentence, text) {
          candidates.append(Candidate(title, .workOfArt, .quotedTitle, in: text, evidence: .word(word)))
          index = title.upperBound
        }
        index += 1
      }
    }
    return candidates
  }

  private func workWord(before index: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Int? {
    var before = index - 1
    if before > sentence.lowerBound, text.keys[before] == Self.comma { before -= 1 }
    return before >= sentence.lowerBound && text.is(before, .work) ? before : nil
  }

  private func title(from start: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Range<Int>? {
    var end = start
    while end < sentence.upperBound, end - start <= 9, !Self.closing.contains(text.keys[end]) { end += 1 }
    guard end > start, end < sentence.upperBound, end - start <= 9 else { return nil }
    while end > start, text.units[end - 1].flags.contains(.punctuation) { end -= 1 }
    let words = (start..<end).filter { text.units[$0].flags.contains(.word) && !text.is($0, .function) }
    guard !words.isEmpty, words.allSatisfy({ text.units[$0].flags.contains(.capitalised) }) else { return nil }
    return start..<end
  }
}
