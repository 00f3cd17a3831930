/// Characters of the scripts that are written without spaces between words: Han, kana and their punctuation.
enum EastAsian {
  /// Whether `scalar` is one of them. Hangul is not, since Korean has spaces.
  static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x30FF, 0x3100...0x312F, 0x3190...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
