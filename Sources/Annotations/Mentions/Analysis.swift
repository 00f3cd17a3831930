/// What an analysis says of a document: sentences, and suggestions that nobody has decided on.
///
/// It is computed anew whenever an article is opened; only decisions are stored (see ``Layer``).
public struct Analysis: Sendable, Hashable {
  /// Name and version of the recogniser, as written into sidecars.
  public var model: String
  /// The part of the text that was analysed, in UTF-8 offsets.
  public var coverage: Span
  /// Sentences in reading order, in UTF-8 offsets; white space between them belongs to none.
  public var sentences: [Span]
  /// Suggested mentions in reading order.
  public var suggestions: [Mention]

  /// Makes an analysis; spans are UTF-8 offsets, and `suggestions` are put into reading order.
  public init(model: String, coverage: Span, sentences: [Span], suggestions: [Mention]) {
    self.model = model
    self.coverage = coverage
    self.sentences = sentences
    self.suggestions = Mention.inReadingOrder(suggestions)
  }
}
