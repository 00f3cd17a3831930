/// What the tokeniser needs to know about a code point.
enum CharacterKind: UInt8 {
  /// White space, control characters and invisible marks of direction: between tokens.
  case space
  /// A letter of any alphabet written with spaces between words.
  case letter
  /// A digit, or a fraction or superscript.
  case digit
  /// A combining mark or joiner: part of whatever stands before it.
  case mark
  /// Hyphen-minus and the two Unicode hyphens.
  case hyphen
  /// Straight or curly apostrophe, which may also be a single quotation mark.
  case apostrophe
  case period
  case comma
  case colon
  case slash
  case ampersand
  case currency
  /// En dash, em dash and their kin.
  case dash
  /// A character of Chinese or Japanese writing: a token of its own.
  case ideograph
  /// A pictograph, which may be followed by modifiers.
  case pictograph
  /// Any other mark: a token of its own.
  case other

  /// The kind of each ASCII code point.
  static let ascii: [CharacterKind] = (0..<128).map { code in
    switch UInt8(code) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "$"): .currency
    default: .other
    }
  }

  /// The kind of a code point beyond ASCII.
  init(beyondASCII scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x2028...0x202F, 0x205F...0x2069, 0x3000, 0xFEFF:
      self = .space
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .mark
    case 0x2010, 0x2011: self = .hyphen
    case 0x2012...0x2015, 0x2212: self = .dash
    case 0x2018, 0x2019: self = .apostrophe
    case 0xA2...0xA5, 0x20A0...0x20CF: self = .currency
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .ideograph
    case 0xAD: self = .mark
    case 0xC0...0x24F where scalar.value != 0xD7 && scalar.value != 0xF7: self = .letter
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: self = .pictograph
    default: self.init(category: scalar.properties.generalCategory)
    }
  }

  private init(category: Unicode.GeneralCategory) {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
    case .decimalNumber, .letterNumber, .otherNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: self = .space
    default: self = .other
    }
  }
}
