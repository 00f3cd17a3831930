/// Sorts words into clusters by the words that stand before them.
///
/// The exchange algorithm for predictive class bigram models (Uszkoreit and Brants 2008): each word in turn goes to the
/// cluster that makes the likelihood of the text greatest when a word's cluster is predicted from the word before it and
/// the word from its cluster. A second half of the clusters' evidence, the words behind, comes in by counting the pairs of
/// the reversed text too.
struct WordClusterer {
  /// How many clusters there are.
  var clusterCount: Int
  /// How often all words are looked at.
  var iterations = 12
  /// Rarer words stay without a cluster.
  var leastCount = 8

  /// A text as numbers of words.
  struct Corpus {
    /// Hashes of the words, by number; number 0 is the edge of a sentence.
    var hashes: [UInt64] = [0]
    /// How often each stands.
    var counts: [Int] = [0]
    /// The words' numbers in order, an edge between sentences.
    var words: [Int32] = []
  }

  /// Reads a text: words with spaces between them, one sentence a line.
  static func read(_ bytes: [UInt8]) -> Corpus {
    var corpus = Corpus()
    var table = HashTable(capacity: 1 << 19)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var offset = 0
      corpus.words.append(0)
      while offset <= buffer.count {
        let byte = offset < buffer.count ? buffer[offset] : 0x0A
        if byte <= 0x20 {
          if offset > start {
            let hash = WordTraits.lowerHash(buffer, start..<offset)
            let number = table.insert(hash, or: Int32(corpus.hashes.count))
            if Int(number) == corpus.hashes.count {
              corpus.hashes.append(hash)
              corpus.counts.append(0)
            }
            corpus.counts[Int(number)] += 1
            corpus.words.append(number)
          }
          if byte == 0x0A, corpus.words.last != 0 { corpus.words.append(0) }
          start = offset + 1
        }
        offset += 1
      }
    }
    return corpus
  }

  /// The cluster of each word of `corpus`, from 1 on; 0 for rare words.
  func clusters(of corpus: Corpus, progress: (Double) -> Void = { _ in }) -> [Int32] {
    // Words by falling frequency; the edge of sentences counts as the most frequent.
    let frequent = corpus.hashes.indices.dropFirst().filter { corpus.counts[$0] >= leastCount }
      .sorted { corpus.counts[$0] != corpus.counts[$1] ? corpus.counts[$0] > corpus.counts[$1] : $0 < $1 }
    var ranks = [Int32](repeating: -1, count: corpus.hashes.count)
    ranks[0] = 0
    for (rank, word) in frequent.enumerated() { ranks[word] = Int32(rank + 1) }
    let size = frequent.count + 1
    let before = pairs(corpus, ranks, size, reversed: false)
    let after = pairs(corpus, ranks, size, reversed: true)
    var assignment = (0..<size).map { Int32($0 == 0 ? 0 : ($0 - 1) % clusterCount) }
    // How often each cluster follows (or precedes) each word.
    var followers = [Int32](repeating: 0, count: size * clusterCount)
    var leaders = followers
    var totals = [Int](repeating: 0, count: clusterCount)
    for word in 1..<size {
      let cluster = Int(assignment[word])
      totals[cluster] += corpus.counts[frequent[word - 1]]
      for index in before.range(word) {
        followers[Int(before.words[index]) * clusterCount + cluster] += before.counts[index]
      }
      for index in after.range(word) {
        leaders[Int(after.words[index]) * clusterCount + cluster] += after.counts[index]
      }
    }
    let entropy = EntropyTable()
    var gains = [Float](repeating: 0, count: clusterCount)
    for iteration in 0..<iterations {
      var moved = 0
      for word in 1..<size {
        let own = Int(assignment[word])
        let count = corpus.counts[frequent[word - 1]]
        // Take the word out.
        totals[own] -= count
        move(word, own, -1, before, &followers)
        move(word, own, -1, after, &leaders)
        for cluster in 0..<clusterCount {
          gains[cluster] = 2 * (entropy.value(totals[cluster]) - entropy.value(totals[cluster] + count))
        }
        addGains(word, before, followers, entropy, &gains)
        addGains(word, after, leaders, entropy, &gains)
        var best = own
        for cluster in 0..<clusterCount where gains[cluster] > gains[best] { best = cluster }
        totals[best] += count
        move(word, best, 1, before, &followers)
        move(word, best, 1, after, &leaders)
        assignment[word] = Int32(best)
        if best != own { moved += 1 }
      }
      progress(Double(iteration + 1) / Double(iterations))
      if moved * 500 < size { break }
    }
    progress(1)
    var clusters = [Int32](repeating: 0, count: corpus.hashes.count)
    for word in 1..<size { clusters[frequent[word - 1]] = assignment[word] + 1 }
    return clusters
  }

  /// Which words stand beside each word, and how often.
  private struct Neighbours {
    var starts: [Int32] = []
    var words: [Int32] = []
    var counts: [Int32] = []

    func range(_ word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }
  }

  private func pairs(_ corpus: Corpus, _ ranks: [Int32], _ size: Int, reversed: Bool) -> Neighbours {
    var keys: [UInt64] = []
    keys.reserveCapacity(corpus.words.count)
    for index in 1..<max(1, corpus.words.count) {
      let (left, right) = (ranks[Int(corpus.words[index - 1])], ranks[Int(corpus.words[index])])
      guard left >= 0, right >= 0 else { continue }
      let (word, neighbour) = reversed ? (left, right) : (right, left)
      if word > 0 { keys.append(UInt64(word) << 32 | UInt64(neighbour)) }
    }
    keys.sort()
    var neighbours = Neighbours()
    neighbours.starts = [Int32](repeating: 0, count: size + 1)
    var index = 0
    while index < keys.count {
      var end = index + 1
      while end < keys.count, keys[end] == keys[index] { end += 1 }
      neighbours.words.append(Int32(truncatingIfNeeded: keys[index] & 0xFFFF_FFFF))
      neighbours.counts.append(Int32(end - index))
      neighbours.starts[Int(keys[index] >> 32) + 1] += 1
      index = end
    }
    for word in 0..<size { neighbours.starts[word + 1] += neighbours.starts[word] }
    return neighbours
  }

  @inline(__always)
  private func move(_ word: Int, _ cluster: Int, _ sign: Int32, _ neighbours: Neighbours, _ table: inout [Int32]) {
    for index in neighbours.range(word) {
      table[Int(neighbours.words[index]) * clusterCount + cluster] += sign * neighbours.counts[index]
    }
  }

  /// Adds what the likelihood gains from the pairs of `word` when it joins each cluster.
  private func addGains(
    _ word: Int, _ neighbours: Neighbours, _ table: [Int32], _ entropy: EntropyTable, _ gains: inout [Float]
  ) {
    table.withUnsafeBufferPointer { table in
      gains.withUnsafeMutableBufferPointer { gains in
        for index in neighbours.range(word) {
          let row = Int(neighbours.words[index]) * clusterCount
          let count = Int(neighbours.counts[index])
          let alone = entropy.value(count)
          for cluster in 0..<clusterCount {
            let there = Int(table[row + cluster])
            // Most clusters never stand beside the neighbour.
            gains[cluster] +=
              there == 0 ? alone : entropy.value(there + count) - entropy.value(there)
          }
        }
      }
    }
  }
}

