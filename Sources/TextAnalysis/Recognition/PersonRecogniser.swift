import Annotations

/// Proposes people by what stands in and around their names, and the titles before them.
struct PersonRecogniser: Recogniser {
  let name = "people"

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for sentence in text.sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        if text.units[index].flags.contains(.word) {
          if let end = TitlePhrase.end(from: index, in: text) {
            let next = propose(titled: index..<end, sentence, text, &candidates)
            index = next
            continue
          }
          if let next = propose(plain: index, sentence, text, &candidates) {
            index = next
            continue
          }
        }
        index += 1
      }
    }
    return candidates
  }

  /// A title, and the name behind it.
  private func propose(
    titled title: Range<Int>, _ sentence: Range<Int>, _ text: PreparedText, _ candidates: inout [Candidate]
  ) -> Int {
    let start = title.upperBound
    if start < sentence.upperBound, text.style(at: start) != .titled || text.is(start, [.forename, .surname]),
      let reading = PersonName.read(from: start, in: text),
      TitlePhrase.isHonorific(title.upperBound - 1, text) || !beginsElse(reading, text),
      !isForename(title, reading, text)
    {
      candidates.append(Candidate(title, .title, .title, in: text, evidence: .word(title.upperBound - 1)))
      candidates.append(Candidate(reading.units, .person, .titledName, in: text, evidence: .word(title.upperBound - 1)))
      return reading.units.upperBound
    }
    // A surname or forename can look like a title: "King", "Major", "Earl Warren".
    for index in title where text.is(index, [.forename, .surname]) {
      if let next = propose(plain: index, sentence, text, &candidates) { return max(next, title.upperBound) }
    }
    return title.upperBound
  }

  /// "Dean Kamen": a title that is a given name too, before a family name alone.
  private func isForename(_ title: Range<Int>, _ reading: PersonName.Reading, _ text: PreparedText) -> Bool {
    title.count == 1 && text.is(title.lowerBound, .forename) && reading.fullWords == 1 && !reading.hasInitial
  }

  /// Whether what was read as a name is the beginning of something else that the lists know, or a plain word.
  private func beginsElse(_ reading: PersonName.Reading, _ text: PreparedText) -> Bool {
    let first = reading.units.lowerBound
    if reading.units.count == 1, text.is(first, [.organisationHead, .facilityHead, .eventHead, .organisationPart]),
      !text.is(first, [.surname, .forename])
    {
      return true
    }
    // "Prince Series": a plain word is no name.
    if reading.fullWords == 1, !reading.hasInitial, text.is(first, .common), !text.is(first, [.surname, .forename]) {
      return true
    }
    return text.names(at: first).contains { match in
      let entry = text.gazetteer.entries[match.entry]
      guard !entry.needsSupport, match.casing == .exact else { return false }
      switch entry.list {
      case .nationalities, .countries, .groups, .places:
        return reading.units.count <= match.units.count || !text.is(first, [.forename, .surname])
      case .organisations, .agencies, .armedGroups, .parties, .media:
        return match.units.count >= reading.units.count && !text.is(first, [.forename, .surname])
      default: return false
      }
    }
  }

  /// A name without a title before it; returns where to go on.
  private func propose(
    plain first: Int, _ sentence: Range<Int>, _ text: PreparedText, _ candidates: inout [Candidate]
  ) -> Int? {
    guard let reading = PersonName.read(from: first, in: text) else { return nil }
    let evidence = Candidate.Evidence.word(first)
    let before = first - 1
    let units = reading.units
    let hasBefore = before >= sentence.lowerBound
    let isTitled = text.style(at: first) != .plain
    let isOpening = CapitalRun.isMereOpening(first, text)
    if hasBefore, text.is(before, .role), !text.units[before].flags.contains(.capitalised), !isOpening,
      !beginsElse(reading, text)
    {
      let isSure = reading.fullWords > 1 || text.is(first, [.forename, .surname])
      let confidence = isSure ? nil : Rule.speaker.precision
      candidates.append(
        Candidate(units, .person, .roleName, in: text, confidence: confidence, evidence: .word(before)))
      return units.upperBound
    }
    let last = lastWord(units, text)
    if isForename(first, text), reading.fullWords + (reading.hasInitial ? 1 : 0) > 1, !isOpening,
      !beginsElse(reading, text)
    {
      guard !isTitled || text.is(last, .surname) || !text.is(last, .common) else { return nil }
      candidates.append(Candidate(units, .person, .forename, in: text, evidence: evidence))
      return units.upperBound
    }
    guard !isTitled, !isOpening, !beginsElse(reading, text) else { return nil }
    // "Washington Chris Gregoire", "Administrator Charles Bolden": the name begins one word later.
    if units.count > 2, text.is(first + 1, .forename), !text.is(first + 1, .common), !isForename(first, text),
      isKnownElse(first, text) || text.is(first, .common)
    {
      return nil
    }
    // "the Rikken Minseito", "in Glacier Park", "“Sti Fotia”" are no people.
    if hasBefore, text.units[before].flags.contains(.lowerCase) || text.units[before].flags.contains(.punctuation),
      Self.notBeforePeople.contains(text.keys[before])
    {
      return nil
    }
    if reading.hasInitial, reading.fullWords > 0, units.count > 1, text.style(at: first) == .plain,
      isPlausible(last, text), PersonName.isInitial(first, text) || isPlausible(first, text),
      !text.units[last].flags.contains(.allCapitals)
    {
      candidates.append(Candidate(units, .person, .initials, in: text, evidence: evidence))
      return units.upperBound
    }
    if reading.fullWords > 1, reading.fullWords <= 4 {
      let parts = units.filter { CapitalRun.isCapital($0, text) }
      if text.is(last, .surname), parts.allSatisfy({ isPlausible($0, text) }) {
        candidates.append(Candidate(units, .person, .surname, in: text, evidence: .word(last)))
      } else if parts.allSatisfy({ isUnknown($0, text) }) {
        candidates.append(Candidate(units, .person, .twoCapitals, in: text, evidence: evidence))
      } else {
        return nil
      }
      return units.upperBound
    }
    if reading.units.count == 1, text.is(first, .forename), !text.is(first, .common), !isKnownElse(first, text),
      standsAlone(units, sentence, text)
    {
      candidates.append(Candidate(units, .person, .loneForename, in: text, evidence: evidence))
      return units.upperBound
    }
    if reading.fullWords == 1, isUnknown(first, text) || text.is(first, .surname) && isPlausible(first, text),
      speaks(units, sentence, text)
    {
      candidates.append(Candidate(units, .person, .speaker, in: text, evidence: evidence))
      return units.upperBound
    }
    return nil
  }

  private func lastWord(_ units: Range<Int>, _ text: PreparedText) -> Int {
    units.last { CapitalRun.isCapital($0, text) && !text.is($0, .nameSuffix) } ?? units.lowerBound
  }

  private func isForename(_ index: Int, _ text: PreparedText) -> Bool { text.is(index, .forename) }

  /// Not a common word, head word or name of something else.
  private func isPlausible(_ index: Int, _ text: PreparedText) -> Bool {
    if text.is(index, [.forename]) { return true }
    guard !text.is(index, [.common, .organisationHead, .facilityHead, .organisationPart, .eventHead, .compass, .month])
    else {
      return text.is(index, .surname) && !text.is(index, .common)
    }
    return !isKnownElse(index, text)
  }

  private func isKnownElse(_ index: Int, _ text: PreparedText) -> Bool {
    text.names(at: index).contains { match in
      let entry = text.gazetteer.entries[match.entry]
      return match.casing == .exact && entry.list != .people && entry.list != .newsmakers && !entry.needsSupport
    }
  }

  /// In no list at all.
  private func isUnknown(_ index: Int, _ text: PreparedText) -> Bool {
    text.classes[index].subtracting([.surname, .forename, .nameParticle]).isEmpty && !isKnownElse(index, text)
      && !text.units[index].flags.contains(.allCapitals) && text.units[index].length > 2
  }

  private static let notBeforePeople: Set<UInt64> = Set(
    ["the", "a", "an", "this", "in", "near", "at", "\"", "“", "``", "‘"].map { NameHash.word($0) })

  /// No capital on either side.
  private func standsAlone(_ units: Range<Int>, _ sentence: Range<Int>, _ text: PreparedText) -> Bool {
    let after = units.upperBound
    if after < sentence.upperBound, CapitalRun.isCapital(after, text), !text.is(after, .function) { return false }
    let before = units.lowerBound - 1
    return before < sentence.lowerBound || !CapitalRun.isCapital(before, text) || text.is(before, .function)
      || CapitalRun.isMereOpening(before, text)
  }

  /// Whether a verb of speech stands right after the name, or right before it.
  private func speaks(_ units: Range<Int>, _ sentence: Range<Int>, _ text: PreparedText) -> Bool {
    let after = units.upperBound
    if after < sentence.upperBound, text.is(after, .reporting), text.units[after].flags.contains(.lowerCase) {
      return true
    }
    let before = units.lowerBound - 1
    guard before >= sentence.lowerBound, text.is(before, .reporting), text.units[before].flags.contains(.lowerCase)
    else {
      return false
    }
    // "said Novak." but not "called Stuxnet a threat"
    return after >= sentence.upperBound || text.units[after].flags.contains(.punctuation)
  }
}
