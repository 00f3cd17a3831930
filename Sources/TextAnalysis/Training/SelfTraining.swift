import Annotations

/// Makes a training set of unlabelled text: what a model is sure of counts as annotated, the rest as unknown.
struct SelfTraining {
  /// A part of the text that is tagged as one document, in sentences.
  private static let partLength = 20
  /// Tags that are less probable are unknown.
  private static let leastCertainty: Float = 0.9
  /// Mentions that are less sure are unknown.
  private static let leastConfidence = 0.8
  /// Shorter sentences say little, longer ones are mostly lists.
  private static let lengths = 4..<80

  let model: TaggerModel

  /// A set made of parts of `text` that lie evenly in it.
  ///
  /// - Parameters:
  ///   - text: Words with spaces between them, one sentence a line.
  ///   - sentenceCount: How many sentences are tagged; those in which nothing is found are left out.
  func set(from text: [UInt8], sentenceCount: Int, weight: Double) -> TrainingSet {
    var lines: [Range<Int>] = []
    EmbeddedList.eachLine(of: text) { lines.append($0) }
    let parts = max(1, sentenceCount / Self.partLength)
    let step = max(Self.partLength, lines.count / parts)
    var documents: [TrainingSet.Document] = []
    for start in stride(from: 0, to: lines.count - Self.partLength, by: step) {
      let words = lines[start..<(start + Self.partLength)].map { line in
        text[line].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      }
      let document = document(words.filter { Self.lengths.contains($0.count) })
      if !document.sentences.isEmpty { documents.append(document) }
    }
    return TrainingSet(name: "unlabelled text", documents: documents, weight: weight)
  }

  private func document(_ words: [[String]]) -> TrainingSet.Document {
    guard !words.isEmpty else { return TrainingSet.Document(sentences: []) }
    let text = PreparedText(TokenisedText(words: words))
    let rules = Recognition.rules(text, Pipeline.englishRules)?.resolution.chosen ?? []
    var tagger = Tagger(model: model)
    tagger.keepsCertainties = true
    guard let found = tagger.tag(text, rules: rules) else { return TrainingSet.Document(sentences: []) }
    var tags = found.certainties.map { $0 < Self.leastCertainty ? "_" : "O" }
    for mention in found.mentions {
      let isSure = mention.confidence >= Self.leastConfidence && mention.units.allSatisfy { tags[$0] == "O" }
      let label = model.info.labels[mention.label].name
      for unit in mention.units {
        tags[unit] = !isSure ? "_" : unit == mention.units.lowerBound ? "B-\(label)" : "I-\(label)"
      }
    }
    let sentences = zip(words, text.sentences).map { words, range in
      TrainingSet.Sentence(words: words, tags: Array(tags[range]))
    }
    return TrainingSet.Document(sentences: sentences.filter { $0.tags.contains { $0.hasPrefix("B") } })
  }
}
