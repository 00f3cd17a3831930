/// Tells what a token looks like from its characters.
enum TokenShape {
  /// The flags of the text `range` of `bytes`, but for those that depend on what stands around it.
  static func flags(of bytes: [UInt8], _ range: Range<Int>) -> Token.Flags {
    var upper = 0
    var lower = 0
    var letters = 0
    var digits = 0
    var flags: Token.Flags = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      switch byte {
      case 0x61...0x7A:
        lower += 1
        letters += 1
        offset += 1
      case 0x41...0x5A:
        if letters == 0, digits == 0 { flags.insert(.capitalised) }
        if lower > 0 { flags.insert(.innerCapital) }
        upper += 1
        letters += 1
        offset += 1
      case 0x30...0x39:
        digits += 1
        offset += 1
      case 0x2D:
        if offset > range.lowerBound, offset + 1 < range.upperBound { flags.insert(.hyphenated) }
        offset += 1
      case 0..<0x80: offset += 1
      default: offset = beyondASCII(bytes, offset, range, &upper, &lower, &letters, &digits, &flags)
      }
    }
    if letters > 0 { flags.insert(.word) }
    if digits > 0 { flags.insert(letters == 0 ? [.number, .hasDigit] : .hasDigit) }
    if letters == 0, digits == 0 { flags.insert(.punctuation) }
    if upper >= 2, lower == 0 { flags.insert(.allCapitals) }
    if lower > 0, upper == 0 { flags.insert(.lowerCase) }
    if range.count > 1, letters + digits > 0, bytes[range.upperBound - 1] == 0x2E { flags.insert(.finalPeriod) }
    return flags
  }

  private static func beyondASCII(
    _ bytes: [UInt8], _ offset: Int, _ range: Range<Int>, _ upper: inout Int, _ lower: inout Int,
    _ letters: inout Int, _ digits: inout Int, _ flags: inout Token.Flags
  ) -> Int {
    let (scalar, next) = CodePoint.decode(bytes, at: offset, before: range.upperBound)
    switch CharacterKind(beyondASCII: scalar) {
    case .letter, .ideograph:
      if scalar.properties.isUppercase {
        if letters == 0, digits == 0 { flags.insert(.capitalised) }
        if lower > 0 { flags.insert(.innerCapital) }
        upper += 1
      } else if scalar.properties.isLowercase {
        lower += 1
      }
      letters += 1
    case .digit: digits += 1
    case .hyphen where offset > range.lowerBound && next < range.upperBound: flags.insert(.hyphenated)
    default: break
    }
    return next
  }
}
