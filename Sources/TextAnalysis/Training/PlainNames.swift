import Annotations

/// Tells which mentions of a set whose annotators marked noun phrases are plainly names.
///
/// Sets made of layers of noun phrases mark `US President Barack Obama`, `lone ISIL vehicle` and `Ann Chiang of DAB` as
/// one thing each, and leave a name unmarked where its phrase begins with a small word: `Facebook creator Mark
/// Zuckerberg`. Nobody can tell for certain what they would have marked as names; so whatever is not plainly a name is
/// unknown in training, and so are unmarked words that look like one.
struct PlainNames {
  private let text: PreparedText
  /// Words of titles and roles.
  private var isTitle: [Bool]
  /// Words that a list knows, or a rule takes, for a nationality or a place with a government.
  private var isOrigin: [Bool]

  /// Prepares the sentences of one document.
  init(_ sentences: [[String]]) {
    text = PreparedText(TokenisedText(words: sentences))
    isTitle = [Bool](repeating: false, count: text.units.count)
    isOrigin = isTitle
    for candidate in Recognition.rules(text, Pipeline.englishRules)?.candidates ?? [] {
      for unit in candidate.units {
        if candidate.label == .title { isTitle[unit] = true }
        if candidate.label == .norp || candidate.label == .gpe { isOrigin[unit] = true }
      }
    }
  }

  /// `tags` with `_` for each mention that is not plainly a name and for each unmarked word that looks like a name.
  ///
  /// - Parameters:
  ///   - tags: One tag a token.
  ///   - mentions: What they stand for, as ranges of tokens.
  func kept(of tags: [String], _ mentions: [(tokens: Range<Int>, label: Label)]) -> [String] {
    var kept = tags
    for (tokens, label) in mentions where !isPlain(tokens, label) {
      for token in tokens { kept[token] = "_" }
    }
    return withUnmarkedUnknown(kept)
  }

  /// `tags` with `_` for each unmarked word that looks like a name, except where nothing is said to be.
  func withUnmarkedUnknown(_ tags: [String], except nothing: Set<Int> = []) -> [String] {
    var kept = tags
    for sentence in text.sentences {
      for token in sentence where tags[token] == "O" && looksLikeName(token) && !nothing.contains(token) {
        let next = token + 1
        let hasNeighbour =
          token > sentence.lowerBound && kept[token - 1] == "_"
          || next < sentence.upperBound && tags[next] == "O" && looksLikeName(next)
        // The capital of a word that begins a sentence says nothing.
        if token > sentence.lowerBound || isOrigin[token] || hasNeighbour { kept[token] = "_" }
      }
    }
    return kept
  }

  /// Small words and marks that may be within a name.
  private static let small: Set<String> = [
    "of", "the", "for", "and", "in", "on", "to", "at", "a", "de", "van", "von", "der", "al", "bin", "da", "del", "la",
    "di", "le", "y", "ibn", "den", "du", "dos", "el", "ul", "ben", "abu", "e", "-", "–", "'s", "’s", "'", "’", "\"",
    "“", "”", "``", "''", "&", ".", "/", "(", ")",
  ]
  /// Small words that part a person's name from something else.
  private static let parting: Set<String> = [
    "of", "the", "for", "and", "in", "on", "to", "at", "'s", "’s", "&", "/", "(", ")",
  ]

  /// Whether a mention is nothing but a name: words with capitals and small words between them, no title at its end; for
  /// a person no title anywhere, no nationality or place before the name, and nothing that parts it from another.
  private func isPlain(_ units: Range<Int>, _ label: Label) -> Bool {
    let words = units.map { text.word($0).lowercased() }
    guard
      zip(units, words).allSatisfy({ unit, word in
        hasCapital(unit) || Self.small.contains(word) || word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
      }),
      !Self.small.contains(words[0]), words.count > 1 || hasCapital(units.lowerBound), !isTitle[units.upperBound - 1]
    else { return false }
    guard label == .person else { return true }
    return !words.contains(where: Self.parting.contains) && !units.contains { isTitle[$0] }
      && (units.count == 1 || !isOrigin[units.lowerBound])
  }

  private func looksLikeName(_ unit: Int) -> Bool { hasCapital(unit) && !isTitle[unit] }

  private func hasCapital(_ unit: Int) -> Bool {
    let word = text.word(unit)
    return word != "I" && word.unicodeScalars.contains { $0.properties.isUppercase }
  }
}
