/// Computes the features of the words of a text: the words and their shapes, parts and clusters, what lists and rules say
/// of them, and what the document says elsewhere.
///
/// The set follows Ratinov and Roth (2009) and Finkel, Grenager and Manning (2005).
struct FeatureExtractor {
  private let text: PreparedText
  private let traits: [WordTraits]
  let evidence: DocumentEvidence
  private let lists: ListMarks
  private let wide: ListMarks
  private let topics: DocumentTopics
  /// What each word of ``evidence`` looks like; empty when that is not known.
  private let spellings: [SpellingMarks]
  private let speller: WordSpelling
  /// What the rules chose, for each unit the rule and the place in the mention; 0 where they chose nothing.
  private let ruleMarks: [UInt64]
  private let ruleLabels: [UInt64]

  private static let outside = WordTraits()

  init(_ text: PreparedText, rules: [Candidate], _ resources: TaggerResources) {
    self.text = text
    evidence = DocumentEvidence(text)
    lists = ListMarks(listsIn: text)
    wide = ListMarks(resources.names, in: text)
    let traits = text.document.bytes.withUnsafeBufferPointer { bytes in
      text.units.indices.map {
        let unit = text.units[$0]
        return WordTraits(
          bytes, unit.span.range, key: text.keys[$0], flags: unit.flags, clusters: resources.clusters)
      }
    }
    self.traits = traits
    topics = DocumentTopics(text, traits, resources.clusterShares)
    speller = resources.spelling
    spellings = SpellingMarks.all(of: evidence, in: text, speller)
    var marks = [UInt64](repeating: 0, count: text.units.count)
    var labels = marks
    for candidate in rules {
      for unit in candidate.units {
        let place: UInt64 = unit == candidate.units.lowerBound ? 1 : 2
        marks[unit] = candidate.rule.hash &* 4 &+ place
        labels[unit] = NameHash.word(candidate.label.name) &* 4 &+ place
      }
    }
    ruleMarks = marks
    ruleLabels = labels
  }

  /// Appends the features of all words of the sentence `range`.
  func extract(_ range: Range<Int>, into buffer: inout FeatureBuffer) {
    text.document.bytes.withUnsafeBufferPointer { bytes in
      for index in range {
        extract(index, range, bytes, &buffer)
        buffer.endWord()
      }
    }
  }

  /// Appends the features of the unit `index` of the sentence `range`, and leaves room for more.
  func extract(_ index: Int, of range: Range<Int>, into buffer: inout FeatureBuffer) {
    text.document.bytes.withUnsafeBufferPointer { extract(index, range, $0, &buffer) }
  }

  @inline(__always)
  private func traits(_ index: Int, _ range: Range<Int>) -> WordTraits {
    range.contains(index) ? traits[index] : Self.outside
  }

  @inline(__always)
  private static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 { FeatureBuffer.pair(left, right) }

