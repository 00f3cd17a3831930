/// Words, numbers, abbreviations and addresses.
extension TokenScanner {
  /// Makes the token or, for a contraction, the two tokens that begin with a letter or digit.
  mutating func scanWord() {
    if let stop = webAddressEnd() {
      emit(to: stop, .webAddress)
      return
    }
    let start = index
    var offset = index
    // Whether all so far is single letters with a period each, so that the next period belongs to them too.
    var isInitials = true
    var componentStart = start
    scanning: while offset < end {
      let (kind, next) = character(at: offset)
      switch kind {
      case .letter, .digit, .mark:
        offset = next
      case .period:
        if isInitials, isSingleLetter(componentStart, offset) {
          if next < end, character(at: next).kind == .letter, isSingleLetter(next, runOfLetters(from: next)) {
            offset = next
            componentStart = next
            continue
          }
          if endsInitials(start, componentStart, offset, next) {
            if character(at: next).kind == .hyphen, isLetterOrDigit(at: next + 1) {
              isInitials = false
              offset = next
              continue
            }
            emit(to: next, .initials)
            return
          }
        }
        isInitials = false
        if let stop = abbreviations.end(in: bytes, from: start, period: offset, limit: end) {
          emit(to: stop, .abbreviation)
          return
        }
        guard let stop = afterInnerPeriod(start, offset, next) else { break scanning }
        offset = stop
      case .comma:
        guard groupsDigits(at: offset, next) else { break scanning }
        offset = next
      case .colon:
        guard isDigit(offset - 1), isDigit(next) else { break scanning }
        offset = next
      case .slash:
        guard joinsAcrossSlash(start, offset, next) else { break scanning }
        offset = next
      case .hyphen:
        guard isLetterOrDigit(at: next) else { break scanning }
        isInitials = false
        offset = next
      case .apostrophe:
        guard isLetterOrDigit(at: next) else { break scanning }
        if let suffix = contractionEnd(at: offset, next) {
          emitContraction(start, offset, suffix)
          return
        }
        isInitials = false
        offset = next
      case .ampersand:
        guard isUpperCase(at: offset - 1), isUpperCase(at: next) else { break scanning }
        isInitials = false
        offset = next
      case .currency where bytes[offset] == UInt8(ascii: "$") && isCountryOfDollar(start, offset):
        emit(to: next, .currencySign)
        return
      case .other where bytes[offset] == UInt8(ascii: "@"):
        guard let stop = mailAddressEnd(afterAt: next) else { break scanning }
        emit(to: stop, .mailAddress)
        return
      case .other where next - start == 3 && bytes[start] | 0x20 == 0x6E && bytes[start + 1] == 0xC2:
        // The degree sign of N°.
        guard bytes[start + 2] == 0xB0 else { break scanning }
        offset = next
      default: break scanning
      }
    }
    emitWord(start, offset)
  }

  // MARK: - Periods

  private func runOfLetters(from start: Int) -> Int { runEnd(from: start) { $0 == .letter || $0 == .mark } }

  /// Whether exactly one ASCII letter lies between the two offsets.
  private func isSingleLetter(_ start: Int, _ stop: Int) -> Bool {
    stop == start + 1 && character(at: start).kind == .letter && bytes[start] != UInt8(ascii: "_")
  }

  /// Whether the period at `offset` belongs to the initials before it. A lone letter takes its period when it is a
  /// capital that more text follows in the same line: `J. Smith`, but `vitamin C.`
  private func endsInitials(_ start: Int, _ componentStart: Int, _ offset: Int, _ next: Int) -> Bool {
    if componentStart > start { return true }
    guard isUpperCase(at: start) else { return false }
    var ahead = next
    while byte(at: ahead) == 0x20 || byte(at: ahead) == 0x09 { ahead += 1 }
    let (kind, _) = character(at: ahead)
    return kind == .letter || kind == .hyphen || kind == .comma
  }

