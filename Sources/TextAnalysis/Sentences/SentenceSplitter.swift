import Annotations

/// Finds where sentences of English end.
///
/// A paragraph's end always ends a sentence (`ParagraphBreaks` says what a paragraph is). Within a paragraph a full
/// stop ends one unless a small letter follows or the period belongs to an abbreviation; after an abbreviation it
/// depends on its kind and on whether the next word is one that often begins sentences. Ellipses, quotations, brackets
/// and numbered points have rules of their own. The behaviour asked for is that of the English golden rules of
/// Pragmatic Segmenter (Dias 2015).
public struct SentenceSplitter: Sendable {
  /// The splitter for English.
  public static let english = SentenceSplitter(
    abbreviations: .english, starters: Lexicon.words(of: "sentence-starter"))

  let abbreviations: Abbreviations
  /// Words that often begin a sentence and seldom follow an abbreviation inside one.
  let starters: Set<UInt64>

  /// The sentences that `tokens` of `document` form, in UTF-8 offsets, from the first token of each to its last.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func sentences(of tokens: [Token], in document: Document) -> [Span] {
    ranges(of: tokens, in: document).map { Span(tokens[$0.lowerBound].start, tokens[$0.upperBound - 1].end) }
  }

  /// The sentences of `document` as ranges of indices into `tokens`, which they tile.
  public func ranges(of tokens: [Token], in document: Document) -> [Range<Int>] {
    ranges(of: tokens, in: document.bytes, paragraphs: ParagraphBreaks(tokens, in: document))
  }

  func ranges(of tokens: [Token], in bytes: [UInt8], paragraphs: ParagraphBreaks) -> [Range<Int>] {
    var pass = SentencePass(tokens: tokens, bytes: bytes, splitter: self)
    var sentences: [Range<Int>] = []
    var start = 0
    for index in tokens.indices.dropFirst() where paragraphs.starts[index] {
      pass.split(start..<index, into: &sentences)
      start = index
    }
    if start < tokens.count { pass.split(start..<tokens.count, into: &sentences) }
    return sentences
  }
}
