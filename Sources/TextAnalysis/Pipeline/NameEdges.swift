import Annotations

/// What a tagger takes into a name now and then though it is none of it: a title before a person, a weekday behind one, a
/// common noun in small letters behind a place or an organisation, `NATO-led` before one.
enum NameEdges {
  /// Common nouns behind a name, which annotated sets mostly leave outside when they are written small.
  private static let nouns: Set<UInt64> = Set(
    ["province", "district", "region", "county", "party", "government", "military"].map { NameHash.word($0) })

  /// What is left of the name `units` without what does not belong to it; never nothing.
  static func trimmed(_ units: Range<Int>, _ label: Label, in text: PreparedText) -> Range<Int> {
    // "Madam Speaker" is all title.
    guard units.contains(where: { !text.is($0, .title) }) else { return units }
    var units = units
    while units.count > 1, isNoBeginning(units.lowerBound, label, text) {
      units = (units.lowerBound + 1)..<units.upperBound
    }
    while units.count > 1, isNoEnd(units.upperBound - 1, label, text) {
      units = units.lowerBound..<(units.upperBound - 1)
    }
    return units
  }

  private static func isNoBeginning(_ unit: Int, _ label: Label, _ text: PreparedText) -> Bool {
    if label == .person {
      return text.is(unit, .title) && !text.is(unit, [.forename, .surname]) && CapitalRun.isCapital(unit + 1, text)
    }
    // Where tokens are given, a compound may be one.
    let parts = CompoundCut.parts(of: text.units[unit], in: text.document.bytes, text.lexicon, text.gazetteer)
    return parts.count > 1 && parts.last?.flags.contains(.lowerCase) == true
  }

  private static func isNoEnd(_ unit: Int, _ label: Label, _ text: PreparedText) -> Bool {
    if label == .person { return text.is(unit, .weekday) }
    // Where all is written small, that says nothing.
    return text.units[unit].flags.contains(.lowerCase) && nouns.contains(text.keys[unit])
      && CapitalRun.isCapital(unit - 1, text)
  }
}
