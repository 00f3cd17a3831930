import Glibc
import Testing

@testable import ReaderUI

@Suite struct CellWidthTests {
  @Test func `the table agrees with the C library, code point by code point`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil, "no UTF-8 locale")
    var different: [String] = []
    for code in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let theirs = systemWidth(code)
      let ours = CellWidth.cells(scalar) ?? -1
      if theirs != ours { different.append("U+\(String(code, radix: 16)) \(theirs) \(ours)") }
    }
    #expect(different.prefix(10) == [])
  }

  /// wcwidth(3), which Swift's module of the C library leaves out.
  private func systemWidth(_ code: UInt32) -> Int {
    typealias Width = @convention(c) (Int32) -> Int32
    guard let symbol = dlsym(nil, "wcwidth") else { return 0 }
    return Int(unsafeBitCast(symbol, to: Width.self)(Int32(code)))
  }

  @Test(arguments: [
    ("plain", 5), ("日本語", 6), ("e\u{301}", 1), ("か\u{3099}", 2), ("한국", 4), ("🙂", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("1️⃣", 1),
    ("a\u{200B}b", 2), ("\u{202E}abc", 3), ("\u{1B}[31m", 5), ("\u{0}", 1), ("\u{85}", 1), ("\u{301}", 1), ("", 0),
    ("\u{10FFFF}", 1), ("ก็", 1), ("\t", 1), ("a\u{AD}b", 2),
  ])
  func `text takes the cells it is drawn in`(_ example: (text: String, cells: Int)) {
    #expect(CellWidth.cells(example.text) == example.cells)
  }

  @Test func `no control and no direction mark is ever drawn`() {
    for code in UInt32(0)...0x2069 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for cluster in Clusters("a\(scalar)b") {
        for shown in [cluster.glyph.base] + cluster.glyph.marks {
          #expect(!(0..<0x20).contains(shown.value) && !(0x7F..<0xA0).contains(shown.value))
          #expect(!(0x202A...0x202E).contains(shown.value) && !(0x2066...0x2069).contains(shown.value))
          #expect(!(0x200B...0x200F).contains(shown.value))
        }
      }
    }
  }

  @Test(arguments: [
    "plain", "日本語 text", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "👩‍👩‍👧 end", "\u{301}x", "a\u{200D}",
    "\u{0}\u{1}\t", "🇩🇪🇫🇷",
  ])
  func `clusters tile the text`(_ text: String) {
    var end = 0
    for cluster in Clusters(text) {
      #expect(cluster.start == end)
      #expect(cluster.end > cluster.start)
      #expect((1...2).contains(cluster.cells))
      end = cluster.end
    }
    #expect(end == text.utf8.count)
  }
}
