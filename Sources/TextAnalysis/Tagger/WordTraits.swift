/// What features are made of: hashes of a word and of its parts.
struct WordTraits: Sendable {
  /// Small letters, digits as 0.
  var lower: UInt64
  /// As it is written, digits as 0.
  var exact: UInt64
  /// The kinds of its characters, equal neighbours as one: `Xx`, `X.X.`, `d-x`.
  var shape: UInt32
  /// The last three bytes.
  var suffix: UInt32
  /// Numbers of its clusters, 0 for unknown words.
  var cluster: UInt16
  var coarseCluster: UInt16

  /// What stands beside the first and the last word of a sentence.
  init() {
    lower = 1
    exact = 1
    shape = 1
    suffix = 1
    cluster = 0
    coarseCluster = 0
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, key: UInt64, flags: Token.Flags, clusters: WordClusters
  ) {
    var exactHash: UInt64 = 0xCBF2_9CE4_8422_2325
    var lowerHash: UInt64 = exactHash
    var shapeHash: UInt32 = 0x811C_9DC5
    var before: UInt8 = 0
    for offset in range {
      var byte = bytes[offset]
      var kind: UInt8
      var small = byte
      switch byte {
      case 0x61...0x7A: kind = 0x78
      case 0x41...0x5A:
        kind = 0x58
        small = byte | 0x20
      case 0x30...0x39:
        kind = 0x64
        byte = 0x30
        small = 0x30
      case 0..<0x80: kind = byte
      // Letters beyond ASCII are mostly small; the flags of the word say the rest.
      default: kind = 0x78
      }
      exactHash = (exactHash ^ UInt64(byte)) &* 0x100_0000_01B3
      lowerHash = (lowerHash ^ UInt64(small)) &* 0x100_0000_01B3
      if kind != before {
        shapeHash = (shapeHash ^ UInt32(kind)) &* 0x0100_0193
        before = kind
      }
    }
    exact = exactHash
    lower =
      flags.contains(.hasDigit) ? lowerHash | 1 : flags.contains(.punctuation) ? Self.mark(bytes, range, key) : key
    shape = shapeHash ^ UInt32(flags.rawValue & 0x1F8) &* 0x9E37_79B1
    suffix = 0
    for offset in max(range.lowerBound, range.upperBound - 3)..<range.upperBound {
      let byte = bytes[offset]
      suffix = suffix << 8 | UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    (cluster, coarseCluster) = clusters.clusters(of: lower)
  }

  /// The hash under which a word is known whatever its case and digits are, computed from its bytes alone.
  static func lowerHash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var hasDigit = false
    var hasLetter = false
    for offset in range {
      var byte = bytes[offset]
      switch byte {
      case 0x41...0x5A:
        byte |= 0x20
        hasLetter = true
      case 0x30...0x39:
        byte = 0x30
        hasDigit = true
      case 0x61...0x7A: hasLetter = true
      default: break
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    if hasDigit { return hash | 1 }
    let key = NameHash.word(Array(bytes[range]), 0..<range.count)
    return hasLetter ? key : mark(bytes, range, key)
  }

  private static let quotationMark = NameHash.word("\"")

  /// All double quotation marks are one word.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ key: UInt64) -> UInt64 {
    let first = bytes[range.lowerBound]
    switch range.count {
    case 2 where first == bytes[range.lowerBound + 1] && (first == 0x60 || first == 0x27): return quotationMark
    case 3 where first == 0xE2 && bytes[range.lowerBound + 1] == 0x80 && bytes[range.lowerBound + 2] & 0xFC == 0x9C:
      return quotationMark
    default: return key
    }
  }
}
