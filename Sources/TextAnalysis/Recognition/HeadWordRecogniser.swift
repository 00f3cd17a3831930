import Annotations

/// Proposes organisations, facilities, events, laws and places by the words that end or begin their names:
/// `Syrian Democratic Forces`, `Ministry of Culture`, `Lake Geneva`, `Helmand Province`.
struct HeadWordRecogniser: Recogniser {
  let name = "head words"

  private static let of = NameHash.word("of")
  private static let `for` = NameHash.word("for")
  private static let on = NameHash.word("on")
  private static let and = NameHash.word("and")
  private static let possessive = NameHash.word("'s")
  private static let apostrophe = NameHash.word("'")

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for run in text.runs where text.style(at: run.units.lowerBound) == .plain {
      for kind in HeadWord.all {
        for index in run.units {
          guard text.units[index].flags.contains(.capitalised) else { continue }
          if text.is(index, kind.head), let candidate = headed(by: index, kind, run.units, text) {
            candidates.append(candidate)
          }
          if text.is(index, kind.lead), let candidate = led(by: index, kind, run.units, text) {
            candidates.append(candidate)
          }
        }
      }
      companies(run.units, text, &candidates)
    }
    return candidates
  }

  // MARK: - Heads

  /// `Syrian Democratic Forces`: the head and what stands before it.
  private func headed(by head: Int, _ kind: HeadWord, _ run: Range<Int>, _ text: PreparedText) -> Candidate? {
    // A head that another word of the name follows is not the end of it.
    if head + 1 < run.upperBound, CapitalRun.isCapital(head + 1, text),
      text.is(head + 1, kind.head) && !text.is(head + 1, .title) || text.is(head, .weakHead)
    {
      return nil
    }
    var start = leftEdge(of: head, run, text)
    while start < head, isLooseStart(start, text) { start += 1 }
    // "the Chinese Xinjiang Autonomous Region": whose it is does not belong to the name of a place.
    if kind.label == .gpe || kind.label == .loc {
      while start < head, isNationality(start, text) { start += 1 }
    }
    let sentence = text.sentence(of: head)
    let words = (start..<head).filter { CapitalRun.isCapital($0, text) }
    // "3rd Battalion", "9th Circuit Court"
    let isNumbered = kind.label == .org && start > sentence.lowerBound && text.forms[start - 1].contains(.ordinal)
    guard !words.isEmpty || isNumbered else { return nil }
    if isNumbered { start -= 1 }
    if !isNumbered, text.is(head, .weakHead), words.allSatisfy({ text.is($0, [.common, .organisationPart]) }) {
      return nil
    }
    var end = head + 1
    if kind.label == .org, end < run.upperBound, text.keys[end] == Self.of || text.keys[end] == Self.for,
      text.is(head, kind.lead)
    {
      end = tailEnd(end, run, text)
    }
    if kind.takesYear, start > sentence.lowerBound, text.forms[start - 1].contains(.year) { start -= 1 }
    return Candidate(start..<end, kind.label, kind.headRule, in: text, evidence: .word(head))
  }

  /// How far to the left a name that ends at `head` reaches within its run.
  private func leftEdge(of head: Int, _ run: Range<Int>, _ text: PreparedText) -> Int {
    var start = head
    while start > run.lowerBound {
      let before = start - 1
      let key = text.keys[before]
      if CapitalRun.isCapital(before, text) || text.units[before].flags.contains(.number) {
        if text.is(before, [.month, .weekday]) { break }
        if text.is(before, .title), !text.is(before, [.organisationPart, .titleModifier, .organisationHead]) { break }
        start = before
      } else if key == Self.possessive || key == Self.apostrophe {
        guard before > run.lowerBound, ownsPart(before - 1, text) else { break }
        start = before
      } else if key == Self.and || text.firstByte(before) == UInt8(ascii: "&") {
        guard before > run.lowerBound, joinsInside(before, text) else { break }
        start = before
      } else if key == Self.of || key == Self.for {
        guard before > run.lowerBound, text.is(before - 1, .organisationLead), !text.is(before - 1, .title) else {
          break
        }
        start = before
      } else if text.is(before, .nameParticle) || text.firstByte(before) == UInt8(ascii: "-") {
        start = before
      } else {
        break
      }
    }
    while start < head, !CapitalRun.isCapital(start, text), !text.units[start].flags.contains(.number) { start += 1 }
    return start
  }

  /// `People's Party` is one name, `Russia's Ministry` two.
  private func ownsPart(_ owner: Int, _ text: PreparedText) -> Bool {
    guard CapitalRun.isCapital(owner, text) else { return false }
    return text.is(owner, [.common, .organisationPart]) && text.names(at: owner).isEmpty
  }

  /// Whether the two sides of `and` belong to one name: neither is a name by itself.
  private func joinsInside(_ and: Int, _ text: PreparedText) -> Bool {
    guard CapitalRun.isCapital(and - 1, text), and + 1 < text.units.count else { return false }
    func isName(_ index: Int) -> Bool {
      text.is(index, [.organisationHead, .facilityHead])
        || text.names(at: index).contains { match in
          !text.gazetteer.entries[match.entry].needsSupport && match.casing == .exact
        } || text.is(index, [.forename, .surname]) && !text.is(index, .common)
    }
    return !isName(and - 1) && !isName(and + 1)
  }

  private func isNationality(_ index: Int, _ text: PreparedText) -> Bool {
    text.names(at: index).contains {
      $0.units.count == 1 && text.gazetteer.entries[$0.entry].list == .nationalities
    }
  }

  /// Words that begin a run only by chance.
  private func isLooseStart(_ index: Int, _ text: PreparedText) -> Bool {
    guard CapitalRun.isCapital(index, text) else { return !text.units[index].flags.contains(.number) }
    return text.is(index, [.function, .month, .weekday])
      || CapitalRun.isMereOpening(index, text) && !text.is(index, .organisationPart)
  }

  // MARK: - Leads

  /// `Ministry of Culture`, `Lake Geneva`: the lead, what follows it, and adjectives before it.
  private func led(by lead: Int, _ kind: HeadWord, _ run: Range<Int>, _ text: PreparedText) -> Candidate? {
    let next = lead + 1
    guard next < run.upperBound else { return nil }
    var end: Int
    if kind.label == .gpe ? text.keys[next] == Self.of : [Self.of, Self.for, Self.on].contains(text.keys[next]) {
      end = tailEnd(next, run, text)
    } else if kind.label == .law, text.forms[next].contains(.integer) {
      // Resolution 2254, Article 5
      end = next + 1
    } else if !kind.leadTakesPreposition, CapitalRun.isCapital(next, text) || text.forms[next].contains(.integer) {
      end = next
      while end < run.upperBound, CapitalRun.isCapital(end, text) || text.units[end].flags.contains(.number) {
        if text.is(end, .title), !text.is(end, [.surname, .forename]) { break }
        end += 1
      }
    } else {
      return nil
    }
    guard end > next + ([Self.of, Self.for, Self.on].contains(text.keys[next]) ? 1 : 0) else { return nil }
    var start = lead
    if kind.leadTakesPreposition, kind.label != .law, kind.label != .loc { start = leftEdge(of: lead, run, text) }
    while start < lead, isLooseStart(start, text) { start += 1 }
    if kind.takesYear, start > text.sentence(of: start).lowerBound, text.forms[start - 1].contains(.year) { start -= 1 }
    end = min(end, run.upperBound)
    return Candidate(start..<end, kind.label, kind.leadRule, in: text, evidence: .word(lead))
  }

  /// Where the part that begins with a preposition at `start` ends: capitals, and `of`, `and`, `for`, `the` between them.
  private func tailEnd(_ start: Int, _ run: Range<Int>, _ text: PreparedText) -> Int {
    var end = start
    var index = start
    while index < run.upperBound {
      let key = text.keys[index]
      if CapitalRun.isCapital(index, text), !text.is(index, [.weekday, .month]) {
        if index + 1 < run.upperBound, index == end, index > start, text.is(index, .forename),
          CapitalRun.isCapital(index + 1, text), !text.is(index, .common), !text.is(index + 1, .organisationHead)
        {
          break
        }
        if text.is(index, .title), !text.is(index, [.organisationPart, .organisationHead, .titleModifier, .surname]) {
          break
        }
        index += 1
        end = index
      } else if key == Self.and, index > start, !joinsInside(index, text), !joinsTopics(index, text) {
        break
      } else if key == Self.possessive || key == Self.on && index > start || text.units[index].flags.contains(.number) {
        break
      } else {
        index += 1
      }
    }
    return end
  }

  /// `Culture and Heritage`: two common words make one name.
  private func joinsTopics(_ and: Int, _ text: PreparedText) -> Bool {
    and + 1 < text.units.count && text.is(and - 1, .common) && text.is(and + 1, .common)
  }

  // MARK: - Companies

  private func companies(_ run: Range<Int>, _ text: PreparedText, _ candidates: inout [Candidate]) {
    let sentence = text.sentence(of: run.lowerBound)
    for index in run where text.is(index, .companySuffix) && index > run.lowerBound {
      guard isSuffix(index, text) else { continue }
      let start = leftEdge(of: index, run, text)
      guard start < index else { continue }
      candidates.append(Candidate(start..<(index + 1), .org, .companySuffix, in: text, evidence: .word(index)))
    }
    // "Apple, Inc."
    let comma = run.upperBound
    if comma + 1 < sentence.upperBound, text.firstByte(comma) == UInt8(ascii: ","), text.is(comma + 1, .companySuffix),
      text.units[comma + 1].flags.contains(.finalPeriod)
    {
      candidates.append(
        Candidate(run.lowerBound..<(comma + 2), .org, .companySuffix, in: text, evidence: .word(comma + 1)))
    }
  }

  private func isSuffix(_ index: Int, _ text: PreparedText) -> Bool {
    let flags = text.units[index].flags
    return flags.contains(.finalPeriod) || flags.contains(.allCapitals) || text.units[index].length > 2
  }
}
