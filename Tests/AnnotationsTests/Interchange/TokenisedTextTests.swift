import Annotations
import Testing

@Suite struct TokenisedTextTests {
  @Test("Words make a text of spaces and line feeds")
  func words() {
    let text = TokenisedText(words: [["Ça", "va", "?"], [], ["", "👍"]])
    #expect(text.document.text(in: text.document.span) == "Ça va ?\n👍")
    #expect(text.tokens == [Span(0, 3), Span(4, 6), Span(7, 8), Span(9, 13)])
    #expect(text.sentences == [0..<3, 3..<4])
    #expect(text.word(3) == "👍")
  }

  @Test("A span of whole tokens is found, any other is not")
  func tokenRanges() {
    let text = TokenisedText(words: [["one", "two", "three"]])
    for first in 0..<3 {
      for last in first..<3 {
        #expect(text.tokenRange(of: Span(text.tokens[first].start, text.tokens[last].end)) == first..<(last + 1))
      }
    }
    #expect(text.tokenRange(of: Span(0, 2)) == nil)
    #expect(text.tokenRange(of: Span(1, 7)) == nil)
    #expect(text.tokenRange(of: Span(3, 4)) == nil)
  }

  @Test("No words, no text")
  func empty() {
    let text = TokenisedText(words: [])
    #expect(text.tokens.isEmpty && text.sentences.isEmpty && text.document.bytes.isEmpty)
  }
}