  /// Where a token goes on behind a period inside it: decimals and names of hosts; nil when the period ends the token.
  private func afterInnerPeriod(_ start: Int, _ period: Int, _ next: Int) -> Int? {
    if isDigit(period - 1), isDigit(next) { return next }
    guard isLetterOrDigit(at: next) else { return nil }
    let stop = runEnd(from: next) { $0 == .letter || $0 == .digit || $0 == .period || $0 == .hyphen }
    if byte(at: stop) == UInt8(ascii: "@"), mailAddressEnd(afterAt: stop + 1) != nil { return stop }
    var last = stop
    while last > next, byte(at: last - 1) == UInt8(ascii: ".") || byte(at: last - 1) == UInt8(ascii: "-") { last -= 1 }
    return TopLevelDomain.isKnown(bytes[start..<last]) ? last : nil
  }

  // MARK: - Digits

  private func isDigit(_ offset: Int) -> Bool {
    let byte = byte(at: offset)
    return byte >= 0x30 && byte <= 0x39
  }

  /// Whether the comma at `offset` stands between groups of digits: `1,000`, also `1,00,000`.
  private func groupsDigits(at offset: Int, _ next: Int) -> Bool {
    guard isDigit(offset - 1) else { return false }
    var count = 0
    while isDigit(next + count) { count += 1 }
    return count == 3 || count == 2 && byte(at: next + 2) == UInt8(ascii: ",") && isDigit(next + 3)
  }

  /// `9/11` and `km/h` stay whole; `Iraq/Syria` does not.
  private func joinsAcrossSlash(_ start: Int, _ offset: Int, _ next: Int) -> Bool {
    if isDigit(offset - 1), isDigit(next) { return true }
    let stop = runOfLetters(from: next)
    return offset - start <= 2 && stop == next + 1 || offset - start == 1 && stop <= next + 1 && stop > next
      || offset - start == 1 && stop > next && stop - next <= 2
  }

  private func isCountryOfDollar(_ start: Int, _ offset: Int) -> Bool {
    switch offset - start {
    case 1: [UInt8(ascii: "C"), UInt8(ascii: "A"), UInt8(ascii: "S"), UInt8(ascii: "R")].contains(bytes[start])
    case 2:
      ["US", "CA", "AU", "HK", "NZ", "NT", "SG"].contains { bytes[start..<offset].elementsEqual($0.utf8) }
    default: false
    }
  }

  // MARK: - Contractions

  /// Where the ending that begins with the apostrophe at `offset` ends, if it is one that is split off.
  private func contractionEnd(at offset: Int, _ next: Int) -> Int? {
    let stop = runEnd(from: next) { $0 == .letter || $0 == .digit || $0 == .mark }
    let lowered = (byte(at: next) | 0x20, byte(at: next + 1) | 0x20)
    switch stop - next {
    case 1 where [0x73, 0x64, 0x6D].contains(lowered.0): return stop  // 's 'd 'm
    case 1 where lowered.0 == 0x74 && offset > index && byte(at: offset - 1) | 0x20 == 0x6E: return stop  // n't
    case 2 where [(0x72, 0x65), (0x76, 0x65), (0x6C, 0x6C)].contains { $0 == lowered }: return stop  // 're 've 'll
    default: return nil
    }
  }

  /// Splits `do|n't` before the n, all others before the apostrophe.
  private mutating func emitContraction(_ start: Int, _ apostrophe: Int, _ stop: Int) {
    let isNegation = byte(at: stop - 1) | 0x20 == 0x74
    let cut = isNegation ? apostrophe - 1 : apostrophe
    if cut > start { emit(to: cut, .contractedWord) }
    emit(to: stop, .contraction)
  }

  /// Emits a word, in two halves if it is one of the few that contract without an apostrophe.
  private mutating func emitWord(_ start: Int, _ stop: Int) {
    guard stop > start else {
      emit(to: character(at: start).next, .punctuation)
      return
    }
    if let cut = FusedWord.cut(bytes[start..<stop]) {
      emit(to: start + cut, .contractedWord)
      emit(to: stop, .contraction)
    } else {
      let isNumber = bytes[start..<stop].allSatisfy { $0 < 0x41 }
      emit(to: stop, isNumber ? .number : .word)
    }
  }
}
