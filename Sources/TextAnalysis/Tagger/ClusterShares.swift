/// How common the words of each fine cluster are: its share of all words with small letters that have
/// a cluster.
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
    var counts = [0, 0]
    var total = 0
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset] <= 0x20 {
        // The same words that ``DocumentTopics`` counts.
        if offset > start, TokenShape.flags(of: text, start..<offset).contains(.lowerCase) {
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
    let shares = counts.map { (Float($0) / Float(max(1, total))).bitPattern.littleEndian }
    self.init(SharedBytes(shares.withUnsafeBytes { Array($0) }))
  }

  subscript(_ cluster: Int) -> Float { shares[cluster] }
}
