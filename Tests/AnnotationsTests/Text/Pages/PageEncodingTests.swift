import Testing

@testable import Annotations

@Suite("Encodings of pages")
struct PageEncodingTests {
  /// A page with the sentence `“Café” – 5 €` in windows-1252.
  private func western(_ head: String) -> [UInt8] {
    Array("<!DOCTYPE html>\(head)<p>".utf8)
      + [0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80] + Array(".</p>".utf8)
  }

  @Test(
    "A page in an old western encoding is understood, whatever it calls it",
    arguments: [
      "", "<meta charset=iso-8859-1>", "<meta charset='windows-1252'>",
      "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>",
    ])
  func western(head: String) {
    let document = DocumentReader.read(western(head))
    #expect(document.text(in: document.span) == "“Café” – 5 €.\n")
    #expect(document.source.replacedSequences == 0)
  }

  @Test("In other encodings what is not UTF-8 is replaced and counted", arguments: ["utf-8", "shift_jis", "koi8-r"])
  func others(name: String) {
    let document = DocumentReader.read(western("<meta charset=\(name)>"))
    #expect(document.text(in: document.span) == "\u{FFFD}Caf\u{FFFD} \u{FFFD} 5 \u{FFFD}.\n")
    #expect(document.source.replacedSequences == 4)
  }

  @Test("A page in UTF-8 that ends within a character stays UTF-8")
  func cutPage() {
    let page = Array("<!DOCTYPE html><p>Él y ella, el año y la niña: ¡adiós!</p><p>é".utf8).dropLast()
    let document = DocumentReader.read(Array(page))
    #expect(document.text(in: document.span).hasPrefix("Él y ella, el año y la niña: ¡adiós!\n"))
    #expect(document.source.replacedSequences == 1)
  }

  @Test("A page in UTF-8 is UTF-8, whatever it calls itself")
  func wrongDeclaration() {
    let document = DocumentReader.read(Array("<!DOCTYPE html><meta charset=latin1><p>Café à la crème.</p>".utf8))
    #expect(document.text(in: document.span) == "Café à la crème.\n")
  }
}
