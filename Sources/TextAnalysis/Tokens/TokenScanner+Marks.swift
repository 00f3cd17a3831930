/// Addresses, marks and pictographs.
extension TokenScanner {
  // MARK: - Addresses

  /// Where the web address that begins at ``index`` ends, or nil when none does.
  func webAddressEnd() -> Int? {
    let beginnings: [StaticString] = ["http://", "https://", "ftp://", "www."]
    let first = byte(at: index) | 0x20
    guard first == UInt8(ascii: "h") || first == UInt8(ascii: "f") || first == UInt8(ascii: "w"),
      let beginning = beginnings.first(where: startsHere),
      isLetterOrDigit(at: index + beginning.utf8CodeUnitCount)
    else { return nil }
    var stop = index
    while stop < end {
      let (kind, next) = character(at: stop)
      if kind == .space || kind == .ideograph || bytes[stop] == UInt8(ascii: "<") || bytes[stop] == UInt8(ascii: "\"") {
        break
      }
      stop = next
    }
    return trimmed(stop)
  }

  private func startsHere(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { letters in
      letters.enumerated().allSatisfy { bytes[index + $0] == $1 || bytes[index + $0] | 0x20 == $1 }
    }
  }

  /// Leaves out what closes the sentence rather than the address: a closing bracket only when none was opened in it.
  private func trimmed(_ stop: Int) -> Int {
    var last = stop
    while last > index + 1 {
      var start = last - 1
      while start > index, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let text = String(decoding: bytes[start..<last], as: UTF8.self)
      if text == ")" {
        if bytes[index..<last].contains(UInt8(ascii: "(")) { break }
      } else if !".,;:!?'\"]}>*’”…»".contains(text) {
        break
      }
      last = start
    }
    return last
  }

  /// Where the mail address ends whose host begins at `start`, or nil when no host does.
  func mailAddressEnd(afterAt start: Int) -> Int? {
    var stop = runEnd(from: start) { $0 == .letter || $0 == .digit || $0 == .period || $0 == .hyphen }
    while stop > start, !isLetterOrDigit(at: stop - 1) { stop -= 1 }
    return bytes[start..<max(start, stop)].dropFirst().dropLast().contains(UInt8(ascii: ".")) ? stop : nil
  }

  // MARK: - Marks

  /// Periods: one is a full stop or the start of a decimal, more are an ellipsis.
  mutating func scanPeriods() {
    let stop = runEnd(from: index) { $0 == .period }
    if stop - index > 1 {
      emit(to: stop, .ellipsis)
    } else if byte(at: stop) >= 0x30, byte(at: stop) <= 0x39, followsSpace(index) {
      emit(to: runEnd(from: stop) { $0 == .digit }, .number)
    } else {
      emit(to: stop, .punctuation)
    }
  }

  /// Hyphens: several are a dash, one before a digit is a sign, any other stands alone.
  mutating func scanHyphen(_ next: Int) {
    let stop = runEnd(from: next) { $0 == .hyphen }
    if stop > next {
      emit(to: stop, .dash)
    } else if byte(at: next) >= 0x30, byte(at: next) <= 0x39, followsSpace(index) {
      var numberEnd = runEnd(from: next) { $0 == .digit }
      if byte(at: numberEnd) == 0x2E, byte(at: numberEnd + 1) >= 0x30, byte(at: numberEnd + 1) <= 0x39 {
        numberEnd = runEnd(from: numberEnd + 1) { $0 == .digit }
      }
      emit(to: numberEnd, .number)
    } else {
      emit(to: next, .punctuation)
    }
  }

  /// Apostrophes: two make a quotation mark; before two digits and an s one begins a decade; before an ending that
  /// was cut off (`Russia 's`) it belongs to that ending.
  mutating func scanApostrophe(_ next: Int) {
    if byte(at: index) == UInt8(ascii: "'"), byte(at: next) == UInt8(ascii: "'") {
      emit(to: next + 1, .quotationMark)
      return
    }
    let stop = runEnd(from: next) { $0 == .letter || $0 == .digit || $0 == .mark }
    let text = String(decoding: bytes[next..<stop], as: UTF8.self).lowercased()
    let isDecade = text.utf8.count == 3 && text.hasSuffix("0s") && text.utf8.first.map { $0 < 0x3A } == true
    if isDecade || ["s", "re", "ve", "ll", "d", "m", "em", "tis", "twas"].contains(text) {
      emit(to: stop, isDecade ? .number : .contraction)
    } else {
      emit(to: next, .quotationMark)
    }
  }

