import Annotations

/// Proposes organisations that are written as a few capitals and are in no list.
struct AcronymRecogniser: Recogniser {
  let name = "acronyms"

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    let plain = plainAcronyms(text)
    for sentence in text.sentences where text.style(at: sentence.lowerBound) == .plain {
      for index in sentence where isAcronym(index, text) && !plain.contains(text.keys[index]) {
        candidates.append(Candidate(index..<(index + 1), .org, .acronym, in: text, evidence: .word(index)))
      }
    }
    return candidates
  }

  private static let opening = NameHash.word("(")

  /// Acronyms that are introduced for plain words: `compact fluorescent light (CFL)`.
  private func plainAcronyms(_ text: PreparedText) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for index in text.units.indices.dropFirst(2) where text.keys[index - 1] == Self.opening {
      let unit = text.units[index]
      guard unit.flags.contains(.allCapitals), text.units[index - 2].flags.contains(.lowerCase),
        text.firstByte(index - 2) == text.document.bytes[unit.end - 1] | 0x20
      else { continue }
      found.insert(text.keys[index])
    }
    return found
  }

  private func isRomanNumeral(_ index: Int, _ text: PreparedText) -> Bool {
    text.document.bytes[text.units[index].span.range].allSatisfy { "IVXLCDM".utf8.contains($0) }
  }

  private func isAcronym(_ index: Int, _ text: PreparedText) -> Bool {
    let unit = text.units[index]
    guard unit.flags.contains(.allCapitals), !unit.flags.contains(.hasDigit), unit.length >= 3, unit.length <= 6,
      text.firstByte(index) >= 0x41,
      !unit.flags.contains(.hyphenated), !unit.flags.contains(.address)
    else { return false }
    if text.is(
      index, [.plainAcronym, .currencySign, .timeZone, .meridiem, .nameSuffix, .function, .title, .companySuffix])
    {
      return false
    }
    if text.is(index, [.common, .forename]) || isRomanNumeral(index, text) { return false }
    let next = index + 1
    if next < text.units.count, CapitalRun.isCapital(next, text), !text.is(next, .function) { return false }
    return !text.names(at: index).contains { $0.casing != .similar }
  }
}
