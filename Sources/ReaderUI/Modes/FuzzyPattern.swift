import Annotations

/// Finds texts that contain all words of a pattern, or its letters in order.
package struct FuzzyPattern: Sendable {
  private let words: [[Character]]

  /// Makes a pattern.
  package init(_ text: String) {
    words = text.lowercased().split(separator: " ").map(Array.init)
  }

  /// How well `text` matches, or nil. Whole words, beginnings of words and letters in a row count more.
  package func score(_ text: String) -> Int? {
    let characters = Array(text.lowercased())
    var total = 0
    for word in words {
      guard let score = Self.score(word, in: characters) else { return nil }
      total += score
    }
    return total - characters.count / 8
  }

  private static func score(_ word: [Character], in text: [Character]) -> Int? {
    guard word.count <= text.count else { return nil }
    var best: Int?
    for start in 0...(text.count - word.count) where text[start..<(start + word.count)].elementsEqual(word) {
      let beginsWord = start == 0 || !text[start - 1].isLetter && !text[start - 1].isNumber
      let score = 100 + (beginsWord ? 50 : 0) + (start == 0 ? 10 : 0)
      best = max(best ?? 0, score)
    }
    if let best { return best }
    var index = 0
    var score = 0
    var previous = -2
    for letter in word {
      guard let found = text[index...].firstIndex(of: letter) else { return nil }
      let beginsWord = found == 0 || !text[found - 1].isLetter && !text[found - 1].isNumber
      score += beginsWord ? 8 : found == previous + 1 ? 4 : 0
      previous = found
      index = found + 1
    }
    // Letters strewn over a long text are chance.
    return score >= word.count * 4 ? score : nil
  }
}
