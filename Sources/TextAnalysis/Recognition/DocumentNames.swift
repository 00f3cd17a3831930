import Annotations

/// Carries what a document says of a name in one place to the other places where the name stands.
///
/// From the mentions that were found by local evidence it learns names, surnames of people with a full name, and
/// acronyms introduced in parentheses, and proposes them wherever they occur: at the start of sentences, in headlines,
/// and where local evidence had spoken for another label.
struct DocumentNames: Sendable {
  private struct Name {
    var label: Label
    var confidence: Double
    var rule: Rule
    /// Where it was learnt.
    var source: Span
  }

  private var names: [UInt64: Name] = [:]
  private var beginnings: Set<UInt64> = []
  private var introduced: [Candidate] = []
  /// What was found already, to propose it only where it adds something.
  private var known: [Range<Int>: Label] = [:]

  private static let carried: Set<Label> = [
    .person, .org, .gpe, .loc, .fac, .event, .law, .product, .weapon, .workOfArt,
  ]

  /// Learns from `mentions`, which are in reading order and do not overlap.
  init(_ mentions: [Candidate], in text: PreparedText) {
    for mention in mentions { known[mention.units] = mention.label }
    learnNames(mentions, text)
    learnParts(mentions, text)
    learnCompanies(mentions, text)
    learnAcronyms(mentions, text)
  }

  // MARK: - Learning

  private mutating func learn(_ units: Range<Int>, _ name: Name, _ text: PreparedText) {
    let hash = text.foldedName(of: units)
    guard hash != 0 else { return }
    if let known = names[hash], known.confidence >= name.confidence { return }
    names[hash] = name
    var end = units.lowerBound + 1
    while end < units.upperBound {
      beginnings.insert(text.foldedName(of: units.lowerBound..<end))
      end += 1
    }
  }

  /// Rules whose word alone does not carry to other places.
  private static let weak: Set<Rule> = [.locative, .acronym, .twoCapitals, .speaker, .supportedName, .quotedTitle]

  /// The same words mean the same thing: each name gets the label that most of its evidence speaks for.
  private mutating func learnNames(_ mentions: [Candidate], _ text: PreparedText) {
    var tallies: [UInt64: [Label: (sum: Double, best: Candidate)]] = [:]
    for mention in mentions where Self.carried.contains(mention.label) {
      let hash = text.foldedName(of: mention.units)
      var tally = tallies[hash, default: [:]][mention.label] ?? (0, mention)
      tally.sum += mention.confidence
      if mention.confidence > tally.best.confidence { tally.best = mention }
      tallies[hash, default: [:]][mention.label] = tally
    }
    for tally in tallies.values {
      guard
        let (label, most) = tally.max(by: { ($0.value.sum, $1.key.name) < ($1.value.sum, $0.key.name) })
      else { continue }
      let rest = tally.values.reduce(0) { $0 + $1.sum } - most.sum
      guard most.sum >= rest * 1.5 else { continue }
      let isWeak = Self.weak.contains(most.best.rule) && most.sum < 1.5
      let confidence = min(most.best.confidence, Rule.sameName.precision) - (isWeak ? 0.2 : 0)
      learn(
        most.best.units, Name(label: label, confidence: confidence, rule: .sameName, source: most.best.span), text)
    }
  }

  /// The surname, and with less confidence the forename, of people who are named in full.
  private mutating func learnParts(_ mentions: [Candidate], _ text: PreparedText) {
    for mention in mentions where mention.label == .person {
      let words = mention.units.filter { CapitalRun.isCapital($0, text) && !text.is($0, .nameSuffix) }
      guard let first = words.first, let last = words.last, first < last, mention.confidence >= 0.5 else { continue }
      let confidence = max(0.55, min(mention.confidence, Rule.partOfName.precision))
      let surname = Name(label: .person, confidence: confidence, rule: .partOfName, source: mention.span)
      if !PersonName.isInitial(last, text), isDistinct(last, text) {
        learn(surnameUnits(last, mention.units, text), surname, text)
      }
      guard text.is(first, .forename), isDistinct(first, text), !PersonName.isInitial(first, text) else { continue }
      let forename = Name(
        label: .person, confidence: min(confidence, Rule.forenameOfName.precision), rule: .forenameOfName,
        source: mention.span)
      learn(first..<(first + 1), forename, text)
    }
  }

