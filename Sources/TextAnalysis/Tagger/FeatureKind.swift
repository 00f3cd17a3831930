/// What a feature says of a word. The raw value goes into the feature's hash, so it never changes within a format.
enum FeatureKind: UInt32, CaseIterable, Sendable {
  case bias = 1
  case word, wordBefore, wordAfter, wordBefore2, wordAfter2
  case exactWord
  case wordPairBefore, wordPairAfter, wordsBefore, wordsAfter
  case shape, shapeBefore, shapeAfter, shapeBefore2, shapeAfter2
  case shapePairBefore, shapePairAfter, shapeTriple, shapeBeforeWord, shapeAndNextWord
  case prefix1, prefix2, prefix3, prefix4, prefix5
  case suffix1, suffix2, suffix3, suffix4, suffix5
  case suffixBefore, suffixAfter
  case cluster, clusterBefore, clusterAfter, clusterBefore2, clusterAfter2
  case coarse, coarseBefore, coarseAfter, coarseBefore2, coarseAfter2
  case coarsePairBefore, coarsePairAfter, coarseAndShape, coarseTriple
  case wordClass, wordClassBefore, wordClassAfter
  case list, listBefore, listAfter, lists
  case wideList, wideListBefore, wideListAfter, wideLists
  case rule, ruleBefore, ruleAfter
  case style, styleAndWord, styleAndCluster, opening
  case seenElsewhere, precededElsewhere, followedElsewhere, classBeforeElsewhere, classAfterElsewhere
  case clusterBeforeElsewhere, clusterAfterElsewhere
  // Of the second stage.
  case tag, tagBefore, tagAfter, tagPair
  case wordMajority, wordMajorityBefore, wordMajorityAfter
  case nameMajority, nameMajorityAndTag, partOfName, acronymOf
  // Since version 2 of the format.
  case topic, topicAndLists
  case spelling, spellingBefore, spellingAfter
}
