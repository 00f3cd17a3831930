import Testing

@testable import TextAnalysis

@Suite struct WordSpellingTests {
  private static let names = """
    [rareSurname]
    Borenko
    Charenko
    Datenko
    Falenko
    Marenko
    Savenko
    [smallPlace]
    Aldertown
    Birchtown
    Cedartown
    Elmtown
    Oaktown
    Pinetown
    """
  private static let plain = String(repeating: "walking talking sinking thinking\n", count: 12)

  private static var learnt: WordSpelling {
    SpellingTrainer(names: Array(names.utf8), plainText: Array(plain.utf8)).learnt
  }

  private func kind(_ word: String, _ spelling: WordSpelling) -> WordSpelling.Kind? {
    let bytes = Array(word.utf8)
    let probabilities = bytes.withUnsafeBufferPointer { spelling.probabilities($0, 0..<$0.count) }
    #expect(abs(probabilities.sum() - 1) < 1e-4)
    return WordSpelling.Kind(rawValue: Int(SpellingMarks(probabilities).best))
  }

  @Test("A name that no list has is known by the letters it shares with names that lists have")
  func unknownNames() {
    let spelling = Self.learnt
    #expect(kind("Terenko", spelling) == .person)
    #expect(kind("TERENKO", spelling) == .person)
    #expect(kind("Willowtown", spelling) == .place)
    #expect(kind("winking", spelling) == .plainWord)
  }

  @Test("Words of any length and of any bytes have probabilities, and the same names give the same table")
  func anyWord() {
    let spelling = Self.learnt
    for word in ["", "A", "é", "🙂", "\u{301}", String(repeating: "Llanfairpwll", count: 40)] {
      #expect(kind(word, spelling) != nil)
    }
    let again = Self.learnt
    withExtendedLifetime(again) { #expect($0.bytes.pointer.elementsEqual(spelling.bytes.pointer)) }
    #expect(SpellingTrainer(names: [], plainText: []).learnt.isEmpty)
  }
}