  /// `Lattora` for `Lattora AG`.
  private mutating func learnCompanies(_ mentions: [Candidate], _ text: PreparedText) {
    for mention in mentions where mention.label == .org && text.is(mention.units.upperBound - 1, .companySuffix) {
      let words = mention.units.prefix { CapitalRun.isCapital($0, text) && !text.is($0, .companySuffix) }
      guard let first = words.first, let last = words.last, words.count > 1 || !text.is(first, .common) else {
        continue
      }
      // Whatever else a capital may look like, in this document it is the company.
      let confidence = min(mention.confidence + 0.1, Rule.shortCompany.precision)
      learn(
        first..<(last + 1), Name(label: .org, confidence: confidence, rule: .shortCompany, source: mention.span), text)
    }
  }

  /// Whether the word alone can stand for somebody: not a particle, head word or point of the compass.
  private func isDistinct(_ index: Int, _ text: PreparedText) -> Bool {
    !text.is(
      index,
      [
        .nameParticle, .function, .compass, .placeLead, .facilityLead, .organisationHead, .facilityHead,
        .organisationPart,
      ])
      || text.is(index, .headSurname)
  }

  /// The last word with the particles that belong to it: `bin Laden`, `al - Ani`.
  private func surnameUnits(_ last: Int, _ units: Range<Int>, _ text: PreparedText) -> Range<Int> {
    var start = last
    while start - 1 > units.lowerBound, !CapitalRun.isCapital(start - 1, text) { start -= 1 }
    return start..<(last + 1)
  }

  private static let opening = NameHash.word("(")
  private static let closing = NameHash.word(")")

  /// `Anti-Fraud Office (AFO)`: the acronym has the label of what stands before it.
  ///
  /// After Schwartz and Hearst (2003): the letters of the acronym must be found in the long form from right to left, the
  /// first one at the beginning of a word.
  private mutating func learnAcronyms(_ mentions: [Candidate], _ text: PreparedText) {
    guard text.units.count > 2 else { return }
    for index in 1..<(text.units.count - 1)
    where text.keys[index - 1] == Self.opening && text.keys[index + 1] == Self.closing {
      let unit = text.units[index]
      guard unit.flags.contains(.word), unit.flags.contains(.capitalised), unit.length >= 2, unit.length <= 10,
        text.style(at: index) != .capitals, Self.capitals(index, text).count >= 2
      else { continue }
      let acronym = index..<(index + 1)
      let before = index - 2
      guard before >= text.sentence(of: index).lowerBound else { continue }
      let long = mentions.last { $0.units.upperBound == before + 1 }
      let found = Self.longForm(of: index, endingAt: before, text)
      if let long, long.label == .org || found == long.units.lowerBound,
        [.org, .gpe, .loc, .fac, .event, .law, .product, .weapon].contains(long.label)
      {
        let confidence = max(long.confidence, Rule.introducedAcronym.precision)
        introduce(acronym, long.label, confidence, source: long.span, text)
      } else if let found, CapitalRun.isCapital(found, text), before > found {
        let units = found..<(before + 1)
        guard units.filter({ CapitalRun.isCapital($0, text) }).count >= 2,
          long == nil || long?.label == .org || found < long?.units.lowerBound ?? 0
        else { continue }
        introduce(acronym, .org, Rule.introducedAcronym.precision, source: text.span(of: units), text)
        introduced.append(Candidate(units, .org, .introducedAcronym, in: text, evidence: .word(index)))
      }
    }
  }

