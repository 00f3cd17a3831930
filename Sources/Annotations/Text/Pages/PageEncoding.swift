/// Turns the bytes of a page into UTF-8.
///
/// Pages are UTF-8 today. Old ones are mostly windows-1252, whatever western name they give it, or none: the Encoding
/// Standard of WHATWG (section 4.2) says so, and browsers obey. Other encodings are not known here; what is not UTF-8
/// in them is replaced and counted.
enum PageEncoding {
  /// How far into a page browsers look for a declaration, in bytes (HTML Living Standard, section 13.2.3.2).
  private static let prescan = 1024

  /// Names for windows-1252 that occur in pages.
  private static let western: Set<String> = [
    "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "windows-1252", "cp1252", "x-cp1252", "us-ascii", "ascii",
  ]

  /// What windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F.
  private static let punctuation = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// `page` as UTF-8, and how many sequences had to be replaced.
  static func utf8(_ page: [UInt8]) -> (text: [UInt8], replaced: Int) {
    let (text, replaced) = DocumentReader.validUTF8(page)
    guard replaced > 0, western.contains(declared(in: page) ?? "latin1") else { return (text, replaced) }
    // A page that has more characters in UTF-8 than mistakes is UTF-8 with mistakes, or cut in the middle.
    let characters = text.count { $0 >= 0xC2 } - UTF8Scan.replacementCharacters(in: text)
    return characters > replaced ? (text, replaced) : (decode(page), 0)
  }

  /// The name of the encoding behind `charset=`, in lower case.
  private static func declared(in page: [UInt8]) -> String? {
    let head = String(decoding: page.prefix(prescan), as: UTF8.self).lowercased()
    guard let match = head.firstMatch(of: /charset\s*=\s*["']?\s*([a-z0-9_-]+)/) else { return nil }
    return String(match.1)
  }

  private static func decode(_ page: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(page.count + page.count / 8)
    for byte in page {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0: text += Array(String(punctuation[Int(byte - 0x80)]).utf8)
      default: text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return text
  }
}
