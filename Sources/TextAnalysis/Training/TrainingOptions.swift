import Annotations

/// How a tagger is trained.
public struct TrainingOptions: Sendable {
  /// What the model is called; with ``modelVersion`` the name of the annotator of its suggestions (`english-1`).
  public var modelName = "custom"
  /// Which edition of the model it is.
  public var modelVersion = 1
  /// Where pseudo-random numbers begin. The same data, options and seed give the same bytes.
  public var seed: UInt64 = 1
  /// How often each stage goes through all sentences.
  public var epochs = 5
  /// Binary logarithm of the number of rows that features are hashed to, 10 to 22. A row takes 32 bytes when there are
  /// at most seven labels.
  public var featureBits = 18
  /// 1 for tagging from the text alone; 2 to tag again with what the first stage found elsewhere in the document.
  public var stages = 2
  /// The first step of each weight.
  var rate: Float = 0.03
  /// The share of features that are left out of each step of learning, so that none is relied on alone.
  var dropout: Float = 0.4
  /// How often a word is hidden while its sentence is learnt, so that its looks and its surroundings are learnt too.
  var wordDropout: Float = 0.3
  /// How many taggers with seeds of their own become one by the mean of their weights.
  public var ensemble = 3
  /// The labels to learn, or nil for all that occur in the sets.
  public var labels: [Label]?
  /// The share of sentences that are also learnt in capitals, in small letters and in title case, each.
  public var augmentation = 0.1
  /// Word clusters and names of wide coverage that the features use; by default those of the model that is built in.
  public var resources: TaggerResources = .english
  /// Text without annotation, words with spaces between them, one sentence a line in UTF-8: a first model tags parts of
  /// it, and the model learns from what that is sure of too. Empty for none; else training takes twice as long and more.
  public var unlabelledText: [UInt8] = []
  /// How many sentences of ``unlabelledText`` are tagged.
  public var unlabelledSentences = 60_000
  /// How much one of these sentences counts.
  public var unlabelledWeight = 0.3
  /// The command that trains, for the model's record of how it was made.
  public var command: String?

  /// The options as they stand above.
  public init() {}
}
