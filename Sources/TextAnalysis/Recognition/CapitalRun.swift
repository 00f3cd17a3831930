/// Capitalised words of a sentence that stand together, with the small words that can stand inside a name.
struct CapitalRun: Sendable {
  /// The units; the first and the last are capitalised words or, at the end, numbers.
  var units: Range<Int>

  /// The runs of `sentence`. A run never begins with a word that only opens the sentence.
  static func all(in sentence: Range<Int>, of text: PreparedText) -> [CapitalRun] {
    var runs: [CapitalRun] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isCapital(index, text), !isMereOpening(index, text) else {
        index += 1
        continue
      }
      let end = end(from: index, sentence, text)
      runs.append(CapitalRun(units: index..<end))
      index = end
    }
    return runs
  }

  /// Whether the unit is a word with a capital that can be part of a name.
  static func isCapital(_ index: Int, _ text: PreparedText) -> Bool {
    let flags = text.units[index].flags
    guard flags.contains(.word), !flags.contains(.address) else { return false }
    if flags.contains(.capitalised) {
      return !(text.units[index].length == 1 && text.firstByte(index) == UInt8(ascii: "I"))
    }
    return isPrefixed(index, text)
  }

  /// `al-Assad`, `el-Sisi`, `d'Estaing`: a small particle tied to a capital.
  private static func isPrefixed(_ index: Int, _ text: PreparedText) -> Bool {
    let unit = text.units[index]
    guard unit.flags.contains(.innerCapital), unit.length > 3 else { return false }
    let bytes = text.document.bytes
    return bytes[unit.start + 1] == UInt8(ascii: "'")
      || bytes[unit.start + 2] == UInt8(ascii: "-")
        && !text.lexicon.classes(of: NameHash.word(bytes, unit.start..<(unit.start + 2))).isDisjoint(
          with: .nameParticle)
  }

  /// Whether the capital is there only because a sentence begins: the word is a function word, or one that is mostly
  /// written small and is not known as a name.
  static func isMereOpening(_ index: Int, _ text: PreparedText) -> Bool {
    if text.is(index, .function) {
      // "Will Smith", "May Day": only where the sentence does not begin here.
      return text.opensSentence(index) || !text.is(index, [.forename, .month])
    }
    guard text.opensSentence(index) else { return false }
    if text.units[index].flags.contains(.allCapitals) { return false }
    return text.is(index, .common) && !text.is(index, [.organisationPart, .organisationLead, .title, .eventLead])
      && text.names(at: index).allSatisfy { $0.units.count == 1 || $0.casing != .exact }
  }

  private static let joiners: Set<UInt64> = Set(
    [
      "of", "for", "and", "&", "on", "de", "la", "del", "du", "des", "di", "da", "dos", "do", "von", "van", "der",
      "den",
    ]
    .map { NameHash.word($0) })
  private static let the = NameHash.word("the")
  private static let hyphen = NameHash.word("-")
  private static let possessive = NameHash.word("'s")
  private static let apostrophe = NameHash.word("'")

  private static func end(from start: Int, _ sentence: Range<Int>, _ text: PreparedText) -> Int {
    var end = start + 1
    // "pro-Beijing New People Party": what follows the compound is another name.
    if start > sentence.lowerBound + 1, text.keys[start - 1] == hyphen, text.is(start - 2, .compoundHead),
      !text.units[start].flags.contains(.afterSpace)
    {
      return end
    }
    var index = end
    while index < sentence.upperBound {
      let key = text.keys[index]
      if isCapital(index, text), !text.is(index, .function) || text.is(index, .month) {
        index += 1
        end = index
      } else if text.units[index].flags.contains(.number), index == end, text.forms[index].contains(.integer) {
        index += 1
        end = index
      } else if index == end, joiners.contains(key) || key == possessive || key == hyphen || key == apostrophe {
        index += 1
      } else if index == end + 1, key == the || text.is(index, .nameParticle) && key != the,
        joiners.contains(text.keys[index - 1])
      {
        index += 1
      } else if index == end, text.is(index, .nameParticle) {
        index += 1
      } else {
        break
      }
      if index > end + 2 { break }
    }
    return end
  }
}
