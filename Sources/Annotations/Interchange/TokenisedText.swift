/// A document that has been cut into tokens and sentences, by our tokeniser or by somebody else's.
///
/// What is analysed as a `TokenisedText` keeps exactly these tokens: no mention begins or ends inside one.
public struct TokenisedText: Sendable {
  /// The text that all offsets refer to.
  public let document: Document
  /// Tokens in reading order, in UTF-8 offsets; none is empty and no two overlap.
  public let tokens: [Span]
  /// Sentences in reading order, as ranges of indices into ``tokens``; every token lies in exactly one.
  public let sentences: [Range<Int>]

  /// Makes a tokenised text of parts that fit together.
  ///
  /// - Precondition: `tokens` lie in `document` in reading order, and `sentences` tile them.
  public init(document: Document, tokens: [Span], sentences: [Range<Int>]) {
    precondition(sentences.last?.upperBound ?? 0 == tokens.count, "sentences must cover all tokens")
    precondition(tokens.last?.end ?? 0 <= document.bytes.count, "tokens must lie in the document")
    self.document = document
    self.tokens = tokens
    self.sentences = sentences
  }

  /// Makes the text that `words` stand for: words joined by single spaces, sentences by line feeds.
  ///
  /// Empty words are left out; a sentence without words becomes no sentence.
  public init(words: [[String]]) {
    var bytes: [UInt8] = []
    var tokens: [Span] = []
    var sentences: [Range<Int>] = []
    for sentence in words {
      let first = tokens.count
      for word in sentence where !word.isEmpty {
        if !bytes.isEmpty { bytes.append(tokens.count == first ? 0x0A : 0x20) }
        let start = bytes.count
        bytes += word.utf8
        tokens.append(Span(start, bytes.count))
      }
      if tokens.count > first { sentences.append(first..<tokens.count) }
    }
    document = Document(
      validUTF8: bytes, source: Document.Source(), metadata: ArticleMetadata(body: Span(0, bytes.count)))
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The text of the token numbered `index` from 0.
  public func word(_ index: Int) -> String { document.text(in: tokens[index]) }

  /// The tokens that `span` covers wholly, or nil when an edge of it falls inside a token or it covers none.
  ///
  /// - Complexity: O(log *n*) in the number of tokens.
  public func tokenRange(of span: Span) -> Range<Int>? {
    let first = tokens.partitioningIndex { $0.start >= span.start }
    let last = tokens.partitioningIndex { $0.end > span.end }
    guard first < last else { return nil }
    if first > 0, tokens[first - 1].end > span.start { return nil }
    if last < tokens.count, tokens[last].start < span.end { return nil }
    return first..<last
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, which must be false for a prefix and true for the rest.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
