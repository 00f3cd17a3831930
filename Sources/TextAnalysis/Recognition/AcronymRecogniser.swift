import Annotations

/// Proposes organisations that are written as a few capitals and are in no list.
struct AcronymRecogniser: Recogniser {
  let name = "acronyms"

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for sentence in text.sentences where text.style(at: sentence.lowerBound) == .plain {
      for index in sentence where isAcronym(index, text) {
        candidates.append(Candidate(index..<(index + 1), .org, .acronym, in: text, evidence: .word(index)))
      }
    }
    return candidates
  }

  private func isAcronym(_ index: Int, _ text: PreparedText) -> Bool {
    let unit = text.units[index]
    guard unit.flags.contains(.allCapitals), !unit.flags.contains(.hasDigit), unit.length >= 2, unit.length <= 6,
      !unit.flags.contains(.hyphenated), !unit.flags.contains(.address)
    else { return false }
    if text.is(
      index, [.plainAcronym, .currencySign, .timeZone, .meridiem, .nameSuffix, .function, .title, .companySuffix])
    {
      return false
    }
    if text.is(index, .common), unit.length > 3 { return false }
    return !text.names(at: index).contains { $0.casing != .similar }
  }
}
