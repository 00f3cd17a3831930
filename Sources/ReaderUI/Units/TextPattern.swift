import Annotations

/// Words to look for in texts.
struct TextPattern {
  private enum Matcher {
    /// Code points, folded if capitals do not matter; one space stands for any white space.
    case words([Unicode.Scalar])
    /// A regular expression.
    case expression(Regex<AnyRegexOutput>)
    /// A regular expression that is none, as while it is being typed.
    case broken(String)
  }

  private let matcher: Matcher
  private let matchesCase: Bool
  private let wholeWords: Bool

  /// Makes a pattern of words that are meant as they are.
  init(words: String, matchesCase: Bool, wholeWords: Bool = false) {
    let parts = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    matcher = .words(parts.unicodeScalars.map { matchesCase ? $0 : Self.folded($0) })
    self.matchesCase = matchesCase
    self.wholeWords = wholeWords
  }

  /// Makes a pattern of what is typed in a search: a regular expression behind `\v`, else words, whose capitals matter
  /// if there are any.
  init(typed text: String) {
    if text.hasPrefix("\\v") {
      self.init(expression: String(text.dropFirst(2)))
    } else {
      self.init(words: text, matchesCase: text.contains(where: \.isUppercase))
    }
  }

  private init(expression: String) {
    matchesCase = true
    wholeWords = false
    do {
      matcher = .expression(try Regex(expression))
    } catch {
      matcher = .broken("not a regular expression yet")
    }
  }

  /// What is wrong with it, if something is.
  var problem: String? { if case .broken(let problem) = matcher { problem } else { nil } }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 {
      return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
    }
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping[mapping.startIndex] : scalar
  }

  /// Where it occurs in the body of `document`, in order, at most `limit` times.
  ///
  /// - Parameter blocks: The numbers of the blocks in which an occurrence has to begin; nil for all of them.
  func spans(in document: Document, blocks: Range<Int>? = nil, limit: Int = .max) -> [Span] {
    let blocks = (blocks ?? 0..<document.blocks.count).clamped(to: 0..<document.blocks.count)
    guard !blocks.isEmpty else { return [] }
    switch matcher {
    case .broken: return []
    case .expression(let regex): return spans(of: regex, in: document, blocks, limit: limit)
    case .words(let words): return words.isEmpty ? [] : spans(of: words, in: document, blocks, limit: limit)
    }
  }

  /// The first occurrence that begins at the UTF-8 offset `offset` or behind it.
  func first(in document: Document, from offset: Int) -> Span? {
    for block in document.blocks.index(containing: offset)..<document.blocks.count {
      if let span = spans(in: document, blocks: block..<block + 1).first(where: { $0.start >= offset }) { return span }
    }
    return nil
  }

  /// The last occurrence that ends at the UTF-8 offset `offset` or before it.
  func last(in document: Document, endingBefore offset: Int) -> Span? {
    for block in (0...document.blocks.index(containing: offset)).reversed() {
      if let span = spans(in: document, blocks: block..<block + 1).last(where: { $0.end <= offset }) { return span }
    }
    return nil
  }

  private func spans(of regex: Regex<AnyRegexOutput>, in document: Document, _ blocks: Range<Int>, limit: Int) -> [Span]
  {
    var found: [Span] = []
    for index in blocks {
      guard let content = document.blocks[index].content.intersection(document.metadata.body) else { continue }
      let text = document.text(in: content)
      for match in text.matches(of: regex) where !match.range.isEmpty {
        let start = content.start + text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
        found.append(Span(start, start + text[match.range].utf8.count))
        if found.count >= limit { return found }
      }
    }
    return found
  }

  private func spans(of words: [Unicode.Scalar], in document: Document, _ blocks: Range<Int>, limit: Int) -> [Span] {
    var found: [Span] = []
    let body = document.metadata.body
    let last = min(body.end, document.blocks[blocks.upperBound - 1].span.end)
    let first = words[0]
    // Bytes that the first code point can begin with: nearly every place is ruled out by one comparison.
    let lower = Array(String(first).utf8)[0]
    let isASCIILetter = (0x61...0x7A).contains(lower)
    var offset = max(body.start, document.blocks[blocks.lowerBound].span.start)
    while offset < last {
      let byte = document.bytes[offset]
      let mayBegin =
        matchesCase || first.value < 0x80 && !isASCIILetter
        ? byte == lower
        : isASCIILetter ? byte | 0x20 == lower || byte >= 0x80 : byte >= 0x80
      if mayBegin, byte & 0xC0 != 0x80, let end = end(of: words, at: offset, in: document, before: body.end) {
        let span = Span(offset, end)
        if !wholeWords || isWhole(span, document) {
          found.append(span)
          if found.count >= limit { return found }
          offset = end
          continue
        }
      }
      offset += 1
    }
    return found
  }

  /// The end of the occurrence that starts at `offset`, if there is one.
  private func end(of words: [Unicode.Scalar], at offset: Int, in document: Document, before limit: Int) -> Int? {
    var offset = offset
    for word in words {
      guard offset < limit, let (scalar, next) = document.scalar(at: offset) else { return nil }
      if word == " " {
        guard scalar.properties.isWhitespace else { return nil }
        offset = next
        while let (more, after) = document.scalar(at: offset), more.properties.isWhitespace { offset = after }
      } else {
        guard scalar == word || !matchesCase && Self.folded(scalar) == word else { return nil }
        offset = next
      }
    }
    return offset
  }

  /// Whether no word goes on beyond the edges of `span`.
  private func isWhole(_ span: Span, _ document: Document) -> Bool {
    func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    if let (first, _) = document.scalar(at: span.start), isWordPart(first),
      let (before, _) = document.scalar(before: span.start), isWordPart(before)
    {
      return false
    }
    if let (last, _) = document.scalar(before: span.end), isWordPart(last),
      let (after, _) = document.scalar(at: span.end), isWordPart(after)
    {
      return false
    }
    return true
  }
}
