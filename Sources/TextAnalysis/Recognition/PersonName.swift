/// Reads names of people.
enum PersonName {
  /// What a name is made of.
  struct Reading {
    /// The units of the name.
    var units: Range<Int>
    /// Words of the name that are written out, particles and initials not counted.
    var fullWords: Int
    var hasInitial: Bool
  }

  private static let hyphen = NameHash.word("-")
  private static let comma = NameHash.word(",")
  private static let period = NameHash.word(".")

  /// The longest name that begins with the unit `first`, or nil when none does.
  static func read(from first: Int, in text: PreparedText) -> Reading? {
    let sentence = text.sentence(of: first)
    guard isPart(first, text) || isInitial(first, text) || isCapitalParticle(first, sentence, text) else { return nil }
    if isStop(first, text), !text.is(first, [.forename, .surname]) { return nil }
    var reading = Reading(units: first..<first, fullWords: 0, hasInitial: false)
    var index = first
    var words = 0
    while index < sentence.upperBound, words < 6 {
      if isInitial(index, text) {
        reading.hasInitial = true
        index += 1
        words += 1
        // Where tokens come from outside the period may stand alone.
        if index < sentence.upperBound, text.keys[index] == period, index + 1 < sentence.upperBound,
          isPart(index + 1, text)
        {
          index += 1
        }
      } else if isPart(index, text), index == first || !isStop(index, text),
        reading.fullWords < 2 || !text.is(index, .common) || text.is(index, [.surname, .forename])
      {
        reading.fullWords += 1
        index += 1
        words += 1
        reading.units = first..<index
        if index < sentence.upperBound, text.keys[index] == hyphen, !text.units[index].flags.contains(.afterSpace),
          index + 1 < sentence.upperBound, isPart(index + 1, text)
        {
          index += 1
        }
      } else if reading.fullWords > 0, let after = nicknameEnd(index, sentence, text) {
        index = after
      } else if let after = particlesEnd(index, first, sentence, text) {
        index = after
        words += 1
      } else {
        break
      }
    }
    guard reading.fullWords > 0 else { return nil }
    reading.units = first..<suffixEnd(reading.units.upperBound, sentence, text)
    // "Ben Taub Hospital": the name is part of a longer one.
    let next = reading.units.upperBound
    if next < sentence.upperBound, CapitalRun.isCapital(next, text), isHead(next, text) { return nil }
    return reading
  }

  private static func isHead(_ index: Int, _ text: PreparedText) -> Bool {
    text.is(
      index, [.organisationHead, .organisationLead, .companySuffix, .facilityHead, .eventHead, .placeHead, .regionHead])
      && !text.is(index, .title)
  }

  private static let quotationMarks: Set<UInt64> = Set(["\"", "“", "”", "'", "``", "''"].map { NameHash.word($0) })

