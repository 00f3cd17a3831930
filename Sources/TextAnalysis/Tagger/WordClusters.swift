/// Which words stand in like places: the number of each word's cluster, in a fine and a coarse division.
///
/// Clusters are induced from unlabelled text by ``WordClusterer``. Words are known by hash; a slot of the table holds
/// 32 bits of it, so that one unknown word in about 30,000 is taken for a known one.
struct WordClusters: @unchecked Sendable {
  static let none = WordClusters(SharedBytes([UInt8](repeating: 0, count: 8)))

  /// Slots of eight bytes, a power of two: fingerprint, fine and coarse cluster.
  let bytes: SharedBytes
  private let slots: UnsafePointer<UInt64>
  private let mask: Int

  /// Reads a table.
  ///
  /// - Precondition: The length of `bytes` is eight times a power of two, and at least one slot is empty.
  init(_ bytes: SharedBytes) {
    self.bytes = bytes
    slots = bytes.pointer.baseAddress!.assumingMemoryBound(to: UInt64.self)
    mask = bytes.count / 8 - 1
  }

  /// Makes a table of words with their clusters, which are from 1 on.
  init(_ words: [(hash: UInt64, fine: Int, coarse: Int)]) {
    var size = 16
    while size * 2 < words.count * 3 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for word in words {
      var index = Self.slot(of: word.hash) & (size - 1)
      while slots[index] != 0 { index = (index + 1) & (size - 1) }
      slots[index] = Self.fingerprint(of: word.hash) | UInt64(word.fine) << 16 | UInt64(word.coarse)
    }
    self.init(SharedBytes(slots.withUnsafeBytes { Array($0) }))
  }

  @inline(__always)
  private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &* 0x9E_3779) }

  @inline(__always)
  private static func fingerprint(of hash: UInt64) -> UInt64 { hash &* 0xD6E8_FEB8_6659_FD93 & 0xFFFF_FFFF_0000_0000 }

  /// The clusters of the word with the hash `hash`, both 0 when it is unknown.
  @inline(__always)
  func clusters(of hash: UInt64) -> (fine: UInt16, coarse: UInt16) {
    let fingerprint = Self.fingerprint(of: hash)
    var index = Self.slot(of: hash) & mask
    while true {
      let slot = slots[index]
      if slot == 0 { return (0, 0) }
      if slot & 0xFFFF_FFFF_0000_0000 == fingerprint {
        return (UInt16(truncatingIfNeeded: slot >> 16), UInt16(truncatingIfNeeded: slot))
      }
      index = (index + 1) & mask
    }
  }
}
