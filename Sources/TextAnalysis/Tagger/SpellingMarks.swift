/// What a word looks like by its letters, in few steps.
struct SpellingMarks: Sendable {
  /// The most probable ``WordSpelling/Kind``.
  var best: UInt8 = 0
  /// How probable each kind is, 0 to 5.
  var levels = SIMD4<UInt8>(repeating: 0)

  /// The levels of people and of places as one value.
  var nameLevels: UInt64 { UInt64(levels[0]) << 4 | UInt64(levels[1]) }

  init(_ probabilities: SIMD4<Float>) {
    for kind in 1..<4 where probabilities[kind] > probabilities[Int(best)] { best = UInt8(kind) }
    for kind in 0..<4 { levels[kind] = Self.level(probabilities[kind]) }
  }

  private static func level(_ probability: Float) -> UInt8 {
    switch probability {
    case ...0.1: 0
    case ...0.3: 1
    case ...0.5: 2
    case ...0.7: 3
    case ...0.9: 4
    default: 5
    }
  }

  /// The marks of all words of `evidence`; none when nothing was learnt.
  static func all(of evidence: DocumentEvidence, in text: PreparedText, _ spelling: WordSpelling) -> [SpellingMarks] {
    guard !spelling.isEmpty else { return [] }
    var marks: [SpellingMarks] = []
    marks.reserveCapacity(evidence.words.count)
    text.document.bytes.withUnsafeBufferPointer { bytes in
      // Words are numbered in the order of their first units.
      for (unit, number) in zip(text.units, evidence.numbers) where Int(number) == marks.count {
        marks.append(SpellingMarks(spelling.probabilities(bytes, unit.span.range)))
      }
    }
    return marks
  }
}
