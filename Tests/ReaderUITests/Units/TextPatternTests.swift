import Annotations
import Testing

@testable import ReaderUI

@Suite struct TextPatternTests {
  private func found(_ typed: String, in text: String) -> [String] {
    let document = Document(text)
    return TextPattern(typed: typed).spans(in: document).map { document.text(in: $0) }
  }

  @Test func `capitals matter only where some are typed`() {
    #expect(found("azov", in: "Azov and AZOV") == ["Azov", "AZOV"])
    #expect(found("Azov", in: "Azov and AZOV") == ["Azov"])
  }

  @Test func `other scripts are folded too`() {
    #expect(found("ада", in: "Ада и ада") == ["Ада", "ада"])
    #expect(found("élan", in: "Élan élan") == ["Élan", "élan"])
  }

  @Test func `a space stands for any white space, line breaks too`() {
    #expect(found("red cross", in: "Red\nCross and red  cross") == ["Red\nCross", "red  cross"])
  }

  @Test func `a leading mark makes it a regular expression, and a broken one finds nothing and says so`() {
    #expect(found("\\v[0-9]+", in: "7 and 42") == ["7", "42"])
    #expect(found("\\v[", in: "7 and 42") == [])
    #expect(TextPattern(typed: "\\v[").problem != nil)
  }

  @Test func `whole words end where the occurrence ends`() {
    let document = Document("Art, not Artful. l'Art")
    let pattern = TextPattern(words: "Art", matchesCase: true, wholeWords: true)
    #expect(pattern.spans(in: document).count == 2)
  }

  @Test(arguments: ["wiki", "red cross", "\\v[rw]\\w+"])
  func `block by block the same is found as in the whole`(_ typed: String) {
    let document = Document("wikis and wiki\n\nRed\nCross red cross wiki\nno\nred wiki")
    let pattern = TextPattern(typed: typed)
    let whole = pattern.spans(in: document)
    #expect(!whole.isEmpty)
    #expect((0..<document.blocks.count).flatMap { pattern.spans(in: document, blocks: $0..<$0 + 1) } == whole)
    for (index, span) in whole.enumerated() {
      #expect(pattern.first(in: document, from: span.start) == span)
      #expect(pattern.last(in: document, endingBefore: span.end) == span)
      let next = index + 1 < whole.count ? whole[index + 1] : nil
      #expect(pattern.first(in: document, from: span.start + 1) == next)
    }
    #expect(pattern.last(in: document, endingBefore: 0) == nil)
    #expect(pattern.first(in: document, from: document.bytes.count) == nil)
  }
}
