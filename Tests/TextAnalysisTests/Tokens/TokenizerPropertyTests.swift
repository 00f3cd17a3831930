import Annotations
import Testing
import TextAnalysis

@Suite struct TokenizerPropertyTests {
  @Test("Tokens tile the text: put together with the gaps between them they give it back")
  func tile() {
    for text in HostileText.all {
      let document = Document(text)
      let tokens = Tokenizer.english.tokens(in: document)
      var rebuilt: [UInt8] = []
      var end = 0
      for token in tokens {
        #expect(token.start >= end && token.end > token.start)
        rebuilt += document.bytes[end..<token.start]
        rebuilt += document.bytes[token.span.range]
        end = token.end
      }
      rebuilt += document.bytes[end...]
      #expect(rebuilt == document.bytes)
    }
  }

  @Test("Gaps hold nothing that can be seen")
  func gaps() {
    for text in HostileText.all {
      let document = Document(text)
      var end = 0
      for token in Tokenizer.english.tokens(in: document) + [
        Token(Span(document.bytes.count, document.bytes.count), flags: [])
      ] {
        for scalar in document.text(in: Span(end, token.start)).unicodeScalars {
          let isInvisible =
            scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            || scalar.properties.generalCategory == .format || scalar.value == 0xFEFF
          #expect(isInvisible, "U+\(String(scalar.value, radix: 16)) belongs to no token")
        }
        end = token.end
      }
    }
  }

  @Test("explain gives exactly the tokens of the tokeniser")
  func explain() {
    for text in HostileText.all {
      let document = Document(text)
      #expect(Tokenizer.english.explain(document).map(\.span) == Tokenizer.english.tokens(in: document).map(\.span))
    }
  }

  @Test("Tokens begin and end between code points")
  func boundaries() {
    for text in HostileText.all {
      let document = Document(text)
      for token in Tokenizer.english.tokens(in: document) {
        #expect(document.isCodePointBoundary(token.start) && document.isCodePointBoundary(token.end))
      }
    }
  }

  @Test("Cutting paragraph by paragraph gives the tokens of the whole")
  func pieces() {
    for text in HostileText.all {
      let document = Document(text)
      let whole = Tokenizer.english.tokens(in: document).map(\.span)
      let pieces = (0..<document.blocks.count).flatMap { index in
        Tokenizer.english.tokens(in: document, range: document.blocks[index].span).map(\.span)
      }
      #expect(whole == pieces)
    }
  }
}
