import Annotations

/// A recogniser measured on one ``AnnotatedSet``.
public struct SetEvaluation: Sendable {
  /// A difference with the place where it is.
  public struct PlacedError: Sendable {
    /// What differs.
    public let error: SpanError
    /// The number of the text in the set, from 0.
    public let text: Int
    /// The number of the sentence in the set, from 0, in which it begins.
    public let sentence: Int
  }

  /// The counts.
  public private(set) var spans = SpanEvaluation()
  /// All differences in reading order.
  public private(set) var errors: [PlacedError] = []
  /// The labels that count: what the set annotates, as the mapping sees it.
  public let labels: Set<Label>

  /// Measures `recognise` on `set`.
  ///
  /// Only what the set annotates counts: suggestions with other labels are passed over, since nobody knows whether they
  /// are right.
  ///
  /// - Parameters:
  ///   - set: The reference.
  ///   - mapping: What labels count as.
  ///   - recognise: Gives the mentions of a text, as ``Pipeline/recognise(_:)`` does.
  public init(
    of set: AnnotatedSet, mapping: LabelMapping = LabelMapping(), recognise: (TokenisedText) -> [Mention]
  ) {
    let labels = Set(set.labels.compactMap { mapping($0) })
    self.labels = labels
    var firstSentence = 0
    for (index, annotated) in set.texts.enumerated() {
      let text = annotated.text
      let found = spans.add(expected: annotated.mentions, proposed: recognise(text)) { label in
        mapping(label).flatMap { labels.contains($0) ? $0 : nil }
      }
      var sentence = 0
      for error in found {
        while sentence + 1 < text.sentences.count,
          text.tokens[text.sentences[sentence + 1].lowerBound].start <= error.span.start
        {
          sentence += 1
        }
        errors.append(PlacedError(error: error, text: index, sentence: firstSentence + sentence))
      }
      firstSentence += text.sentences.count
    }
  }
}
