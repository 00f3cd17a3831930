import Annotations

extension TrainingSet {
  /// Makes a set to learn from of marked texts.
  ///
  /// - Parameters:
  ///   - set: The texts.
  ///   - mapping: What labels count as; mentions of others are taken for no mentions, and their labels for unknown.
  ///   - weight: How much one sentence counts.
  ///   - attribution: Whom the licence of the set asks to name.
  public init(
    _ set: AnnotatedSet, mapping: LabelMapping = LabelMapping(), weight: Double = 1, attribution: String? = nil
  ) {
    let documents = set.texts.map { annotated in
      let text = annotated.text
      let mentions = annotated.mentions.compactMap { mention -> Mention? in
        var mention = mention
        guard let label = mapping(mention.label) else { return nil }
        mention.label = label
        return mention
      }
      let tags = IOB2File.tags(of: mentions, in: text)
      return Document(
        sentences: text.sentences.map { Sentence(words: $0.map(text.word), tags: Array(tags[$0])) })
    }
    self.init(
      name: set.name, documents: documents, knownLabels: Set(set.labels.compactMap { mapping($0) }), weight: weight,
      attribution: attribution)
  }
}
