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
}
