import Annotations

/// Proposes the place and the agency of a dateline: `KABUL, Afghanistan, June 3 (Practice Wire) —`.
///
/// A dateline opens a paragraph with a place in capitals and ends with a dash; between the two there is room for a larger
/// place, a date, and in parentheses for who reports.
struct DatelineRecogniser: Recogniser {
  let name = "datelines"

  /// A dash further away belongs to the sentence.
  private static let longest = 14
  private static let comma = NameHash.word(",")
  private static let opening = NameHash.word("(")
  private static let closing = NameHash.word(")")
  private static let dashes: Set<UInt64> = Set(["-", "--", "—", "–"].map { NameHash.word($0) })

  func candidates(in text: PreparedText) -> [Candidate] {
    text.sentences.flatMap { sentence -> [Candidate] in
      opensParagraph(sentence.lowerBound, text) ? dateline(from: sentence.lowerBound, text) : []
    }
  }

  private func dateline(from start: Int, _ text: PreparedText) -> [Candidate] {
    let place = start..<end(from: start, text) { isPlaceWord($0, text) }
    guard !place.isEmpty, place.count <= 4, let dash = dash(behind: place.upperBound, text) else { return [] }
    var candidates = [Candidate(place, .gpe, .dateline, in: text, evidence: .word(dash))]
    for index in place.upperBound..<dash where text.keys[index] == Self.opening {
      let agency = (index + 1)..<end(from: index + 1, text) { CapitalRun.isCapital($0, text) }
      guard !agency.isEmpty, agency.upperBound < dash, text.keys[agency.upperBound] == Self.closing else { continue }
      candidates.append(Candidate(agency, .org, .dateline, in: text, evidence: .word(dash)))
    }
    return candidates
  }

  /// `NEW YORK`, `PORT-AU-PRINCE`; a code of two letters would be an agency or a state.
  private func isPlaceWord(_ index: Int, _ text: PreparedText) -> Bool {
    let unit = text.units[index]
    return unit.flags.isSuperset(of: [.word, .allCapitals]) && (unit.length > 2 || !text.names(at: index).isEmpty)
      && !text.is(index, [.month, .weekday])
  }

  private func end(from start: Int, _ text: PreparedText, while holds: (Int) -> Bool) -> Int {
    var end = start
    while end < text.units.count, holds(end) { end += 1 }
    return end
  }

  /// The dash that ends a dateline whose place ends before the unit `index`. Only what can stand in a dateline may lie
  /// between: no word in lower case.
  private func dash(behind index: Int, _ text: PreparedText) -> Int? {
    var next = index
    while next < min(text.units.count, index + Self.longest) {
      if Self.dashes.contains(text.keys[next]) {
        return text.units[next].flags.contains(.afterSpace) ? next : nil
      }
      if text.units[next].flags.contains(.lowerCase) || opensParagraph(next, text) { return nil }
      next += 1
    }
    return nil
  }

  /// Whether only white space stands between the unit and the line break before it.
  private func opensParagraph(_ index: Int, _ text: PreparedText) -> Bool {
    var offset = text.units[index].start
    while offset > 0, text.document.bytes[offset - 1] == 0x20 || text.document.bytes[offset - 1] == 0x09 { offset -= 1 }
    return offset == 0 || text.document.bytes[offset - 1] == 0x0A || text.document.bytes[offset - 1] == 0x0D
  }
}
