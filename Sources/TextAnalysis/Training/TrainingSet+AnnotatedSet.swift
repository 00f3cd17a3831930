import Annotations

extension TrainingSet {
  /// Makes a set to learn from of marked texts. In a text that is not complete, unmarked words that look like names are
  /// unknown, unless somebody has said that there is no mention.
  ///
  /// - Parameters:
  ///   - set: The texts.
  ///   - mapping: What labels count as; mentions of others are taken for no mentions, and their labels for unknown.
  ///   - weight: How much one sentence counts.
  ///   - attribution: Whom the licence of the set asks to name.
  ///   - marksPhrases: Whether the annotators marked noun phrases: then whatever is not plainly a name is unknown.
  public init(
    _ set: AnnotatedSet, mapping: LabelMapping = LabelMapping(), weight: Double = 1, attribution: String? = nil,
    marksPhrases: Bool = false
  ) {
    let known = Set(set.labels.compactMap { mapping($0) })
    let documents = set.texts.map { annotated in
      let text = annotated.text
      let mentions = annotated.mentions.compactMap { mention -> Mention? in
        var mention = mention
        guard let label = mapping(mention.label) else { return nil }
        mention.label = label
        return mention
      }
      let sentences = text.sentences.map { $0.map(text.word) }
      var tags = IOB2File.tags(of: mentions, in: text)
      if marksPhrases {
        let marked = mentions.filter { known.contains($0.label) }.compactMap { mention in
          text.tokenRange(of: mention.span).map { (tokens: $0, label: mention.label) }
        }
        tags = PlainNames(sentences).kept(of: tags, marked)
      } else if !annotated.isComplete {
        tags = PlainNames(sentences).withUnmarkedUnknown(tags, except: annotated.rejectedTokens)
      }
      return Document(
        sentences: zip(sentences, text.sentences).map { Sentence(words: $0, tags: Array(tags[$1])) })
    }
    self.init(
      name: set.name, documents: documents, knownLabels: known, weight: weight, attribution: attribution)
  }
}