/// n · log n for whole numbers.
private struct EntropyTable {
  private let values: [Float]

  init() {
    values = (0..<(1 << 16)).map { $0 == 0 ? 0 : Float(Double($0) * Double($0).logarithm) }
  }

  @inline(__always)
  func value(_ count: Int) -> Float {
    count < values.count ? values[count] : Float(Double(count) * Double(count).logarithm)
  }
}

extension WordClusters {
  /// Induces clusters from a text: words with spaces between them, one sentence a line, in UTF-8.
  ///
  /// - Parameters:
  ///   - fine: How many clusters the fine division has.
  ///   - coarse: How many the coarse one has.
  init(inducedFrom text: [UInt8], fine: Int, coarse: Int, progress: (Double) -> Void = { _ in }) {
    let corpus = WordClusterer.read(text)
    let share = Double(fine) / Double(fine + coarse)
    let fineClusters = WordClusterer(clusterCount: fine).clusters(of: corpus) { progress($0 * share) }
    let coarseClusters = WordClusterer(clusterCount: coarse).clusters(of: corpus) { progress(share + $0 * (1 - share)) }
    var words: [(hash: UInt64, fine: Int, coarse: Int)] = []
    for word in corpus.hashes.indices where fineClusters[word] != 0 {
      words.append((corpus.hashes[word], Int(fineClusters[word]), Int(coarseClusters[word])))
    }
    self.init(words)
  }
}
