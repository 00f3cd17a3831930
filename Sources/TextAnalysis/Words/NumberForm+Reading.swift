extension NumberForm {
  /// Tells what the token in `range` of `bytes` can be; nothing when it has no digits and is no compound of a number.
  ///
  /// - Parameter lexicon: To know number words, units and measures in `two-year` and `5km`.
  init(_ bytes: [UInt8], _ range: Range<Int>, flags: Token.Flags, lexicon: Lexicon) {
    self = []
    if flags.contains(.hyphenated) { readCompound(bytes, range, lexicon) }
    guard flags.contains(.hasDigit), range.count <= 20 else { return }
    var groups: [(value: Int, digits: Int)] = []
    var separators: [UInt8] = []
    var offset = range.lowerBound
    if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "'") { offset += 1 }
    if offset + 2 < range.upperBound, bytes[offset] == 0xE2 { offset += 3 }
    while offset < range.upperBound {
      var value = 0
      var digits = 0
      while offset < range.upperBound, bytes[offset] >= 0x30, bytes[offset] <= 0x39, digits < 12 {
        value = value * 10 + Int(bytes[offset] - 0x30)
        digits += 1
        offset += 1
      }
      guard digits > 0 else { break }
      groups.append((value, digits))
      guard offset + 1 < range.upperBound, let separator = Self.separator(bytes, offset, range.upperBound) else {
        break
      }
      separators.append(separator.kind)
      offset = separator.next
    }
    guard let first = groups.first else { return }
    if offset == range.upperBound, groups.count == separators.count + 1 {
      readDigits(groups, separators, startsWithApostrophe: bytes[range.lowerBound] == UInt8(ascii: "'"))
    } else if groups.count == separators.count + 1 {
      let suffix = String(decoding: bytes[offset..<range.upperBound], as: UTF8.self).lowercased()
      readSuffix(suffix, first, separators, lexicon)
    }
  }

  private static func separator(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (kind: UInt8, next: Int)? {
    let isDigit = { (index: Int) in index < end && bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    switch bytes[offset] {
    case 0x2C, 0x2E, 0x3A, 0x2F, 0x2D: return isDigit(offset + 1) ? (bytes[offset], offset + 1) : nil
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80: return isDigit(offset + 3) ? (0x2D, offset + 3) : nil
    default: return nil
    }
  }

  private mutating func readDigits(
    _ groups: [(value: Int, digits: Int)], _ separators: [UInt8], startsWithApostrophe: Bool
  ) {
    let (value, digits) = groups[0]
    switch separators {
    case []:
      insert(.integer)
      if digits <= 2, value >= 1, value <= 31 { insert(.day) }
      if digits == 4, value >= 1000, value <= 2100 { insert(.year) }
      if digits == 4, value >= 1900, value < 2040 { insert(.recentYear) }
    case [0x3A] where value < 25 && groups[1].digits == 2 && groups[1].value < 60: insert(.clock)
    case [0x3A, 0x3A]: insert(.clock)
    case [0x2F, 0x2F]: insert(.date)
    case [0x2E, 0x2E] where value <= 31 && groups[2].digits >= 2: insert(.date)
    case [0x2D, 0x2D] where digits == 4: insert(.date)
    case [0x2F]: insert(.fraction)
    case [0x2D]:
      let second = groups[1]
      if digits == 4, value >= 1000, value <= 2100, second.digits == 2 || second.digits == 4 && second.value >= value {
        insert(.yearRange)
      } else if digits <= 2, second.digits <= 2, value >= 1, second.value <= 31, value < second.value {
        insert(.dayRange)
      }
    default:
      if separators.allSatisfy({ $0 == 0x2C || $0 == 0x2E }) { insert(.decimal) }
    }
  }

  private mutating func readSuffix(
    _ suffix: String, _ first: (value: Int, digits: Int), _ separators: [UInt8], _ lexicon: Lexicon
  ) {
    switch suffix {
    case "st", "nd", "rd", "th": insert(.ordinal)
    case "s", "'s", "’s":
      if first.value % 10 == 0, first.digits == 4 || first.digits == 2, separators.isEmpty { insert(.decade) }
    case "am", "pm", "a.m.", "p.m.", "a.m", "p.m": insert(separators.contains(0x3A) ? .clock : .hour)
    case "bn", "m", "mn", "tn", "k": insert(.magnitude)
    default:
      if lexicon.classes(of: NameHash.word(suffix)).contains(.measure) { insert(.measure) }
    }
    if suffix == "m" { insert(.measure) }
  }

  /// `two-year`, `19-year-old`, `six-hour`: the first part a number, the second a unit.
  private mutating func readCompound(_ bytes: [UInt8], _ range: Range<Int>, _ lexicon: Lexicon) {
    guard let hyphen = bytes[range].firstIndex(of: UInt8(ascii: "-")), hyphen > range.lowerBound else { return }
    let head = range.lowerBound..<hyphen
    let tailEnd = bytes[(hyphen + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "-")) ?? range.upperBound
    let isNumber =
      bytes[head].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      || !lexicon.classes(of: NameHash.word(bytes, head)).isDisjoint(with: [.numberWord, .ordinalWord])
    guard isNumber else { return }
    let unit = lexicon.classes(of: NameHash.word(bytes, (hyphen + 1)..<tailEnd))
    if unit.contains(.dateUnit) { insert(.dateCompound) }
    if unit.contains(.timeUnit) { insert(.timeCompound) }
  }
}
