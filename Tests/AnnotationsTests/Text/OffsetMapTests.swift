import Testing

@testable import Annotations

@Suite struct OffsetMapTests {
  @Test func `all units agree with the views that Swift itself gives of a text`() throws {
    for seed in 0..<60 {
      var make = Generator(seed: seed)
      let text = seed % 3 == 0 ? make.prose(words: make.int(0...400)) : make.text(0...600)
      let map = OffsetMap(Document(text))
      var codePoints = 0
      for index in text.unicodeScalars.indices {
        let offset = text.utf8.distance(from: text.utf8.startIndex, to: index)
        let utf16 = text.utf16.distance(from: text.utf16.startIndex, to: index)
        try #require(map.codePoints(atUTF8: offset) == codePoints, "seed \(seed), offset \(offset)")
        try #require(map.utf16(atUTF8: offset) == utf16, "seed \(seed), offset \(offset)")
        try #require(map.utf8(atCodePoint: codePoints) == offset, "seed \(seed), offset \(offset)")
        codePoints += 1
      }
      #expect(map.codePoints(atUTF8: text.utf8.count) == codePoints)
      #expect(map.utf16(atUTF8: text.utf8.count) == text.utf16.count)
      #expect(map.utf8(atCodePoint: codePoints) == text.utf8.count)
    }
  }

  @Test func `beyond the text there is nothing`() {
    for text in ["", "abc", "日本", String(repeating: "é", count: 3000)] {
      let map = OffsetMap(Document(text))
      let count = text.unicodeScalars.count
      #expect(map.utf8(atCodePoint: count + 1) == nil && map.utf8(atCodePoint: -1) == nil, "\(count)")
      #expect(map.span(codePoints: 0..<(count + 1)) == nil)
      #expect(map.span(codePoints: 0..<count) == Span(0, text.utf8.count))
    }
  }

  @Test func `a span becomes a range of code points and the same span again`() {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      let document = Document(make.text(1...700))
      let map = OffsetMap(document)
      let span = make.span(in: document, longest: 300)
      #expect(map.span(codePoints: map.codePoints(span)) == span, "seed \(seed)")
    }
  }
}