  private func extract(
    _ index: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ buffer: inout FeatureBuffer
  ) {
    let word = traits[index]
    let before = traits(index - 1, range)
    let after = traits(index + 1, range)
    let before2 = traits(index - 2, range)
    let after2 = traits(index + 2, range)

    buffer.add(.bias, 0)
    buffer.add(.word, word.lower)
    buffer.add(.wordBefore, before.lower)
    buffer.add(.wordAfter, after.lower)
    buffer.add(.wordBefore2, before2.lower)
    buffer.add(.wordAfter2, after2.lower)
    buffer.add(.exactWord, word.exact)
    buffer.add(.wordPairBefore, Self.pair(before.lower, word.lower))
    buffer.add(.wordPairAfter, Self.pair(word.lower, after.lower))
    buffer.add(.wordsBefore, Self.pair(before2.lower, before.lower))
    buffer.add(.wordsAfter, Self.pair(after.lower, after2.lower))

    // Where capitals are used in another way, shapes say something else.
    let style = UInt64(text.style(at: index).number)
    let shapes = (
      Self.shape(before, style), Self.shape(word, style), Self.shape(after, style)
    )
    buffer.add(.shape, shapes.1)
    buffer.add(.shapeBefore, shapes.0)
    buffer.add(.shapeAfter, shapes.2)
    buffer.add(.shapeBefore2, Self.shape(before2, style))
    buffer.add(.shapeAfter2, Self.shape(after2, style))
    buffer.add(.shapePairBefore, Self.pair(shapes.0, shapes.1))
    buffer.add(.shapePairAfter, Self.pair(shapes.1, shapes.2))
    buffer.add(.shapeTriple, Self.pair(Self.pair(shapes.0, shapes.1), shapes.2))
    buffer.add(.shapeBeforeWord, Self.pair(before.lower, shapes.1))
    buffer.add(.shapeAndNextWord, Self.pair(shapes.1, after.lower))

    affixes(index, bytes, &buffer)
    buffer.add(.suffixBefore, UInt64(before.suffix))
    buffer.add(.suffixAfter, UInt64(after.suffix))

    if word.cluster != 0 { buffer.add(.cluster, UInt64(word.cluster)) }
    if before.cluster != 0 { buffer.add(.clusterBefore, UInt64(before.cluster)) }
    if after.cluster != 0 { buffer.add(.clusterAfter, UInt64(after.cluster)) }
    if before2.cluster != 0 { buffer.add(.clusterBefore2, UInt64(before2.cluster)) }
    if after2.cluster != 0 { buffer.add(.clusterAfter2, UInt64(after2.cluster)) }
    let coarse = (UInt64(before.coarseCluster), UInt64(word.coarseCluster), UInt64(after.coarseCluster))
    buffer.add(.coarse, coarse.1)
    buffer.add(.coarseBefore, coarse.0)
    buffer.add(.coarseAfter, coarse.2)
    buffer.add(.coarseBefore2, UInt64(before2.coarseCluster))
    buffer.add(.coarseAfter2, UInt64(after2.coarseCluster))
    buffer.add(.coarsePairBefore, Self.pair(coarse.0, coarse.1))
    buffer.add(.coarsePairAfter, Self.pair(coarse.1, coarse.2))
    buffer.add(.coarseTriple, Self.pair(Self.pair(coarse.0, coarse.1), coarse.2))
    buffer.add(.coarseAndShape, Self.pair(coarse.1, shapes.1))

    classes(.wordClass, index, range, &buffer)
    classes(.wordClassBefore, index - 1, range, &buffer)
    classes(.wordClassAfter, index + 1, range, &buffer)
    marks(of: lists, .list, .listBefore, .listAfter, .lists, index, range, &buffer)
    if !wide.counts.isEmpty {
      marks(of: wide, .wideList, .wideListBefore, .wideListAfter, .wideLists, index, range, &buffer)
    }
    if ruleMarks[index] != 0 {
      buffer.add(.rule, ruleMarks[index])
      buffer.add(.rule, ruleLabels[index])
    }
    if index > range.lowerBound, ruleLabels[index - 1] != 0 { buffer.add(.ruleBefore, ruleLabels[index - 1]) }
    if index + 1 < range.upperBound, ruleLabels[index + 1] != 0 { buffer.add(.ruleAfter, ruleLabels[index + 1]) }

    buffer.add(.style, style)
    if style != 0 {
      buffer.add(.styleAndWord, Self.pair(style, word.lower))
      buffer.add(.styleAndCluster, Self.pair(style, coarse.1))
    }
    if index == range.lowerBound { buffer.add(.opening, shapes.1) }
    elsewhere(index, &buffer)
    about(index, style, &buffer)
    spelling(index, range, style, bytes, &buffer)
  }

  /// What the document is about, alone and with what the lists say of a word with a capital, or of a known one where
  /// there are no capitals.
  private func about(_ index: Int, _ style: UInt64, _ buffer: inout FeatureBuffer) {
    let known = lists.together(at: index)
    guard !topics.clusters.isEmpty,
      evidence.numbers[index] >= 0 || style == UInt64(SentenceStyle.small.number) && known != 0
    else { return }
    for cluster in topics.clusters {
      buffer.add(.topic, UInt64(cluster))
      buffer.add(.topicAndLists, Self.pair(UInt64(cluster), known))
    }
  }

  /// What the word and its neighbours look like by their letters.
  private func spelling(
    _ index: Int, _ range: Range<Int>, _ style: UInt64, _ bytes: UnsafeBufferPointer<UInt8>,
    _ buffer: inout FeatureBuffer
  ) {
    guard !speller.isEmpty else { return }
    var own = spellings(at: index)
    if own == nil, style == UInt64(SentenceStyle.small.number), text.units[index].flags.contains(.word) {
      own = SpellingMarks(speller.probabilities(bytes, text.units[index].span.range))
    }
    if let marks = own {
      // A list that has the word says more than its letters.
      let isListed = UInt64(wide.counts.isEmpty || wide.counts[index] == 0 ? 0 : 1)
      buffer.add(.spelling, UInt64(marks.best) << 8 | isListed)
      for kind in 0..<4 { buffer.add(.spelling, UInt64(kind + 1) << 32 | UInt64(marks.levels[kind]) << 8 | isListed) }
      buffer.add(.spelling, 5 << 32 | marks.nameLevels << 8 | isListed)
    }
    if index > range.lowerBound, let marks = spellings(at: index - 1) { buffer.add(.spellingBefore, marks.nameLevels) }
    if index + 1 < range.upperBound, let marks = spellings(at: index + 1) {
      buffer.add(.spellingAfter, marks.nameLevels)
    }
  }

