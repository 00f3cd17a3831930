import Annotations

/// Proposes named storms, with the word for a storm and, elsewhere in the document, without it: `Hurricane Katrina`,
/// `Tropical Storm Epsilon`, `Katrina`.
struct StormRecogniser: Recogniser {
  let name = "storms"

  private static let one = Set(["hurricane", "typhoon", "cyclone", "storm"].map { NameHash.word($0) })
  private static let several = Set(["hurricanes", "typhoons", "cyclones", "storms"].map { NameHash.word($0) })
  private static let tropical = NameHash.word("tropical")
  private static let placing = Set(["in", "near", "at", "to"].map { NameHash.word($0) })
  private static let and = NameHash.word("and")
  private static let comma = NameHash.word(",")

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    /// Where each name was learnt.
    var names: [UInt64: Int] = [:]
    for lead in text.units.indices {
      let isOne = Self.one.contains(text.keys[lead])
      guard isOne || Self.several.contains(text.keys[lead]) else { continue }
      let sentence = text.sentence(of: lead)
      guard isName(lead + 1, sentence, text) else { continue }
      var learnt = [lead + 1]
      if isOne, text.units[lead].flags.contains(.capitalised) {
        let isTropical = lead > sentence.lowerBound && text.keys[lead - 1] == Self.tropical
        candidates.append(storm((isTropical ? lead - 1 : lead)..<(lead + 2), .word(lead), text))
      } else {
        // "Hurricanes Harvey, Irma and Maria", "cyclone Nargis"
        while !isOne, let last = learnt.last, isName(last + 2, sentence, text),
          text.keys[last + 1] == Self.and || text.keys[last + 1] == Self.comma
        {
          learnt.append(last + 2)
          if text.keys[last + 1] == Self.and { break }
        }
        candidates += learnt.map { storm($0..<($0 + 1), .word(lead), text) }
      }
      for unit in learnt { names[text.keys[unit]] = names[text.keys[unit]] ?? unit }
    }
    guard !names.isEmpty else { return candidates }
    for sentence in text.sentences {
      for unit in sentence {
        guard let source = names[text.keys[unit]], stands(unit, sentence, text) else { continue }
        candidates.append(storm(unit..<(unit + 1), .mention(text.span(of: source..<(source + 1))), text))
      }
    }
    return candidates
  }

  private func storm(_ units: Range<Int>, _ evidence: Candidate.Evidence, _ text: PreparedText) -> Candidate {
    Candidate(units, .event, .storm, in: text, evidence: evidence)
  }

  /// Whether the unit can be the name of a storm: a capitalised word that is not mostly written small and no list has
  /// for something else, and that no other capital follows, as in `Storm Prediction Center` or `Wilma Torres`.
  private func isName(_ unit: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Bool {
    guard unit < sentence.upperBound, CapitalRun.isCapital(unit, text), !text.is(unit, Self.others) else {
      return false
    }
    let isListed = text.names(at: unit).contains { match in
      let entry = text.gazetteer.entries[match.entry]
      return match.units.count == 1 && match.casing == .exact && !entry.needsSupport
        && [.gpe, .org].contains(entry.list.label) && !text.is(unit, .forename)
    }
    guard !isListed else { return false }
    let next = unit + 1
    return next == sentence.upperBound || !CapitalRun.isCapital(next, text)
      || text.is(next, [.weekday, .month, .title])
  }

  private static let others: WordClass = [
    .common, .function, .organisationHead, .facilityHead, .placeHead, .placeLead, .eventHead, .role, .weekday, .month,
  ]

  /// Whether the name of a storm can stand for it here: not behind a preposition of place or a title, nor before a verb of
  /// speech, where it is a place or a person.
  private func stands(_ unit: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Bool {
    guard isName(unit, sentence, text) else { return false }
    if unit + 1 < sentence.upperBound, text.is(unit + 1, .reporting) { return false }
    guard unit > sentence.lowerBound else { return true }
    return !text.is(unit - 1, .title) && !Self.placing.contains(text.keys[unit - 1])
      && (!CapitalRun.isCapital(unit - 1, text) || CapitalRun.isMereOpening(unit - 1, text))
  }
}
