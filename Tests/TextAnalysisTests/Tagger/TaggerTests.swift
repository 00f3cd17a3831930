import Annotations
import Testing

@testable import TextAnalysis

@Suite struct TaggerTests {
  @Test("Mentions never overlap, lie in one sentence, and are sure between 0 and 1, whatever the text")
  func hostile() {
    for text in HostileText.all {
      let document = Document(text)
      let prepared = Pipeline.english.prepare(document, document.span)
      let mentions = Tagger(model: .english).tag(prepared, rules: [])?.mentions ?? []
      for (first, second) in zip(mentions, mentions.dropFirst()) {
        #expect(first.units.upperBound <= second.units.lowerBound)
      }
      for mention in mentions {
        #expect(!mention.units.isEmpty && mention.confidence > 0 && mention.confidence < 1)
        #expect(
          prepared.sentences.contains {
            $0.lowerBound <= mention.units.lowerBound && mention.units.upperBound <= $0.upperBound
          })
      }
    }
  }

  @Test("Names are found in capitals, in small letters and as headlines")
  func otherCases() {
    func found(_ text: String) -> Set<String> {
      let analysis = Pipeline.english.analyse(Document(text))
      return Set(
        analysis.suggestions.filter { [.person, .gpe, .org].contains($0.label) }
          .map { "\($0.label) " + Document(text).text(in: $0.span).lowercased() })
    }
    let expected: Set<String> = ["PERSON angela merkel", "GPE france", "GPE berlin"]
    let text = "Angela Merkel met the president of France in Berlin yesterday."
    #expect(found(text) == expected)
    #expect(found(text.uppercased()) == expected)
    #expect(found(text.lowercased()) == expected)
    #expect(found("Angela Merkel Meets President of France in Berlin") == expected)
  }

  @Test("The best tags are a valid sequence whatever the scores are", arguments: 0..<40)
  func validTags(_ seed: UInt64) {
    let tags = TagSet(labels: (0..<(seed % 2 == 0 ? 7 : 20)).map { Label("L\($0)") })
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Float {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Float(random >> 40) / Float(1 << 23) - 1
    }
    let transitions = (0..<tags.width * tags.width).map { _ in next() * 3 }
    var lattice = TagLattice(tags, transitions: transitions)
    let count = Int(seed % 9) + 1
    lattice.reserve(count)
    for index in 0..<count * tags.blocks {
      for lane in 0..<16 { lattice.scores[index][lane] = next() * 5 }
    }
    let best = lattice.best(count).map(Int.init)
    #expect(best.count == count)
    for (before, tag) in zip([TagSet.outside] + best, best) {
      #expect(TagSet.mayFollow(tag, before) && tag < tags.count)
    }
    // The probabilities of a word's tags add up to one, and the best sequence is no less probable than its neighbours.
    lattice.computeProbabilities(count)
    for word in 0..<count {
      let sum = (0..<tags.blocks).reduce(Float(0)) { $0 + lattice.probabilities[word * tags.blocks + $1].sum() }
      #expect(abs(sum - 1) < 1e-3)
    }
    func score(_ sequence: [Int]) -> Float {
      var before = TagSet.outside
      return sequence.enumerated().reduce(Float(0)) { sum, entry in
        defer { before = entry.element }
        return sum + transitions[before * tags.width + entry.element]
          + lattice.scores[entry.offset * tags.blocks + entry.element / 16][entry.element % 16]
      }
    }
    for word in 0..<count {
      for tag in 0..<tags.count {
        var other = best
        other[word] = tag
        let isValid = zip([TagSet.outside] + other, other).allSatisfy { TagSet.mayFollow($1, $0) }
        #expect(!isValid || score(other) <= score(best) + 1e-3)
      }
    }
  }

  @Test("The probability of a mention is that of all sequences with it")
  func mentionProbability() {
    let tags = TagSet(labels: ["A", "B"])
    var lattice = TagLattice(tags, transitions: [Float](repeating: 0.1, count: tags.width * tags.width))
    lattice.reserve(3)
    for word in 0..<3 { for tag in 0..<5 { lattice.scores[word][tag] = Float((word * 7 + tag * 3) % 5) / 2 } }
    lattice.computeProbabilities(3)
    // All mentions that begin at the second word, and none, make one.
    var total = 0.0
    for label in 0..<2 {
      for end in 2...3 { total += lattice.probability(of: 1..<end, label: label, count: 3) }
    }
    let first = Double(lattice.probabilities[1][TagSet.first(0)] + lattice.probabilities[1][TagSet.first(1)])
    #expect(abs(total - first) < 1e-4)
  }

  @Test("Confidence is monotone and between 0 and 1")
  func calibration() {
    let calibration = Calibration(points: [
      .init(computed: 0, share: 0), .init(computed: 0.5, share: 0.3), .init(computed: 0.9, share: 1),
    ])
    let said = stride(from: 0.0, through: 1, by: 0.05).map { calibration.confidence($0, label: 0) }
    #expect(said == said.sorted() && said.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(abs(calibration.confidence(0.7, label: 0) - 0.65) < 1e-6)
  }
}
