import Annotations

/// One pass of the tokeniser over a text.
struct TokenScanner {
  let bytes: [UInt8]
  let end: Int
  let abbreviations: Abbreviations
  var index: Int
  var keepsRules = true
  private(set) var tokens: [Token] = []
  private(set) var rules: [TokenRule] = []
  private let kinds = CharacterKind.ascii

  init(_ bytes: [UInt8], range: Span, abbreviations: Abbreviations) {
    self.bytes = bytes
    self.abbreviations = abbreviations
    index = range.start
    end = min(range.end, bytes.count)
    tokens.reserveCapacity((end - index) / 5 + 1)
  }

  /// Finds all tokens.
  mutating func scan() {
    while index < end {
      let (kind, next) = character(at: index)
      switch kind {
      case .space: index = next
      case .letter, .digit, .mark: scanWord()
      case .period: scanPeriods()
      case .dash: emit(to: runEnd(from: next) { $0 == .dash }, .dash)
      case .hyphen: scanHyphen(next)
      case .apostrophe: scanApostrophe(next)
      case .currency: emit(to: next, .currencySign)
      case .ideograph: emit(to: next, .ideograph)
      case .pictograph: scanPictograph(next)
      case .comma, .colon, .slash, .ampersand, .other: scanMark(next)
      }
    }
  }

  // MARK: - Looking

  /// The kind of the character at `offset` and where the next one begins; `space` at the end of the range.
  @inline(__always)
  func character(at offset: Int) -> (kind: CharacterKind, next: Int) {
    guard offset < end else { return (.space, offset) }
    let byte = bytes[offset]
    if byte < 0x80 { return (kinds[Int(byte)], offset + 1) }
    let (scalar, next) = scalar(at: offset)
    return (CharacterKind(beyondASCII: scalar), next)
  }

  /// The code point at `offset`, which must lie before the end.
  func scalar(at offset: Int) -> (Unicode.Scalar, next: Int) { CodePoint.decode(bytes, at: offset, before: end) }

  /// The byte at `offset`, or 0 outside the range.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < end && offset >= 0 ? bytes[offset] : 0 }

  func isLetterOrDigit(at offset: Int) -> Bool {
    let kind = character(at: offset).kind
    return kind == .letter || kind == .digit
  }

  func isUpperCase(at offset: Int) -> Bool {
    guard offset < end else { return false }
    let byte = bytes[offset]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    return scalar(at: offset).0.properties.isUppercase
  }

  func runEnd(from start: Int, while belongs: (CharacterKind) -> Bool) -> Int {
    var offset = start
    while offset < end {
      let (kind, next) = character(at: offset)
      guard belongs(kind) else { break }
      offset = next
    }
    return offset
  }

  /// Whether nothing but white space stands just before `offset`.
  func followsSpace(_ offset: Int) -> Bool {
    var before = offset - 1
    guard before >= 0 else { return true }
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return character(at: before).kind == .space
  }

  // MARK: - Emitting

  /// Makes a token of what lies between ``index`` and `stop`, and goes on there.
  mutating func emit(to stop: Int, _ rule: TokenRule) {
    var flags = TokenShape.flags(of: bytes, index..<stop)
    if tokens.last.map({ $0.end < index }) ?? true { flags.insert(.afterSpace) }
    switch rule {
    case .webAddress, .mailAddress, .hashtag: flags.insert(.address)
    default: break
    }
    tokens.append(Token(Span(index, stop), flags: flags))
    if keepsRules { rules.append(rule) }
    index = stop
  }
}
