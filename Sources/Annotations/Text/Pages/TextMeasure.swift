/// How much text there is, how much of it is links, and whether it ends like a sentence.
struct TextMeasure {
  /// Letters, digits and marks, everything but white space. An ideograph or a kana says about as much as three
  /// letters and counts as three.
  private(set) var letters = 0
  /// Those of them that stand in links.
  private(set) var linkLetters = 0
  /// Whether the last of them ends a sentence, closing quotes and brackets behind it not looked at.
  private(set) var endsSentence = false

  /// Adds a piece of text in UTF-8.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, inLink: Bool) {
    var count = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        guard byte > 0x20 else { continue }
        count += 1
        noteEnd(of: UInt32(byte))
      } else {
        let (scalar, next) = UTF8Scan.scalar(in: text, at: index)
        index = next
        guard scalar != 0xA0 else { continue }
        count += EastAsian.isWide(scalar) ? 3 : 1
        noteEnd(of: scalar)
      }
    }
    letters += count
    if inLink { linkLetters += count }
  }

  private mutating func noteEnd(of scalar: UInt32) {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x06D4, 0x061F, 0x0964: endsSentence = true
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x201C, 0xBB, 0xAB, 0x300D, 0x300F, 0xFF09: break
    default: endsSentence = false
    }
  }

  /// Whether at most a third of it is links.
  var isMostlyOwnText: Bool { linkLetters * 3 <= letters }

  /// Whether more than half of it is links.
  var isMostlyLinks: Bool { linkLetters * 2 > letters }

  /// Whether it reads like a part of an article and not like a label.
  var isProse: Bool { isMostlyOwnText && (letters >= 60 || endsSentence && letters >= 15) }

  /// Counts what `other` counts as well.
  mutating func add(_ other: TextMeasure) {
    letters += other.letters
    linkLetters += other.linkLetters
    endsSentence = other.endsSentence
  }
}
