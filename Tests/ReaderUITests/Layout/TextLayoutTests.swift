import Annotations
import TestSupport
import Testing

@testable import ReaderUI

@Suite struct TextLayoutTests {
  private func layout(_ marked: String, width: Int, brackets: Bool = false) -> TextLayout {
    let text = MarkedText(marked)
    let mentions = text.marks.map { Mention.suggestion($0.span, $0.label, by: .rule("test"), confidence: 0.9) }
    let combined = CombinedLayer(decisions: Layer(annotator: .person("anna")), suggestions: mentions)
    return TextLayout(Document(text.text), combined, width: width) { mention in
      let letter = String(mention.label.name.prefix(1))
      return brackets ? ("(", ")\(letter)") : ("", letter)
    }
  }

  /// The rows as they look.
  private func rows(_ layout: TextLayout) -> [String] {
    layout.blocks.flatMap { layout.lines(ofBlock: $0) }.map { line in
      line.elements.map { element -> String in
        switch element.kind {
        case .text(let cluster): cluster.isTab ? String(repeating: " ", count: element.cells) : cluster.glyph.text
        case .mark(let glyph, _): glyph.text
        }
      }.joined()
    }
  }

  @Test func `lines are broken at spaces, which hang over the end`() {
    #expect(rows(layout("one two three four", width: 9)) == ["one two ", "three ", "four"])
  }

  @Test func `a word longer than the row is cut`() {
    #expect(rows(layout("abcdefghij kl", width: 4)) == ["abcd", "efgh", "ij ", "kl"])
  }

  @Test func `a letter stays with its mention`() {
    #expect(rows(layout("say «PERSON Ada» now", width: 7)) == ["say ", "AdaP ", "now"])
    #expect(rows(layout("say «PERSON Ada» now", width: 8)) == ["say AdaP ", "now"])
  }

  @Test func `brackets stay with their mention on both sides`() {
    #expect(rows(layout("say «PERSON Ada» now", width: 9, brackets: true)) == ["say ", "(Ada)P ", "now"])
  }

  @Test func `nested marks close inside out`() {
    let nested = "«ORG Ministry of «GPE Peru»»"
    #expect(rows(layout(nested, width: 40, brackets: true)) == ["(Ministry of (Peru)G)O"])
  }

  @Test func `wide text is broken between characters, and not before what closes`() {
    #expect(rows(layout("日本語の文。終", width: 10)) == ["日本語の", "文。終"])
  }

  @Test func `hyphens and dashes allow a break behind them`() {
    #expect(rows(layout("well-known", width: 6)) == ["well-", "known"])
  }

  @Test func `tabs go to the next stop`() {
    #expect(rows(layout("a\tb", width: 20)) == ["a   b"])
  }

  @Test func `one paragraph a line is shown with gaps between, broken lines are not`() {
    let paragraph = String(repeating: "word ", count: 30)
    let dense = layout("\(paragraph)\n\(paragraph)\n", width: 200)
    #expect(
      rows(dense).map { $0.isEmpty ? "" : "text" }
        == ["text", "", "text", ""].dropLast(rows(dense).count == 3 ? 1 : 0).map { $0 })
    #expect(rows(layout("short line\nshort line\n", width: 80)).prefix(2) == ["short line", "short line"])
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 40, 80])
  func `rows tile the text, fit the width and know their offsets`(_ width: Int) {
    let text = "«ORG Ministry of «GPE Perú»» said “yes”.\r\n\r\nか\u{3099} 日本語のテキスト 👩‍👩‍👧 «PERSON José»\tend-of-line\nlast"
    let layout = layout(text, width: width, brackets: true)
    for block in layout.blocks {
      var end: Int?
      for line in layout.lines(ofBlock: block) where !line.isSpacer {
        if let end { #expect(line.span.start == end) }
        end = line.span.end
        let visible = line.elements.dropLast { element in
          if case .text(let cluster) = element.kind { cluster.isSpace } else { false }
        }
        let cells = visible.reduce(0) { $0 + $1.cells }
        // A wide character or a bracket with its letter cannot be narrower than it is.
        #expect(cells <= max(width, 4), "row \(line.index) of block \(block)")
        for element in line.elements {
          if case .text(let cluster) = element.kind {
            #expect(layout.line(containing: cluster.start).index == line.index)
            #expect(line.offset(atColumn: line.column(of: cluster.start)) == cluster.start)
          }
        }
      }
      #expect(end == layout.document.blocks[block].content.end)
    }
  }

  @Test func `going down and up by rows visits the same rows`() {
    let text = (0..<40).map { "Paragraph \($0) with some words in it, and more." }.joined(separator: "\n")
    let layout = layout(text, width: 20)
    var line = layout.lines(ofBlock: layout.blocks.lowerBound)[0]
    var down: [Span] = [line.span]
    while let next = layout.line(after: line) {
      line = next
      down.append(line.span)
    }
    var up: [Span] = [line.span]
    while let previous = layout.line(before: line) {
      line = previous
      up.append(line.span)
    }
    #expect(down == up.reversed())
    #expect(layout.lines(from: line, height: 1000).map(\.span) == down)
  }
}

extension Array {
  /// What is left when the last elements are dropped as long as `drops` holds.
  fileprivate func dropLast(_ drops: (Element) -> Bool) -> ArraySlice<Element> { self[...].dropLast(while: drops) }
}
