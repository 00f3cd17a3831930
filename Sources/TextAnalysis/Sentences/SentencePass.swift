/// Splits paragraphs one after the other.
struct SentencePass {
  let tokens: [Token]
  let bytes: [UInt8]
  let splitter: SentenceSplitter

  /// What a token says about the end of a sentence.
  private enum Mark {
    case none
    case period
    case strong
    case ellipsis(dots: Int)
    case abbreviation
  }

  /// Appends the sentences of the paragraph `range`.
  mutating func split(_ range: Range<Int>, into sentences: inout [Range<Int>]) {
    var start = range.lowerBound
    var list = ListMarker(tokens, start, in: bytes)
    var index = start + (list?.length ?? 0)
    func end(before next: Int) {
      sentences.append(start..<next)
      start = next
    }
    while index < range.upperBound {
      if list != nil, index == start, let marker = ListMarker(tokens, index, in: bytes) {
        list = marker
        index += marker.length
        continue
      }
      if let current = list, index > start, tokens[index].flags.contains(.afterSpace),
        let marker = ListMarker(tokens, index, in: bytes), marker.follows(current)
      {
        end(before: index)
        list = marker
        index += marker.length
        continue
      }
      if let stop = spacedEllipsisEnd(at: index, range) {
        if let boundary = boundary(inSpacedEllipsis: index..<stop, range) { end(before: boundary) }
        index = stop
        continue
      }
      let mark = mark(at: index)
      if case .none = mark {
        index += 1
        continue
      }
      let next = skipClosers(from: index + 1, range)
      if next < range.upperBound, ends(mark, at: index, sentenceStart: start, next: next, range) { end(before: next) }
      index = next
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
  }

  // MARK: - Looking at tokens

  private func byte(_ index: Int) -> UInt8 { bytes[tokens[index].start] }

  private func isPeriod(_ index: Int) -> Bool { tokens[index].length == 1 && byte(index) == UInt8(ascii: ".") }

  private func mark(at index: Int) -> Mark {
    let token = tokens[index]
    if token.flags.contains(.finalPeriod) { return .abbreviation }
    guard token.flags.contains(.punctuation) else { return .none }
    switch byte(index) {
    case UInt8(ascii: "."): return token.length == 1 ? .period : .ellipsis(dots: token.length)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .strong
    case 0xE2 where token.length == 3 && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0xA6:
      return .ellipsis(dots: 3)
    case 0xE2 where token.length == 3 && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0xBC:
      return .strong
    case 0xE3 where token.length == 3 && bytes[token.start + 1] == 0x80 && bytes[token.start + 2] == 0x82:
      return .strong
    case 0xEF where token.length == 3 && bytes[token.start + 1] == 0xBC:
      return [0x81, 0x9F].contains(bytes[token.start + 2]) ? .strong : .none
    default: return .none
    }
  }

  /// The first token from `index` on that does not close a quotation or bracket opened before.
  private func skipClosers(from index: Int, _ range: Range<Int>) -> Int {
    var next = index
    while next < range.upperBound, !tokens[next].flags.contains(.afterSpace), isCloser(next) { next += 1 }
    return next
  }

  private func isCloser(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.punctuation), token.length <= 3 else { return false }
    return [")", "]", "}", "\"", "'", "''", "”", "’", "»", "›"].contains(
      String(decoding: bytes[token.span.range], as: UTF8.self))
  }

