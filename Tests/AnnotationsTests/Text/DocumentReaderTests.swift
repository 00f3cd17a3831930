import Testing

@testable import Annotations

@Suite struct DocumentReaderTests {
  @Test func `a text is kept byte for byte`() {
    for text in ["", "a", "a\nb\r\nc\r", "\u{FEFF}BOM", "nul \0 and \u{7F}", "é 東京 👩‍👩‍👧", "\u{2028}\u{FFFD}"] {
      let document = DocumentReader.read(Array(text.utf8), format: .plain)
      #expect(document.bytes == Array(text.utf8))
      #expect(document.source.replacedSequences == 0)
      #expect(document.digest() == Digest(of: Array(text.utf8)))
    }
  }

  @Test func `every byte value alone makes a text, and is counted if it is no UTF-8`() {
    for byte in 0...UInt8.max {
      let document = DocumentReader.read([0x61, byte, 0x62], format: .plain)
      #expect(document.source.replacedSequences == (byte < 0x80 ? 0 : 1))
      #expect(document.bytes == (byte < 0x80 ? [0x61, byte, 0x62] : Array("a\u{FFFD}b".utf8)))
    }
  }

  @Test func `a text that ends anywhere within a character is read, and the rest of it counted once`() {
    let text = "Ünïcödé 東京 👩‍👩‍👧 ﷽ नमस्ते Київ \u{10FFFF}"
    let whole = Array(text.utf8)
    for length in 0...whole.count {
      let document = DocumentReader.read(Array(whole.prefix(length)), format: .plain)
      let isCut = length < whole.count && whole[length] & 0xC0 == 0x80
      #expect(document.source.replacedSequences == (isCut ? 1 : 0), "\(length)")
      #expect(document.bytes.prefix(max(0, length - 3)).elementsEqual(whole.prefix(max(0, length - 3))), "\(length)")
    }
  }

  @Test(
    arguments: [
      ([0xC0, 0xAF], 2), ([0xE0, 0x80, 0xAF], 3), ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4),
      ([0xF8, 0x88], 2),
      ([0xE2, 0x82], 1), ([0xF0, 0x9F, 0x98], 1), ([0xF0, 0x9F, 0x41], 1), ([0xFE, 0xFF], 2),
      ([0xEF, 0xBF, 0xBD, 0xFF], 1),
    ] as [([UInt8], Int)])
  func `each longest part that could begin a character is replaced once, as the Unicode Standard recommends`(
    bytes: [UInt8], count: Int
  ) {
    let document = DocumentReader.read(bytes, format: .plain)
    #expect(document.source.replacedSequences == count)
    #expect(document.bytes.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8))
  }

  @Test func `any bytes make a valid text`() {
    for seed in 0..<500 {
      var make = Generator(seed: seed)
      let bytes = make.bytes(0...60)
      let document = DocumentReader.read(bytes)
      #expect(String(validating: document.bytes, as: UTF8.self) != nil, "seed \(seed)")
      #expect(document.metadata.body.end == document.bytes.count, "seed \(seed)")
    }
  }

  @Test func `reading code points forwards and backwards gives the same as Swift's view`() throws {
    for seed in 0..<100 {
      var make = Generator(seed: seed)
      let text = make.text(0...40)
      let document = Document(text)
      var forwards: [Unicode.Scalar] = []
      var offset = 0
      while let (scalar, next) = document.scalar(at: offset) {
        forwards.append(scalar)
        let (again, start) = try #require(document.scalar(before: next))
        #expect(again == scalar && start == offset, "seed \(seed)")
        offset = next
      }
      #expect(forwards == Array(text.unicodeScalars), "seed \(seed)")
      #expect(document.scalar(before: 0) == nil)
    }
  }

  @Test func `white space is trimmed at both edges, of any kind`() {
    let document = Document(" \u{3000}\n Ada Lovelace\u{A0}\t ")
    let trimmed = document.trimmingWhiteSpace(document.span)
    #expect(document.text(in: trimmed) == "Ada Lovelace")
    let blank = Document(" \u{3000}\r\n")
    #expect(blank.trimmingWhiteSpace(blank.span).isEmpty)
  }

  @Test func `the name tells the format where its ending does`() {
    #expect(DocumentReader.format(ofFileNamed: "Story.TXT") == .plain)
    #expect(DocumentReader.format(ofFileNamed: "story.md") == .plain)
    #expect(DocumentReader.format(ofFileNamed: "page.XHTML") == .html)
    #expect(DocumentReader.format(ofFileNamed: "page.html.gz") == nil)
    #expect(DocumentReader.format(ofFileNamed: "") == nil)
    let page = Array("<html><body><p>Seven bridges were opened in Orvane.</p></body></html>".utf8)
    #expect(DocumentReader.read(page, fileName: "page.txt").bytes == page)
    #expect(DocumentReader.read(page, fileName: "page").source.format == .html)
    #expect(DocumentReader.read(page, fileName: "page").source.fileDigest == Digest(of: page))
  }

  @Test func `the date comes from the text, and from the file's name where the text has none`() {
    let undated = Array("Seven bridges\n\nThey were opened in Orvane.\n".utf8)
    let dated = Array("Seven bridges\n\n3 May 2021\n\nThey were opened.\n".utf8)
    #expect(DocumentReader.read(undated, fileName: "2026-06-12-bridges.txt").metadata.date?.description == "2026-06-12")
    #expect(DocumentReader.read(dated, fileName: "2026-06-12-bridges.txt").metadata.date?.description == "2021-05-03")
    #expect(DocumentReader.read(undated, fileName: "bridges.txt").metadata.date == nil)
  }

  @Test func `the digest is that of sha256sum`() {
    #expect(
      Document("abc").digest().hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hexadecimal: String(repeating: "AB", count: 32))?.hexadecimal == String(repeating: "ab", count: 32))
    #expect(Digest(hexadecimal: "ab") == nil && Digest(hexadecimal: String(repeating: "g", count: 64)) == nil)
    #expect(Digest(hexadecimal: String(repeating: "０", count: 64)) == nil)
  }
}