  /// Where a nickname in quotation marks ends that stands inside a name: `John “Jack” Doe`.
  private static func nicknameEnd(_ index: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Int? {
    guard quotationMarks.contains(text.keys[index]), text.units[index].flags.contains(.afterSpace) else { return nil }
    for close in (index + 2)..<(index + 4) where close + 1 < sentence.upperBound {
      if quotationMarks.contains(text.keys[close]) {
        return CapitalRun.isCapital(index + 1, text) && isPart(close + 1, text) ? close + 1 : nil
      }
    }
    return nil
  }

  /// `J.`, `J.K.` or a lone capital.
  static func isInitial(_ index: Int, _ text: PreparedText) -> Bool {
    let unit = text.units[index]
    guard unit.flags.contains(.capitalised), unit.flags.contains(.word) else { return false }
    if unit.length == 1 {
      return text.firstByte(index) != UInt8(ascii: "I") && text.firstByte(index) != UInt8(ascii: "A")
    }
    return unit.flags.contains(.finalPeriod) && unit.length <= 6
      && text.document.bytes[unit.start + 1] == UInt8(ascii: ".")
      && text.names(at: index).isEmpty
  }

  /// Whether the unit is a capitalised word that can be in a name.
  static func isPart(_ index: Int, _ text: PreparedText) -> Bool {
    guard CapitalRun.isCapital(index, text), !text.units[index].flags.contains(.hasDigit) else { return false }
    if text.units[index].flags.contains(.hyphenated), hasPlainTail(index, text) { return false }
    if text.is(index, .function) { return text.is(index, [.forename, .month]) && !text.opensSentence(index) }
    if text.is(index, .weekday) || text.is(index, .month) && !text.is(index, [.forename, .surname]) { return false }
    if text.units[index].flags.contains(.allCapitals), text.style(at: index) == .plain, text.units[index].length < 5 {
      return text.is(index, [.forename, .surname]) && text.names(at: index).isEmpty
    }
    return true
  }

  /// `Prize-winner`, but not `Ki-moon`
  private static func hasPlainTail(_ index: Int, _ text: PreparedText) -> Bool {
    let range = text.units[index].span.range
    guard let hyphen = text.document.bytes[range].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < range.upperBound else {
      return false
    }
    let tail = (hyphen + 1)..<range.upperBound
    guard text.document.bytes[hyphen + 1] >= 0x61, text.document.bytes[hyphen + 1] < 0x7B else { return false }
    let classes = text.lexicon.classes(of: NameHash.word(text.document.bytes, tail))
    return classes.contains(.compoundTail) || classes.contains(.common) && tail.count > 5
  }

  /// Whether the unit shows that the name ended before it.
  private static func isStop(_ index: Int, _ text: PreparedText) -> Bool {
    if text.is(
      index,
      [
        .organisationHead, .organisationLead, .companySuffix, .facilityHead, .eventHead, .lawHead, .placeHead,
        .regionHead,
        .organisationPart,
      ])
    {
      return !text.is(index, .headSurname)
    }
    if text.is(index, .title) { return !text.is(index, [.surname, .forename]) }
    return text.names(at: index).contains { match in
      let entry = text.gazetteer.entries[match.entry]
      guard !entry.needsSupport, match.casing == .exact else { return false }
      switch entry.list {
      case .nationalities, .groups, .countries, .armedGroups: return !text.is(index, [.surname, .forename])
      case .organisations, .agencies, .universities, .parties, .media: return match.units.count > 1
      default: return false
      }
    }
  }

  /// `Abu`, `Al`, `Van` with a capital at the beginning of a name.
  private static func isCapitalParticle(_ index: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Bool {
    text.is(index, .nameParticle) && CapitalRun.isCapital(index, text) && index + 1 < sentence.upperBound
      && isPart(index + 1, text)
  }

  /// Where the particles (`bin`, `van der`, `al -`) that begin at `index` end, if a capital follows them.
  private static func particlesEnd(_ index: Int, _ first: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Int? {
    var end = index
    while end < sentence.upperBound, end - index < 4 {
      if text.is(end, .nameParticle), !text.is(end, .function) {
        end += 1
      } else if end > index, text.keys[end] == hyphen {
        end += 1
      } else if text.keys[end] == hyphen, end > first, end + 1 < sentence.upperBound, text.is(end + 1, .nameParticle) {
        end += 1
      } else {
        break
      }
    }
    guard end > index, end < sentence.upperBound, isPart(end, text), index > first || end > index else { return nil }
    return index > first || CapitalRun.isCapital(index, text) ? end : nil
  }

  /// The end of the name with `Jr.`, `, Sr.` or `III`.
  private static func suffixEnd(_ end: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Int {
    if end < sentence.upperBound, text.is(end, .nameSuffix), text.units[end].flags.contains(.capitalised) {
      return end + 1
    }
    if end + 1 < sentence.upperBound, text.keys[end] == comma, text.is(end + 1, .nameSuffix),
      text.units[end + 1].flags.contains(.finalPeriod)
    {
      return end + 2
    }
    return end
  }
}
