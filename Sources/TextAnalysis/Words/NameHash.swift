/// A 64-bit hash of a word or name, stable from run to run.
///
/// FNV-1a (Fowler, Noll, Vo) over code points. Two different words of a table of a hundred thousand collide with a
/// probability of about 10⁻⁹, so hashes stand for the words and no text is kept to compare.
struct NameHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func add(_ code: UInt32) {
    value = (value ^ UInt64(code)) &* 0x100_0000_01B3
  }

  /// Appends the hash of the next piece of a name to the hash of those before it. Never 0.
  @inline(__always)
  static func joined(_ before: UInt64, _ piece: UInt64) -> UInt64 {
    var mixed = (before &* 0x9E37_79B9_7F4A_7C15) ^ piece
    mixed ^= mixed >> 29
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    return (mixed ^ mixed >> 32) | 1
  }
}

extension NameHash {
  /// The hash under which `Lexicon` keeps the word in `range`: small letters without accents, curly apostrophes
  /// straightened, all else as it stands. Never 0.
  static func word(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = NameHash()
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      if byte < 0x80 {
        hash.add(UInt32(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte))
        offset += 1
      } else {
        let (scalar, next) = CodePoint.decode(bytes, at: offset, before: range.upperBound)
        offset = next
        guard let base = LatinFolding.base(of: scalar) else { continue }
        hash.add(base == 0x2019 || base == 0x2018 ? 0x27 : LatinFolding.lowered(base))
      }
    }
    return hash.value | 1
  }

  /// The hash of a word written in the source.
  static func word(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return word(bytes, 0..<bytes.count)
  }
}
