import Testing

@testable import Annotations

@Suite struct LineMapTests {
  private func map(_ text: String) -> LineMap {
    let document = Document(text)
    return LineMap(document, offsets: OffsetMap(document))
  }

  @Test func `lines and columns are counted from 1, and all three line breaks end a line`() {
    let map = map("ab\ncd\r\néf\rg\n\n日x")
    let places = [0, 2, 3, 6, 7, 9, 10, 12, 13, 14, 17, 18].map { map.lineColumn(atUTF8: $0).description }
    // Offsets: a0 b1 \n2 c3 d4 \r5 \n6 é7-8 f9 \r10 g11 \n12 \n13 日14-16 x17
    #expect(places == ["1:1", "1:3", "2:1", "2:4", "3:1", "3:2", "3:3", "4:2", "5:1", "6:1", "6:2", "6:3"])
  }

  @Test func `behind a last line break another line begins`() {
    #expect(map("ab\n").lineColumn(atUTF8: 3).description == "2:1")
    #expect(map("").lineColumn(atUTF8: 0).description == "1:1")
  }

  @Test func `a line that is cut into blocks is one line`() {
    let long = String(repeating: "word ", count: 10_000)
    #expect(map("a\n\(long)\nb").lineColumn(atUTF8: 2 + 40_000).description == "2:40001")
    #expect(map("a\n\(long)\nb").lineColumn(atUTF8: 2 + 50_001).description == "3:1")
  }
}
