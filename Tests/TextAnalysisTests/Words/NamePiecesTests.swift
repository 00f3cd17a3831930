import Testing

@testable import TextAnalysis

@Suite struct NamePiecesTests {
  private func folded(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    var hash: UInt64 = 0
    NamePieces.each(in: bytes, 0..<bytes.count) { hash = NameHash.joined(hash, $0.folded) }
    return hash
  }

  @Test(
    "Spellings of one name are one name",
    arguments: [
      ("al-Qaeda", "Al Qaeda"), ("Da'esh", "Da’esh"), ("Da'esh", "DAESH"), ("U.S.", "US"), ("São Paulo", "Sao Paulo"),
      ("Erdoğan", "ERDOGAN"), ("Johnson & Johnson", "Johnson and Johnson"), ("Deir ez-Zor", "Deir Ez Zor"),
      ("Łódź", "Lodz"),
      ("e\u{301}te", "été"),
    ])
  func same(_ left: String, _ right: String) { #expect(folded(left) == folded(right)) }

  @Test(
    "Different names stay different",
    arguments: [
      ("Iran", "I ran"), ("New York", "Newyork"), ("Paris", "Pari's"), ("Washington, D.C.", "Washington D.C."),
      ("C++", "C"),
    ])
  func different(_ left: String, _ right: String) { #expect(folded(left) != folded(right)) }
}
