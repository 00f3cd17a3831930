/// Runs a model over a text, in one pass or two.
struct Tagger {
  let model: TaggerModel
  /// Whether the probability of each unit's tag is computed too.
  var keepsCertainties = false

  private var tags: TagSet { model.tags }

  /// Tags `text`.
  ///
  /// - Parameters:
  ///   - rules: What the rules found, which is evidence for the tagger.
  ///   - isCancelled: Asked every few hundred sentences.
  /// - Returns: nil when `isCancelled` said so.
  func tag(_ text: PreparedText, rules: [Candidate], isCancelled: () -> Bool = { false }) -> TaggedText? {
    let extractor = FeatureExtractor(text, rules: rules, model.resources)
    var features = FeatureBuffer(capacity: 256)
    let blocks = tags.blocks
    let count = text.units.count
    let hasTwoStages = model.info.stages > 1
    var lattice = TagLattice(tags, transitions: model.transitions[0])
    var firstTags = [UInt8](repeating: 0, count: count)
    var secondSums = [FeatureWeights.Row](
      repeating: FeatureWeights.Row(repeating: 0), count: hasTwoStages ? count * blocks : 0)
    var featureCounts = [UInt8](repeating: 0, count: count)
    var result = TaggedText()
    for (number, sentence) in text.sentences.enumerated() {
      if number % 256 == 255, isCancelled() { return nil }
      features.removeAll()
      extractor.extract(sentence, into: &features)
      lattice.reserve(sentence.count)
      features.hashes.withUnsafeBufferPointer { hashes in
        for word in 0..<sentence.count {
          let own = UnsafeBufferPointer(rebasing: hashes[features.range(word)])
          featureCounts[sentence.lowerBound + word] = UInt8(own.count)
          for block in 0..<blocks {
            let sums = model.weights.sums(own, block: block)
            lattice.scores[word * blocks + block] = model.weights.scores(sums.first, count: own.count)
            if hasTwoStages { secondSums[(sentence.lowerBound + word) * blocks + block] = sums.second }
          }
        }
      }
      let best = lattice.best(sentence.count)
      for word in 0..<sentence.count { firstTags[sentence.lowerBound + word] = best[word] }
      if !hasTwoStages { collect(sentence, firstTags, &lattice, &result) }
    }
    result.firstTags = firstTags
    guard hasTwoStages else { return result }
    let document = DocumentTags(text, extractor.evidence, tags: firstTags, labelCount: tags.labels.count)
    lattice = TagLattice(tags, transitions: model.transitions[1])
    var secondTags = firstTags
    for (number, sentence) in text.sentences.enumerated() {
      if number % 256 == 255, isCancelled() { return nil }
      features.removeAll()
      for unit in sentence {
        document.add(unit, sentence, into: &features)
        features.endWord()
      }
      lattice.reserve(sentence.count)
      features.hashes.withUnsafeBufferPointer { hashes in
        for word in 0..<sentence.count {
          let unit = sentence.lowerBound + word
          let own = UnsafeBufferPointer(rebasing: hashes[features.range(word)])
          for block in 0..<blocks {
            let sums = model.weights.sums(own, block: block).second &+ secondSums[unit * blocks + block]
            lattice.scores[word * blocks + block] = model.weights.scores(
              sums, count: own.count + Int(featureCounts[unit]))
          }
        }
      }
      let best = lattice.best(sentence.count)
      for word in 0..<sentence.count { secondTags[sentence.lowerBound + word] = best[word] }
      collect(sentence, secondTags, &lattice, &result)
    }
    return result
  }

  /// Adds the mentions of a sentence with their probabilities.
  private func collect(_ sentence: Range<Int>, _ tags: [UInt8], _ lattice: inout TagLattice, _ result: inout TaggedText)
  {
    guard keepsCertainties || tags[sentence].contains(where: { $0 != 0 }) else { return }
    lattice.computeProbabilities(sentence.count)
    if keepsCertainties {
      for word in 0..<sentence.count {
        let tag = Int(tags[sentence.lowerBound + word])
        result.certainties.append(lattice.probabilities[word * self.tags.blocks + tag / 16][tag % 16])
      }
    }
    DocumentTags.eachMention(of: tags, in: sentence) { units, label in
      let words = (units.lowerBound - sentence.lowerBound)..<(units.upperBound - sentence.lowerBound)
      let probability = lattice.probability(of: words, label: label, count: sentence.count)
      result.mentions.append(
        TaggedText.Mention(
          units: units, label: label, confidence: model.calibration.confidence(probability, label: label)))
    }
  }
}
