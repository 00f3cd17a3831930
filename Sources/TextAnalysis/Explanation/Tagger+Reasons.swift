import Annotations

extension Tagger {
  /// What spoke most for the mention `units` with the label numbered `label`, as phrases, the strongest first.
  func reasons(
    for units: Range<Int>, label: Int, in text: PreparedText, rules: [Candidate], _ tagged: TaggedText
  ) -> [String] {
    let sentence = text.sentence(of: units.lowerBound)
    let extractor = FeatureExtractor(text, rules: rules, model.resources)
    let isTwoStage = model.info.stages > 1
    let document =
      isTwoStage
      ? DocumentTags(text, extractor.evidence, tags: tagged.firstTags, labelCount: model.info.labels.count) : nil
    var gains: [String: Float] = [:]
    for unit in units {
      var features = FeatureBuffer(keepsOrigins: true)
      extractor.extract(unit, of: sentence, into: &features)
      document?.add(unit, sentence, into: &features)
      let tag = unit == units.lowerBound ? TagSet.first(label) : TagSet.inner(label)
      for (hash, origin) in zip(features.hashes, features.origins) {
        guard let phrase = phrase(origin, unit, text) else { continue }
        let stage = isTwoStage ? 1 : 0
        gains[phrase, default: 0] +=
          model.weights.weight(hash, tag: tag, stage: stage)
          - model.weights.weight(hash, tag: TagSet.outside, stage: stage)
      }
    }
    return gains.filter { $0.value > 0.25 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(6).map(\.key)
  }

  /// What a feature says, as a phrase; nil for what says nothing by itself.
  private func phrase(_ origin: FeatureBuffer.Origin, _ unit: Int, _ text: PreparedText) -> String? {
    let word = "“\(text.word(unit))”"
    switch origin.kind {
    case .bias, .style, .styleAndWord, .styleAndCluster, .opening: return nil
    case .word, .exactWord: return "the word \(word)"
    case .prefix1, .prefix2, .prefix3, .prefix4, .prefix5, .suffix1, .suffix2, .suffix3, .suffix4, .suffix5:
      return "how \(word) begins and ends"
    case .wordBefore, .wordBefore2, .wordsBefore, .wordPairBefore, .suffixBefore, .shapeBeforeWord,
      .wordClassBefore, .clusterBefore, .clusterBefore2, .coarseBefore, .coarseBefore2, .coarsePairBefore:
      return "the words before \(word)"
    case .wordAfter, .wordAfter2, .wordsAfter, .wordPairAfter, .suffixAfter, .shapeAndNextWord, .wordClassAfter,
      .clusterAfter, .clusterAfter2, .coarseAfter, .coarseAfter2, .coarsePairAfter:
      return "the words behind \(word)"
    case .shape, .shapeBefore, .shapeAfter, .shapeBefore2, .shapeAfter2, .shapePairBefore, .shapePairAfter,
      .shapeTriple:
      return "capitals and marks around \(word)"
    case .cluster, .coarse, .coarseAndShape, .coarseTriple: return "words that stand in like places as \(word)"
    case .wordClass: return "what kind of word \(word) is"
    case .list: return "\(word) in the list \(GazetteerList.allCases[Int(origin.value >> 2) / 6].rawValue)"
    case .listBefore, .listAfter, .wideListBefore, .wideListAfter: return "lists that know the words beside \(word)"
    case .lists, .wideLists: return "which lists know \(word)"
    case .wideList:
      return NameTable.List(rawValue: Int(origin.value >> 2) / 3).map { "\(word) among the names of the kind \($0)" }
    case .topic, .topicAndLists: return "what the document is about"
    case .spelling: return "how \(word) is spelt"
    case .spellingBefore, .spellingAfter: return "how the words beside \(word) are spelt"
    case .rule, .ruleBefore, .ruleAfter: return "what rules make of \(word)"
    case .seenElsewhere, .precededElsewhere, .followedElsewhere, .classBeforeElsewhere, .classAfterElsewhere,
      .clusterBeforeElsewhere, .clusterAfterElsewhere:
      return "how \(word) is used elsewhere in the document"
    case .tag, .tagBefore, .tagAfter, .tagPair: return "what the first look made of \(word)"
    case .wordMajority, .wordMajorityBefore, .wordMajorityAfter, .nameMajority, .nameMajorityAndTag, .partOfName:
      return "what the name is elsewhere in the document"
    case .acronymOf: return "its long form or acronym in the document"
    }
  }
}
