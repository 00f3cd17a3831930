/// How common the words of each fine cluster are: its share of all words with small letters.
struct ClusterShares: Sendable {
  static let none = ClusterShares(SharedBytes([UInt8](repeating: 0, count: 4)))

  /// 32-bit floats in little endian, one a cluster; cluster 0 is that of unknown words.
  let bytes: SharedBytes
  private let shares: [Float]

  /// Whether nothing is known.
  var isEmpty: Bool { shares.count < 2 }
  /// How many clusters there are, with cluster 0.
  var count: Int { shares.count }

  /// Reads shares.
  init(_ bytes: SharedBytes) {
    self.bytes = bytes
    shares = (0..<bytes.count / 4).map {
      Float(bitPattern: bytes.pointer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self).littleEndian)
    }
  }

  /// Counts the words of a text, which is written as ``WordClusterer`` reads it.
  init(countedIn text: [UInt8], _ clusters: WordClusters) {
    var counts: [Float] = [0, 0]
    var total: Float = 0
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset] <= 0x20 {
        // Not the words that begin with a capital, a digit or a mark.
        if offset > start, bytes[start] >= 0x61 {
          let cluster = Int(clusters.clusters(of: WordTraits.lowerHash(bytes, start..<offset)).fine)
          if cluster != 0 {
            while counts.count <= cluster { counts.append(0) }
            counts[cluster] += 1
            total += 1
          }
        }
        start = offset + 1
      }
    }
    self.init(
      SharedBytes(counts.map { ($0 / max(1, total)).bitPattern.littleEndian }.withUnsafeBytes { Array($0) }))
  }

  subscript(_ cluster: Int) -> Float { shares[cluster] }
}
