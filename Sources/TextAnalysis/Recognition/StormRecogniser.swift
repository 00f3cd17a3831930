import Annotations

/// Proposes named storms, with the word for a storm and, elsewhere in the document, without it: `Hurricane Katrina`,
/// `Tropical Storm Epsilon`, `Katrina`.
struct StormRecogniser: Recogniser {
  let name = "storms"

  private static let one = Set(["hurricane", "typhoon", "cyclone", "storm"].map { NameHash.word($0) })
  private static let several = Set(["hurricanes", "typhoons", "cyclones", "storms"].map { NameHash.word($0) })
  private static let tropical = NameHash.word("tropical")
  private static let joiners = Set(["and", ","].map { NameHash.word($0) })

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    /// Where each name was learnt.
    var names: [UInt64: Int] = [:]
    for lead in text.units.indices where text.units[lead].flags.contains(.capitalised) {
      let isOne = Self.one.contains(text.keys[lead])
      guard isOne || Self.several.contains(text.keys[lead]), isName(lead + 1, text),
        lead + 1 < text.sentence(of: lead).upperBound
      else { continue }
      var learnt = [lead + 1]
      if isOne {
        let isTropical = lead > text.sentence(of: lead).lowerBound && text.keys[lead - 1] == Self.tropical
        candidates.append(storm((isTropical ? lead - 1 : lead)..<(lead + 2), .word(lead), text))
      } else {
        // "Hurricanes Rita and Katrina"
        while let last = learnt.last, last + 2 < text.sentence(of: lead).upperBound,
          Self.joiners.contains(text.keys[last + 1]), isName(last + 2, text)
        {
          learnt.append(last + 2)
        }
        candidates += learnt.map { storm($0..<($0 + 1), .word(lead), text) }
      }
      for unit in learnt { names[text.keys[unit]] = names[text.keys[unit]] ?? unit }
    }
    guard !names.isEmpty else { return candidates }
    for unit in text.units.indices {
      guard let source = names[text.keys[unit]], isName(unit, text),
        unit == text.sentence(of: unit).lowerBound || !CapitalRun.isCapital(unit - 1, text)
          || CapitalRun.isMereOpening(unit - 1, text)
      else { continue }
      candidates.append(storm(unit..<(unit + 1), .mention(text.span(of: source..<(source + 1))), text))
    }
    return candidates
  }

  private func storm(_ units: Range<Int>, _ evidence: Candidate.Evidence, _ text: PreparedText) -> Candidate {
    Candidate(units, .event, .storm, in: text, evidence: evidence)
  }

  /// Whether the unit can be the name of a storm: a capitalised word that is not mostly written small, and that no
  /// other capital follows, as in `Storm Prediction Center` or `Wilma Torres`.
  private func isName(_ unit: Int, _ text: PreparedText) -> Bool {
    guard unit < text.units.count, CapitalRun.isCapital(unit, text),
      !text.is(unit, [.common, .function, .organisationHead, .facilityHead, .weekday, .month])
    else { return false }
    let next = unit + 1
    return next == text.sentence(of: unit).upperBound || !CapitalRun.isCapital(next, text)
      || text.is(next, [.weekday, .month, .title])
  }
}
