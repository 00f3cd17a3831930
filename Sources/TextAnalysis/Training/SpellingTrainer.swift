import Annotations

/// Learns how names of each kind are spelt, from lists of names and from plain words.
///
/// Stochastic gradient ascent with steps that shrink (AdaGrad); half of a word's parts are left out of each step, so that
/// a name is not learnt by heart. A word in several lists counts for each of them, by how often it stands there.
struct SpellingTrainer {
  private static let epochs = 3
  private static let rate: Float = 0.05
  /// Rarer small words may be misspelt ones.
  private static let leastCount = 10
  /// How much a plain word weighs against one name it is a part of.
  private static let plainWeight = 8
  /// Shorter words say nothing.
  private static let shortest = 3

  /// Words and how often each is of each kind.
  private var words: [[UInt8]: SIMD4<Int32>] = [:]

  /// Takes the words of the names of a text as ``NameTable`` reads it, and the frequent small words of `plainText`.
  init(names: [UInt8], plainText: [UInt8]) {
    var kind: WordSpelling.Kind?
    EmbeddedList.eachLine(of: names) { line in
      guard names[line.lowerBound] != UInt8(ascii: "[") else {
        let heading = names[line].dropFirst().prefix { $0 != UInt8(ascii: "]") }
        kind = Self.kind(of: String(decoding: heading, as: UTF8.self))
        return
      }
      guard let kind else { return }
      for word in names[line].split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: "-") }) {
        guard word.count >= Self.shortest, let first = word.first, first < 0x61 || first > 0x7A else { continue }
        words[word.map(Self.lowered), default: SIMD4(repeating: 0)][kind.rawValue] += 1
      }
    }
    var counts: [ArraySlice<UInt8>: Int] = [:]
    var start = 0
    for offset in 0...plainText.count where offset == plainText.count || plainText[offset] <= 0x20 {
      if offset - start >= Self.shortest, plainText[start] >= 0x61, plainText[start] <= 0x7A {
        counts[plainText[start..<offset], default: 0] += 1
      }
      start = offset + 1
    }
    for (word, count) in counts where count >= Self.leastCount {
      words[Array(word), default: SIMD4(repeating: 0)][WordSpelling.Kind.plainWord.rawValue] += Int32(Self.plainWeight)
    }
  }

  /// Whether there is a name of a person, a place or an organisation among the words.
  var knowsNames: Bool { words.values.contains { $0[0] > 0 || $0[1] > 0 || $0[2] > 0 } }

  private static func kind(of list: String) -> WordSpelling.Kind? {
    switch NameTable.List.allCases.first(where: { "\($0)" == list }) {
    case .forename, .commonSurname, .rareSurname: .person
    case .largePlace, .middlePlace, .smallPlace: .place
    case .organisation, .armedGroup, .company: .organisation
    case .territory, .leader, .countryActor, .people, .role, .organisationType, nil: nil
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// What was learnt; ``WordSpelling/none`` when there are no words.
  var learnt: WordSpelling {
    guard !words.isEmpty else { return .none }
    var examples: [Example] = []
    for word in words.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let counts = words[word] else { continue }
      for kind in 0..<4 where counts[kind] > 0 {
        examples.append(Example(word: word, kind: kind, weight: Float(counts[kind]) / Float(counts.wrappedSum())))
      }
    }
    var learner = Learner()
    for _ in 0..<Self.epochs { learner.goThrough(&examples) }
    let most = SIMD4<Float>(repeating: 127)
    let rows = learner.weights.map { weight in
      WordSpelling.Row(
        clamping: SIMD4<Int32>(
          (weight * WordSpelling.scale).clamped(lowerBound: -most, upperBound: most), rounding: .toNearestOrEven))
    }
    return WordSpelling(SharedBytes(rows.withUnsafeBytes { Array($0) }))
  }

  private struct Example {
    var word: [UInt8]
    var kind: Int
    var weight: Float
  }

  private struct Learner {
    private(set) var weights = [SIMD4<Float>](repeating: SIMD4(repeating: 0), count: 1 << WordSpelling.bits)
    private var squares = [SIMD4<Float>](repeating: SIMD4(repeating: 1e-6), count: 1 << WordSpelling.bits)
    private var random: UInt64 = 88_172_645_463_325_252
    private var kept: [Int] = []

    private mutating func nextRandom() -> UInt64 {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return random
    }

    mutating func goThrough(_ examples: inout [Example]) {
      for index in stride(from: examples.count - 1, to: 0, by: -1) {
        examples.swapAt(index, Int(nextRandom() >> 11) % (index + 1))
      }
      for example in examples { learn(example) }
    }

    private mutating func learn(_ example: Example) {
      kept.removeAll(keepingCapacity: true)
      let bits = nextRandom()
      var number: UInt64 = 0
      var sum = SIMD4<Float>(repeating: 0)
      example.word.withUnsafeBufferPointer { bytes in
        WordSpelling.eachPart(of: bytes, 0..<bytes.count) { part in
          if bits >> (number & 63) & 1 == 0 {
            kept.append(part)
            sum += weights[part]
          }
          number += 1
        }
      }
      // Twice the sum, as half of it was left out.
      var gradient = -WordSpelling.probabilities(of: sum * 2)
      gradient[example.kind] += 1
      gradient *= example.weight
      for part in kept {
        squares[part] += gradient * gradient
        weights[part] += SpellingTrainer.rate * gradient / squares[part].squareRoot()
      }
    }
  }
}
