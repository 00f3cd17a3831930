/// Sentences made ready for training: features, and which tags the annotation admits.
struct TrainingData {
  var features = FeatureBuffer()
  /// For each word the tags that agree with the annotation, as bits.
  var masks: [UInt64] = []
  /// Sentences as ranges of words.
  var sentences: [Range<Int>] = []
  /// How much each sentence counts.
  var weights: [Float] = []
}
