import Annotations

/// Trains taggers.
///
/// The first stage is a linear-chain conditional random field over hashed features; where a set does not annotate a
/// label, all taggings that agree with what it does annotate count as right. The second stage is another one over the
/// same features and over what the first found elsewhere in the document. It learns from first stages that have not seen
/// the document (cross-fitting), since only those make the mistakes that it will meet.
public struct TaggerTrainer: Sendable {
  /// How it trains.
  public let options: TrainingOptions

  /// Makes a trainer.
  public init(options: TrainingOptions) { self.options = options }

  /// Trains a model.
  ///
  /// - Parameters:
  ///   - sets: What is learnt.
  ///   - development: What is reported on while training goes on, and what confidence is fitted to. May be empty.
  ///   - progress: Told after each step; when it returns false training stops and the best model so far is kept.
  /// - Returns: The model. Its bytes depend on nothing but the sets, their order, and the options.
  public func train(
    _ sets: [TrainingSet], development: [TrainingSet] = [], progress: (TrainingProgress) -> Bool = { _ in true }
  ) -> TaggerModel {
    let tags = TagSet(labels: Array((options.labels ?? Self.labels(of: sets)).prefix(TagSet.mostLabels)))
    let resources = options.resources
    var corpus = PreparedCorpus(tags, resources)
    for (number, set) in sets.enumerated() {
      let masks = TagMasks(tags, known: set.knownLabels)
      for document in TrainingAugmentation(options).documents(of: set) {
        corpus.add(document, set: number, masks, weight: set.weight)
      }
    }
    var reference = PreparedCorpus(tags, resources)
    for (number, set) in development.enumerated() {
      let masks = TagMasks(tags, known: set.knownLabels)
      for document in set.documents { reference.add(document, set: number, masks, weight: 1) }
    }
    return withoutActuallyEscaping(progress) { progress in
      var run = TrainingRun(
        options: options, tags: tags, wordCount: corpus.data.features.count, progress: progress)
      run.report(.preparing)
      let model = run.train(corpus, reference, sets: sets, development: development)
      guard !options.unlabelledText.isEmpty, !run.isStopped, !tags.labels.isEmpty else { return model }
      run.report(.tagging)
      guard !run.isStopped else { return model }
      let extra = SelfTraining(model: model).set(
        from: options.unlabelledText, sentenceCount: options.unlabelledSentences, weight: options.unlabelledWeight)
      let masks = TagMasks(tags, known: nil)
      for document in extra.documents { corpus.add(document, set: sets.count, masks, weight: extra.weight) }
      let better = run.train(corpus, reference, sets: sets + [extra], development: development)
      return run.isStopped ? model : better
    }
  }

  /// All labels that occur, alphabetically.
  private static func labels(of sets: [TrainingSet]) -> [Label] {
    var names: Set<String> = []
    for set in sets {
      for document in set.documents {
        for sentence in document.sentences {
          for tag in sentence.tags where tag.utf8.count > 2 { names.insert(String(tag.dropFirst(2))) }
        }
      }
    }
    return names.sorted().map { Label($0) }
  }
}
