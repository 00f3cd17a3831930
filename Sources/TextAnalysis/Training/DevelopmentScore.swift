import Annotations

/// Measures tags against annotated documents: exact spans and labels, of the labels that each set annotates.
struct DevelopmentScore {
  private let tags: TagSet
  private let corpus: PreparedCorpus
  private let counted: [Set<String>?]

  init(_ tags: TagSet, _ corpus: PreparedCorpus, _ sets: [TrainingSet]) {
    self.tags = tags
    self.corpus = corpus
    counted = sets.map { set in set.knownLabels.map { Set($0.map(\.name)) } }
  }

  /// The mentions that annotated `tags` stand for.
  static func mentions(_ tags: [String]) -> [(words: Range<Int>, label: Substring)] {
    var mentions: [(Range<Int>, Substring)] = []
    var start = 0
    var open: Substring = ""
    for index in 0...tags.count {
      let tag = index < tags.count ? tags[index] : "O"
      let label = tag.utf8.count > 2 ? tag.dropFirst(2) : ""
      if !open.isEmpty, label != open || tag.hasPrefix("B") {
        mentions.append((start..<index, open))
        open = ""
      }
      if open.isEmpty, !label.isEmpty {
        open = label
        start = index
      }
    }
    return mentions
  }

  /// Micro-averaged F1 of `found`, one tag a word.
  func f1(of found: [UInt8]) -> Double {
    var counts = SpanCounts()
    for (number, range) in corpus.data.sentences.enumerated() {
      let known = counted[corpus.setNumbers[number]]
      var expected: [Range<Int>: Substring] = [:]
      for mention in Self.mentions(corpus.gold[number]) where known?.contains(String(mention.label)) ?? true {
        guard tags.labels.contains(where: { $0.name == mention.label }) else { continue }
        expected[mention.words] = mention.label
      }
      counts.expected += expected.count
      DocumentTags.eachMention(of: found, in: range) { units, label in
        let name = tags.labels[label].name
        guard known?.contains(name) ?? true else { return }
        counts.proposed += 1
        let words = (units.lowerBound - range.lowerBound)..<(units.upperBound - range.lowerBound)
        if expected[words].map({ $0 == name }) ?? false { counts.correct += 1 }
      }
    }
    return counts.f1
  }
}
