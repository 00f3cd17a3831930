import Annotations
import Testing

@testable import TextAnalysis

@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer(lists: [
    (.cities, Array("# a comment\nSpringfield|Spring Field\nNew York\nNew York City\nBath?\n".utf8)),
    (.armedGroups, Array("al-Qaeda\nNATO\nDa'esh\n".utf8)),
  ])

  /// The names found in `text`, with their casing.
  private func names(in text: String) -> [String] {
    let document = Document(text)
    let tokens = Tokenizer.english.tokens(in: document)
    let prepared = PreparedText(
      document, tokens: tokens, sentences: SentenceSplitter.english.ranges(of: tokens, in: document),
      gazetteer: gazetteer,
      cutsCompounds: true)
    return prepared.matches.map { "\(document.text(in: prepared.span(of: $0.units))) \($0.casing)" }
  }

  @Test("All names that begin at a place are found, the short and the long")
  func longest() {
    #expect(names(in: "In New York City now") == ["New York exact", "New York City exact"])
    #expect(names(in: "In New Yorkshire now") == [])
  }

  @Test("Accents, hyphens and apostrophes do not matter; case does")
  func spelling() {
    #expect(names(in: "the Da’esh and Al Qaeda") == ["Da’esh exact", "Al Qaeda similar"])
    #expect(names(in: "a spring field in new york") == [])
    #expect(names(in: "it said Nato agreed") == ["Nato similar"])
    #expect(names(in: "NEW YORK IS BIG") == ["NEW YORK capitals"])
  }

  @Test("Entries know their name, list and whether they need support")
  func entries() {
    #expect(gazetteer.entries.count == 8)
    #expect(gazetteer.name(0) == "Springfield" && gazetteer.name(1) == "Spring Field")
    #expect(gazetteer.entries.filter(\.needsSupport).count == 1)
    #expect(gazetteer.entries.last?.list == .armedGroups)
  }
}