  private func spellings(at index: Int) -> SpellingMarks? {
    evidence.numbers[index] >= 0 ? spellings[Int(evidence.numbers[index])] : nil
  }

  @inline(__always)
  private static func shape(_ word: WordTraits, _ style: UInt64) -> UInt64 { UInt64(word.shape) | style << 32 }

  /// Beginnings and ends of up to five bytes.
  private func affixes(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ buffer: inout FeatureBuffer) {
    let range = text.units[index].span.range
    var hash: UInt64 = 0
    var kind = FeatureKind.prefix1.rawValue
    for offset in range.lowerBound..<min(range.lowerBound + 5, range.upperBound) {
      hash = hash << 8 | Self.lowered(bytes[offset])
      buffer.add(FeatureKind(rawValue: kind) ?? .prefix5, hash)
      kind += 1
    }
    hash = 0
    kind = FeatureKind.suffix1.rawValue
    for offset in (max(range.upperBound - 5, range.lowerBound)..<range.upperBound).reversed() {
      hash = hash << 8 | Self.lowered(bytes[offset])
      buffer.add(FeatureKind(rawValue: kind) ?? .suffix5, hash)
      kind += 1
    }
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt64 {
    switch byte {
    case 0x41...0x5A: UInt64(byte | 0x20)
    case 0x30...0x39: 0x30
    default: UInt64(byte)
    }
  }

  private func classes(_ kind: FeatureKind, _ index: Int, _ range: Range<Int>, _ buffer: inout FeatureBuffer) {
    guard range.contains(index) else { return }
    var bits = text.classes[index].rawValue
    while bits != 0 {
      buffer.add(kind, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }

  private func marks(
    of lists: ListMarks, _ here: FeatureKind, _ before: FeatureKind, _ after: FeatureKind, _ all: FeatureKind,
    _ index: Int, _ range: Range<Int>, _ buffer: inout FeatureBuffer
  ) {
    for slot in 0..<Int(lists.counts[index]) {
      buffer.add(here, UInt64(lists.marks[index * ListMarks.most + slot]))
    }
    buffer.add(all, lists.together(at: index))
    if index > range.lowerBound {
      for slot in 0..<Int(lists.counts[index - 1]) {
        buffer.add(before, UInt64(lists.marks[(index - 1) * ListMarks.most + slot]))
      }
    }
    if index + 1 < range.upperBound {
      for slot in 0..<Int(lists.counts[index + 1]) {
        buffer.add(after, UInt64(lists.marks[(index + 1) * ListMarks.most + slot]))
      }
    }
  }

  /// What the word's other places in the document say.
  private func elsewhere(_ index: Int, _ buffer: inout FeatureBuffer) {
    let number = evidence.numbers[index]
    guard number >= 0 else { return }
    let word = evidence.words[Int(number)]
    let isHere = [word.places.0, word.places.1, word.places.2, word.places.3].contains(Int32(index))
    let others = UInt64(min(3, Int(word.capitals) - (isHere ? 1 : 0)))
    buffer.add(.seenElsewhere, UInt64(min(2, word.small)) * 8 + others * 2 + (isHere ? 1 : 0))
    place(word.places.0, index, &buffer)
    place(word.places.1, index, &buffer)
    place(word.places.2, index, &buffer)
    place(word.places.3, index, &buffer)
  }

  private func place(_ place: Int32, _ index: Int, _ buffer: inout FeatureBuffer) {
    let place = Int(place)
    guard place >= 0, place != index else { return }
    let range = text.sentence(of: place)
    let before = traits(place - 1, range)
    let after = traits(place + 1, range)
    buffer.add(.precededElsewhere, before.lower)
    buffer.add(.followedElsewhere, after.lower)
    buffer.add(.clusterBeforeElsewhere, Self.pair(UInt64(before.coarseCluster), UInt64(before.shape)))
    buffer.add(.clusterAfterElsewhere, Self.pair(UInt64(after.coarseCluster), UInt64(after.shape)))
    if place > range.lowerBound { classes(.classBeforeElsewhere, place - 1, range, &buffer) }
    if place + 1 < range.upperBound { classes(.classAfterElsewhere, place + 1, range, &buffer) }
  }
}
