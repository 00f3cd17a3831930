import Annotations

/// A training document made ready: its text, what rules say of it, and where its sentences lie in the training data.
struct PreparedDocument {
  let text: PreparedText
  let rules: [Candidate]
  let evidence: DocumentEvidence
  /// The document's sentences in ``TrainingData/sentences``.
  var sentences: Range<Int>
  /// The document's words in the training data.
  var words: Range<Int>
}

/// A collection of documents with their features.
struct PreparedCorpus {
  private(set) var documents: [PreparedDocument] = []
  private(set) var data = TrainingData()
  /// The annotated tags, sentence by sentence, and which labels count in the set of each.
  private(set) var gold: [[String]] = []
  private(set) var setNumbers: [Int] = []

  private let tags: TagSet
  private let resources: TaggerResources

  init(_ tags: TagSet, _ resources: TaggerResources) {
    self.tags = tags
    self.resources = resources
  }

  /// Adds a document.
  mutating func add(_ document: TrainingSet.Document, set: Int, _ masks: TagMasks, weight: Double) {
    let sentences = document.sentences.filter { !$0.words.isEmpty && $0.words.allSatisfy { !$0.isEmpty } }
    guard !sentences.isEmpty else { return }
    let text = PreparedText(TokenisedText(words: sentences.map(\.words)))
    let rules = Recognition.rules(text, Pipeline.englishRules)?.resolution.chosen ?? []
    let extractor = FeatureExtractor(text, rules: rules, resources)
    let firstSentence = data.sentences.count
    let firstWord = data.features.count
    for (range, sentence) in zip(text.sentences, sentences) {
      let start = data.features.count
      extractor.extract(range, into: &data.features)
      data.sentences.append(start..<data.features.count)
      data.weights.append(Float(weight))
      data.masks += masks.masks(sentence)
      gold.append(sentence.tags)
      setNumbers.append(set)
    }
    documents.append(
      PreparedDocument(
        text: text, rules: rules, evidence: extractor.evidence, sentences: firstSentence..<data.sentences.count,
        words: firstWord..<data.features.count))
  }

  /// The data with the features of a second stage behind those of the first.
  ///
  /// - Parameter tags: What the first stage says, one tag a word.
  func withSecondStage(_ firstTags: [UInt8]) -> TrainingData {
    var second = TrainingData()
    second.sentences = data.sentences
    second.weights = data.weights
    second.masks = data.masks
    second.features = FeatureBuffer(capacity: data.features.count)
    for document in documents {
      let own = DocumentTags(
        document.text, document.evidence, tags: Array(firstTags[document.words]), labelCount: tags.labels.count)
      for sentence in document.text.sentences {
        for unit in sentence {
          second.features.append(data.features, word: document.words.lowerBound + unit)
          own.add(unit, sentence, into: &second.features)
          second.features.endWord()
        }
      }
    }
    return second
  }
}
