/// What a document is about, as the clusters of small-written words that it has most of when set against texts in general.
///
/// A city that plays is a club, and one that is visited is a place: which, the words of the whole document tell.
struct DocumentTopics {
  /// No more clusters than this.
  static let most = 6
  /// Fewer words of a cluster say nothing.
  private static let leastCount: Float = 3

  /// The clusters, the most characteristic first.
  private(set) var clusters: [UInt16] = []

  /// Counts the words of `text`.
  ///
  /// - Parameter shares: For each cluster its share of all such words, as ``ClusterShares`` has it.
  init(_ text: PreparedText, _ traits: [WordTraits], _ shares: ClusterShares) {
    guard !shares.isEmpty else { return }
    var counts = [Float](repeating: 0, count: shares.count)
    var total: Float = 0
    for (unit, word) in zip(text.units, traits)
    where word.cluster != 0 && Int(word.cluster) < counts.count && unit.flags.contains(.lowerCase) {
      counts[Int(word.cluster)] += 1
      total += 1
    }
    var found: [(cluster: Int, excess: Float)] = []
    for (cluster, count) in counts.enumerated() where count >= Self.leastCount {
      // Half of the least count is taken off, since small counts are chance.
      found.append((cluster, (count - Self.leastCount / 2) / (shares[cluster] * total + 1)))
    }
    found.sort { $0.excess != $1.excess ? $0.excess > $1.excess : $0.cluster < $1.cluster }
    clusters = found.prefix(Self.most).map { UInt16($0.cluster) }
  }
}
