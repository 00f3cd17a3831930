/// How a sentence uses capitals, and so what a capital says in it.
enum SentenceStyle: UInt8, Sendable {
  /// Names and first words have capitals.
  case plain
  /// Most words have a capital, as in many headlines: a capital says nothing.
  case titled
  /// All is in capitals.
  case capitals
  /// No word has a capital, not even the first.
  case small

  /// Its place in the list above, from 0.
  var number: UInt8 { rawValue }

  /// Headlines do not.
  private static func endsWithPeriod(_ text: PreparedText, _ sentence: Range<Int>) -> Bool {
    text.units[sentence.upperBound - 1].length == 1 && text.firstByte(sentence.upperBound - 1) == UInt8(ascii: ".")
  }

  /// Whether the first word has no capital.
  private static func beginsSmall(_ text: PreparedText, _ sentence: Range<Int>) -> Bool {
    for index in sentence where text.units[index].flags.contains(.word) {
      return text.units[index].flags.contains(.lowerCase)
    }
    return false
  }

  init(_ text: PreparedText, _ sentence: Range<Int>) {
    var words = 0
    var capitalised = 0
    var capitals = 0
    var common = 0
    for index in sentence {
      let flags = text.units[index].flags
      guard flags.contains(.word), !flags.contains(.address) else { continue }
      if flags.contains(.allCapitals) { capitals += 1 }
      guard !text.is(index, .function) else { continue }
      words += 1
      if flags.contains(.capitalised) {
        capitalised += 1
        if text.is(index, .common), index > sentence.lowerBound, !flags.contains(.allCapitals) { common += 1 }
      }
    }
    if words >= 2, capitals >= 3, capitals * 5 >= words * 4 {
      self = .capitals
    } else if words >= 4, common >= 2, capitalised * 10 >= words * 8, !Self.endsWithPeriod(text, sentence) {
      self = .titled
    } else if words >= 2, capitalised == 0, capitals == 0, Self.beginsSmall(text, sentence) {
      self = .small
    } else {
      self = .plain
    }
  }
}