  private mutating func introduce(
    _ acronym: Range<Int>, _ label: Label, _ confidence: Double, source: Span, _ text: PreparedText
  ) {
    learn(acronym, Name(label: label, confidence: confidence, rule: .introducedAcronym, source: source), text)
  }

  /// The capital letters of the unit, in lower case.
  private static func capitals(_ index: Int, _ text: PreparedText) -> [UInt8] {
    text.document.bytes[text.units[index].span.range].filter { $0 >= 0x41 && $0 <= 0x5A }.map { $0 | 0x20 }
  }

  /// The unit that the long form of the acronym begins with, when it ends with the unit `last`.
  private static func longForm(of acronym: Int, endingAt last: Int, _ text: PreparedText) -> Int? {
    let letters = capitals(acronym, text)
    let sentence = text.sentence(of: acronym)
    let earliest = max(sentence.lowerBound, last - min(letters.count + 5, letters.count * 2))
    var letter = letters.count - 1
    var unit = last
    // Word by word from the right: a word gives its initial to the acronym, or is a small word, or (a compound) gives
    // several letters.
    while unit >= earliest {
      let bytes = text.document.bytes[text.units[unit].span.range]
      guard let initial = bytes.first, bytes.count > 0 else { return nil }
      if text.units[unit].flags.contains(.word), initial | 0x20 == letters[letter] {
        if letter == 0 { return unit }
        letter -= 1
      } else if text.units[unit].flags.contains(.hyphenated), letter > 0 {
        let initials = bytes.split(separator: UInt8(ascii: "-")).compactMap(\.first).map { $0 | 0x20 }
        guard initials.count <= letter + 1, Array(letters[(letter + 1 - initials.count)...letter]) == initials else {
          return nil
        }
        letter -= initials.count
        if letter < 0 { return unit }
      } else if !text.is(unit, .function), text.units[unit].flags.contains(.capitalised) {
        return nil
      }
      unit -= 1
    }
    return nil
  }

  // MARK: - Proposing

  /// The names it knows, wherever they stand in `text`.
  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates = introduced
    guard !names.isEmpty else { return candidates }
    for sentence in text.sentences {
      for first in sentence where canBegin(first, text) {
        var end = first + 1
        while end <= sentence.upperBound, end - first <= 12 {
          let hash = text.foldedName(of: first..<end)
          if let name = names[hash], known[first..<end] != name.label, fits(first..<end, name, text) {
            candidates.append(
              Candidate(
                first..<end, name.label, name.rule, in: text, confidence: name.confidence,
                evidence: .mention(name.source)))
          }
          guard beginnings.contains(hash) else { break }
          end += 1
        }
      }
    }
    return candidates
  }

  private func canBegin(_ index: Int, _ text: PreparedText) -> Bool {
    let flags = text.units[index].flags
    return flags.contains(.capitalised) || flags.contains(.innerCapital) || text.is(index, .nameParticle)
  }

  private func fits(_ units: Range<Int>, _ name: Name, _ text: PreparedText) -> Bool {
    let last = units.upperBound - 1
    guard !text.units[last].flags.contains(.punctuation), !text.is(units.lowerBound, .month) || units.count > 1 else {
      return false
    }
    let next = units.upperBound
    if text.style(at: last) == .plain, next < text.sentence(of: last).upperBound, CapitalRun.isCapital(next, text),
      !text.is(next, [.function, .title, .month, .weekday]),
      name.rule != .partOfName && name.rule != .forenameOfName || text.is(next, .facilityHead)
    {
      return false
    }
    if units.count > 1 { return !text.units[last].flags.contains(.lowerCase) }
    // One word: at the start of a sentence, or in a headline, a common word is no evidence.
    guard text.units[last].flags.contains(.capitalised) || text.units[last].flags.contains(.innerCapital) else {
      return false
    }
    if text.is(last, .function) { return false }
    return !text.is(last, .common) || !text.opensSentence(last) && text.style(at: last) == .plain
  }
}
