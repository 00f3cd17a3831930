import Annotations

/// Proposes the names of the lists.
struct ListRecogniser: Recogniser {
  let name = "lists"

  func candidates(in text: PreparedText) -> [Candidate] {
    var candidates: [Candidate] = []
    for match in text.matches {
      let entry = text.gazetteer.entries[match.entry]
      guard let rule = entry.list.rule else { continue }
      if let candidate = candidate(match, entry, rule, text) { candidates.append(candidate) }
    }
    return candidates
  }

  private func candidate(
    _ match: GazetteerMatch, _ entry: Gazetteer.Entry, _ listRule: Rule, _ text: PreparedText
  ) -> Candidate? {
    let first = match.units.lowerBound
    let style = text.style(at: first)
    let isSingle = match.units.count == 1
    func make(_ rule: Rule) -> Candidate {
      // Names of several words are right more often than the list as a whole, by 6 to 25 of a hundred.
      let confidence = isSingle || rule == .supportedName ? rule.precision : min(0.95, rule.precision + 0.06)
      return Candidate(
        match.units, entry.list.label, rule, in: text, confidence: confidence, evidence: .entry(match.entry))
    }
    if entry.needsSupport {
      guard style == .plain, match.casing == .exact, isSupported(match, entry, text) else { return nil }
      return make(.supportedName)
    }
    guard entry.isCapitalised else { return make(listRule) }
    if entry.list == .products, let versioned = withVersion(match.units, text) {
      return Candidate(versioned, .product, listRule, in: text, evidence: .entry(match.entry))
    }
    if isSingle, text.is(first, .common), !entry.isAcronym, text.opensSentence(first) || style != .plain { return nil }
    if isSingle, text.is(first, .function), !entry.isAcronym { return nil }
    if match.casing == .capitals, style == .plain, isSingle, !entry.isAcronym, text.units[first].length < 5 {
      return nil
    }
    // "Houston Post", "Paris Hilton": part of a longer name that no list has.
    if isOftenPartOfNames(entry.list), touchesCapital(match.units, text) { return nil }
    return make(listRule)
  }

  /// The units with the number behind them: `Windows 7`.
  private func withVersion(_ units: Range<Int>, _ text: PreparedText) -> Range<Int>? {
    let next = units.upperBound
    guard next < text.sentence(of: units.lowerBound).upperBound,
      text.forms[next].contains(.day) || text.forms[next].contains(.decimal)
    else { return nil }
    return units.lowerBound..<(next + 1)
  }

  private func isOftenPartOfNames(_ list: GazetteerList) -> Bool {
    switch list {
    case .cities, .regions, .newsmakers, .companies, .media, .products, .clubs, .universities: true
    default: false
    }
  }

  /// Whether a capitalised word that is no title stands right before or after, so that the name may be part of a longer
  /// one.
  private func touchesCapital(_ units: Range<Int>, _ text: PreparedText) -> Bool {
    let sentence = text.sentence(of: units.lowerBound)
    guard text.style(at: units.lowerBound) == .plain else { return false }
    let before = units.lowerBound - 1
    let after = units.upperBound
    if before >= sentence.lowerBound, CapitalRun.isCapital(before, text), !CapitalRun.isMereOpening(before, text),
      !text.is(before, [.title, .function])
    {
      return true
    }
    return after < sentence.upperBound && CapitalRun.isCapital(after, text)
      && !text.is(after, [.function, .title, .titleModifier, .month, .weekday])
  }

  private static let supporting: Set<UInt64> = Set(
    ["in", "near", "at", "from", "outside", "to"].map { NameHash.word($0) })
  private static let of = NameHash.word("of")
  private static let comma = NameHash.word(",")
  private static let possessive = NameHash.word("'s")

  /// Whether the words around speak for a name that is more often something else.
  private func isSupported(_ match: GazetteerMatch, _ entry: Gazetteer.Entry, _ text: PreparedText) -> Bool {
    let sentence = text.sentence(of: match.units.lowerBound)
    let before = match.units.lowerBound - 1
    let after = match.units.upperBound
    let hasBefore = before >= sentence.lowerBound
    let hasAfter = after < sentence.upperBound
    if hasAfter, CapitalRun.isCapital(after, text), !text.is(after, .function) { return false }
    if hasBefore, CapitalRun.isCapital(before, text), !text.is(before, [.function, .title]) { return false }
    switch entry.list.label {
    case .gpe, .loc, .fac:
      // "San Jose, CA"
      if entry.isAcronym, match.units.count == 1 {
        return before - 1 >= sentence.lowerBound && text.keys[before] == Self.comma
          && CapitalRun.isCapital(before - 1, text)
      }
      if hasBefore, Self.supporting.contains(text.keys[before]) { return true }
      if before - 1 >= sentence.lowerBound, text.keys[before] == Self.of, text.is(before - 1, .settlement) {
        return true
      }
      return hasAfter && after + 1 < sentence.upperBound && text.keys[after] == Self.comma
        && text.names(at: after + 1).contains {
          text.gazetteer.entries[$0.entry].list.label == .gpe && $0.casing == .exact
        }
    case .norp:
      return !text.opensSentence(match.units.lowerBound)
    case .person: return !text.opensSentence(match.units.lowerBound)
    case .org, .product, .event, .date, .law, .weapon, .workOfArt:
      return !text.opensSentence(match.units.lowerBound)
        && (hasAfter && (text.keys[after] == Self.possessive || text.is(after, [.reporting, .role]))
          || match.units.count > 1)
    default: return false
    }
  }
}
