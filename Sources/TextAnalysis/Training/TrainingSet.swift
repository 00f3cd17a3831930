import Annotations

/// Texts with marked mentions that a tagger is trained or measured on.
public struct TrainingSet: Sendable {
  /// A sentence: its words and what was marked in it.
  public struct Sentence: Sendable {
    /// The tokens in reading order; none is empty.
    public var words: [String]
    /// One tag a word in IOB2: `O`, `B-LABEL`, `I-LABEL`; `_` where nothing is known.
    public var tags: [String]

    /// Makes a sentence.
    public init(words: [String], tags: [String]) {
      self.words = words
      self.tags = tags
    }
  }

  /// A document: what is said of a name in one sentence is evidence in the others.
  public struct Document: Sendable {
    /// The sentences in reading order.
    public var sentences: [Sentence]

    /// Makes a document.
    public init(sentences: [Sentence]) { self.sentences = sentences }
  }

  /// What the set is called in reports and in the model's record of how it was made.
  public var name: String
  /// The documents.
  public var documents: [Document]
  /// The labels whose mentions are all marked. For any other label an `O` says nothing: a mention may be there that
  /// nobody marked. Nil when every label that occurs anywhere is marked throughout.
  public var knownLabels: Set<Label>?
  /// How much one sentence of the set counts, 1 for as much as usual.
  public var weight: Double
  /// Whom the licence of the set asks to name; kept in the model.
  public var attribution: String?

  /// Makes a set.
  public init(
    name: String, documents: [Document], knownLabels: Set<Label>? = nil, weight: Double = 1, attribution: String? = nil
  ) {
    self.name = name
    self.documents = documents
    self.knownLabels = knownLabels
    self.weight = weight
    self.attribution = attribution
  }
}