  private func isOpener(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.punctuation), token.length <= 3 else { return false }
    return ["(", "[", "{", "\"", "'", "``", "“", "‘", "«", "‹", "„"].contains(
      String(decoding: bytes[token.span.range], as: UTF8.self))
  }

  /// The token whose first letter tells how the sentence at `next` would begin.
  private func opening(at next: Int, _ range: Range<Int>) -> Token {
    var index = next
    while index + 1 < range.upperBound, isOpener(index) { index += 1 }
    return tokens[index]
  }

  private func isStarter(_ token: Token) -> Bool {
    token.flags.contains(.capitalised) && splitter.starters.contains(NameHash.word(bytes, token.span.range))
  }

  // MARK: - Deciding

  private func ends(_ mark: Mark, at index: Int, sentenceStart: Int, next: Int, _ range: Range<Int>) -> Bool {
    let opening = opening(at: next, range)
    let isCapital = opening.flags.contains(.capitalised)
    switch mark {
    case .none: return false
    case .strong:
      return !opening.flags.contains(.lowerCase) && !isContinuation(next)
    case .period:
      if opening.flags.contains(.lowerCase) || isContinuation(next) { return false }
      if !tokens[next].flags.contains(.afterSpace), next == index + 1 { return isCapital || isOpener(next) }
      return true
    case .ellipsis(let dots):
      guard isCapital, tokens[next].flags.contains(.afterSpace) else { return false }
      return dots > 3 || isStarter(opening) && !isFirstPerson(opening)
    case .abbreviation:
      return isCapital && endsAbbreviation(at: index, sentenceStart: sentenceStart, opening)
        || !isCapital && isOpener(next) && opening.flags.contains(.capitalised)
    }
  }

  /// Whether the token goes on with a sentence though no small letter says so: a comma, a dash, a closing mark.
  private func isContinuation(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.punctuation), token.length <= 3 else { return false }
    return [",", ";", ":", "-", "–", "—", "--", ")", "]", "”", "’", "%", "/"].contains(
      String(decoding: bytes[token.span.range], as: UTF8.self))
  }

  private func isFirstPerson(_ token: Token) -> Bool { token.length == 1 && bytes[token.start] == UInt8(ascii: "I") }

  /// Whether a sentence ends with the abbreviation or initials at `index`, given that a capital follows.
  private func endsAbbreviation(at index: Int, sentenceStart: Int, _ opening: Token) -> Bool {
    let token = tokens[index]
    switch splitter.abbreviations.kind(of: bytes, token.span.range) {
    case .title, .number: return false
    case .time:
      // "At 5 a.m. Mr. Smith left": the time is all there is so far, so the sentence cannot be over.
      return index - sentenceStart > 2
    case .date: return isStarter(opening)
    case .other where token.length == 4 && byte(index) == UInt8(ascii: "e"): return true  // etc.
    case .other where !token.flags.contains(.capitalised) && token.length > 3 && bytes[token.start + 1] == 0x2E:
      return false  // e.g., i.e.
    case .other: return isStarter(opening)
    case nil:
      guard token.length == 2 else { return isStarter(opening) }
      let before = index > sentenceStart ? tokens[index - 1] : nil
      let followsSmallLetter = before?.flags.contains(.lowerCase) ?? false
      return isFirstPersonInitial(token) ? followsSmallLetter : followsSmallLetter && isStarter(opening)
    }
  }

  private func isFirstPersonInitial(_ token: Token) -> Bool { bytes[token.start] == UInt8(ascii: "I") }

  // MARK: - Ellipses with spaces

  /// Where the run of single periods ends that begins at `index`; nil when there is only one.
  private func spacedEllipsisEnd(at index: Int, _ range: Range<Int>) -> Int? {
    var stop = index
    while stop < range.upperBound, isPeriod(stop) { stop += 1 }
    return stop - index > 1 ? stop : nil
  }

  /// The sentence boundary that four spaced periods make before a capital: behind the first when it closes a word,
  /// else behind the last.
  private func boundary(inSpacedEllipsis dots: Range<Int>, _ range: Range<Int>) -> Int? {
    let next = skipClosers(from: dots.upperBound, range)
    guard next < range.upperBound, dots.count > 3, opening(at: next, range).flags.contains(.capitalised) else {
      return nil
    }
    return tokens[dots.lowerBound].flags.contains(.afterSpace) ? next : dots.lowerBound + 1
  }
}