  mutating func scanMark(_ next: Int) {
    let mark = byte(at: index)
    switch mark {
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      let stop = runEnd(from: next) { $0 == .letter || $0 == .digit || $0 == .mark }
      let isTagged = stop > next && followsSpace(index) && (mark != UInt8(ascii: "#") || hasLetter(next, stop))
      emit(to: isTagged ? stop : next, isTagged ? .hashtag : .punctuation)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "<"):
      if let stop = emoticonEnd() { emit(to: stop, .emoticon) } else { emit(to: next, .punctuation) }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      var stop = next
      while byte(at: stop) == UInt8(ascii: "!") || byte(at: stop) == UInt8(ascii: "?") { stop += 1 }
      emit(to: stop, .punctuation)
    case UInt8(ascii: "\""): emit(to: next, .quotationMark)
    case UInt8(ascii: "`"):
      emit(to: byte(at: next) == mark ? next + 1 : next, .quotationMark)
    case 0x80...: scanMarkBeyondASCII(next)
    default: emit(to: next, .punctuation)
    }
  }

  private mutating func scanMarkBeyondASCII(_ next: Int) {
    let scalar = scalar(at: index).0
    switch scalar.value {
    case 0x2026: emit(to: next, .ellipsis)
    case 0x201A...0x201F, 0x2039, 0x203A, 0xAB, 0xBB: emit(to: next, .quotationMark)
    case 0xB0 where byte(at: next) == UInt8(ascii: "C") || byte(at: next) == UInt8(ascii: "F"):
      emit(to: isLetterOrDigit(at: next + 1) ? next : next + 1, .punctuation)
    default: emit(to: runEnd(from: next) { $0 == .mark }, .punctuation)
    }
  }

  private func hasLetter(_ start: Int, _ stop: Int) -> Bool {
    var offset = start
    while offset < stop {
      let (kind, next) = character(at: offset)
      if kind == .letter { return true }
      offset = next
    }
    return false
  }

  /// Where the emoticon that begins at ``index`` ends: eyes, perhaps a nose, a mouth, and white space around.
  private func emoticonEnd() -> Int? {
    guard followsSpace(index) else { return nil }
    var offset = index + 1
    if byte(at: index) == UInt8(ascii: "<") {
      return byte(at: offset) == UInt8(ascii: "3") && !isLetterOrDigit(at: offset + 1) ? offset + 1 : nil
    }
    if byte(at: offset) == UInt8(ascii: "-") || byte(at: offset) == UInt8(ascii: "'") { offset += 1 }
    guard ")(]|[/\\*DPpoO3".utf8.contains(byte(at: offset)) else { return nil }
    return character(at: offset + 1).kind == .space ? offset + 1 : nil
  }

  // MARK: - Pictographs

  /// A pictograph with skin tone, variation selector and whatever joiners tie to it; two regional indicators are a
  /// flag.
  mutating func scanPictograph(_ next: Int) {
    var stop = next
    if (0x1F1E6...0x1F1FF).contains(scalar(at: index).0.value) {
      if stop < end, (0x1F1E6...0x1F1FF).contains(scalar(at: stop).0.value) { stop = scalar(at: stop).next }
      emit(to: stop, .pictograph)
      return
    }
    while stop < end {
      let (scalar, after) = scalar(at: stop)
      let isModifier = (0x1F3FB...0x1F3FF).contains(scalar.value) || (0xFE00...0xFE0F).contains(scalar.value)
      if isModifier || scalar.value == 0x20E3 {
        stop = after
      } else if scalar.value == 0x200D, after < end, character(at: after).kind == .pictograph {
        stop = self.scalar(at: after).next
      } else {
        break
      }
    }
    emit(to: stop, .pictograph)
  }
}
