import Testing

@testable import Annotations

@Suite struct BlockIndexTests {
  /// Checks what holds of the blocks of any text, and gives their contents.
  @discardableResult
  private func contents(of document: Document, _ comment: Comment? = nil) throws -> [String] {
    let blocks = document.blocks
    try #require(blocks.count > 0)
    var end = 0
    var contents: [String] = []
    for index in 0..<blocks.count {
      let block = blocks[index]
      try #require(block.span.start == end && block.content.start == end, comment)
      try #require(block.span.contains(block.content), comment)
      try #require(block.content.length <= BlockIndex.maximumLength, comment)
      try #require(document.isCodePointBoundary(block.span.start), comment)
      let content = document.bytes[block.content.range]
      let ending = document.bytes[block.content.end..<block.span.end]
      try #require(!content.contains(0x0A) && !content.contains(0x0D), comment)
      try #require([[], [0x0A], [0x0D], [0x0D, 0x0A]].contains(Array(ending)), comment)
      for offset in [block.span.start, block.span.end - 1] where block.span.contains(offset) {
        try #require(blocks.index(containing: offset) == index, comment)
      }
      contents.append(document.text(in: block.content))
      end = block.span.end
    }
    try #require(end == document.bytes.count, comment)
    #expect(blocks.index(containing: document.bytes.count) == blocks.count - 1, comment)
    return contents
  }

  @Test func `blocks tile every text, hold no line breaks and are not too long`() throws {
    for seed in 0..<150 {
      var make = Generator(seed: seed)
      try contents(
        of: Document(seed % 2 == 0 ? make.text(0...300) : make.prose(words: make.int(0...200))), "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("a\rb\r", ["a", "b"]), ("\r\n\r\n", ["", ""]), ("\n\r", ["", ""]), ("a\r\r\nb", ["a", "", "b"]),
    ("a\u{2028}b\u{B}c\u{85}d", ["a\u{2028}b\u{B}c\u{85}d"]),
  ])
  func `a line ends with LF, CRLF or CR and with nothing else`(text: String, lines: [String]) throws {
    #expect(try contents(of: Document(text)) == lines)
  }

  @Test func `a long line is cut behind a space, or between code points where there is none`() throws {
    let words = String(repeating: "word ", count: 10_000)
    let pieces = try contents(of: Document(words))
    #expect(pieces.count == 4 && pieces.allSatisfy { $0.hasPrefix("word") && $0.hasSuffix(" ") })
    let japanese = String(repeating: "日", count: 20_000)
    #expect(try contents(of: Document(japanese)).allSatisfy { $0.utf8.count % 3 == 0 })
  }

  @Test func `the longest line that is one block is as long as promised, with or without a line break`() throws {
    for ending in ["", "\n", "\r\n", "\r"] {
      let longest = String(repeating: "x", count: BlockIndex.maximumLength)
      #expect(try contents(of: Document(longest + ending)) == [longest])
      #expect(try contents(of: Document(longest + "y" + ending)) == [longest, "y"])
    }
  }

  @Test func `one line of five million bytes is many blocks`() throws {
    let document = Document(String(repeating: "Kharkiv, Київ and 東京. ", count: 180_000))
    #expect(document.bytes.count > 5_000_000)
    #expect(try contents(of: document).count > 300)
  }
}
