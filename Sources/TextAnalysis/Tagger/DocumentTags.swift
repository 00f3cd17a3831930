/// What a first pass found in a document, as evidence for a second one: the same word is mostly the same thing, in long
/// names and in short ones, written out and as an acronym.
///
/// After the two-stage taggers of Krishnan and Manning (2006) and Ratinov and Roth (2009).
struct DocumentTags {
  private let text: PreparedText
  private let evidence: DocumentEvidence
  /// The tags of the first pass, one a unit.
  private let tags: [UInt8]
  private let labelCount: Int

  /// How often each label was given, no label first.
  private typealias Counts = ArraySlice<UInt16>

  /// For each capitalised word how often it is outside and inside mentions of each label.
  private var wordCounts: [UInt16]
  /// For each capitalised word how often it is the last word of a longer mention of a label, and how often another.
  private var lastCounts: [UInt16]
  private var otherCounts: [UInt16]
  /// For each name how often it has each label.
  private var names: HashTable
  private var nameCounts: [UInt16] = []
  /// For each string of initials how often the names with these initials have each label.
  private var initials: HashTable
  private var initialCounts: [UInt16] = []
  /// The mention each unit is in, as its name's number; -1 outside.
  private var nameNumbers: [Int32]
  /// The number of the initials of the mention each unit is in; -1 where there are none.
  private var initialNumbers: [Int32]
  private var acronyms: HashTable
  private var acronymCounts: [UInt16] = []

  init(_ text: PreparedText, _ evidence: DocumentEvidence, tags: [UInt8], labelCount: Int) {
    self.text = text
    self.evidence = evidence
    self.tags = tags
    self.labelCount = labelCount
    let size = evidence.words.count * (labelCount + 1)
    wordCounts = [UInt16](repeating: 0, count: size)
    lastCounts = wordCounts
    otherCounts = wordCounts
    names = HashTable(capacity: 64)
    initials = HashTable(capacity: 32)
    acronyms = HashTable(capacity: 32)
    nameNumbers = [Int32](repeating: -1, count: tags.count)
    initialNumbers = nameNumbers
    for sentence in text.sentences { count(sentence) }
  }

  /// The mentions that the tags of `sentence` stand for, with the numbers of their labels.
  static func eachMention(
    of tags: [UInt8], in sentence: Range<Int>, _ body: (_ units: Range<Int>, _ label: Int) -> Void
  ) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let tag = Int(tags[index])
      guard tag != TagSet.outside else {
        index += 1
        continue
      }
      let label = TagSet.label(of: tag)
      var end = index + 1
      while end < sentence.upperBound, Int(tags[end]) == TagSet.inner(label) { end += 1 }
      body(index..<end, label)
      index = end
    }
  }

  // MARK: - Counting

  private mutating func count(_ sentence: Range<Int>) {
    for index in sentence where evidence.numbers[index] >= 0 {
      let tag = Int(tags[index])
      Self.increase(
        &wordCounts, Int(evidence.numbers[index]) * (labelCount + 1) + (tag == 0 ? 0 : TagSet.label(of: tag) + 1))
      if text.units[index].flags.contains(.allCapitals), text.units[index].length <= 8 {
        let number = Int(acronyms.insert(text.keys[index], or: Int32(acronyms.count)))
        grow(&acronymCounts, number)
        Self.increase(&acronymCounts, number * (labelCount + 1) + (tag == 0 ? 0 : TagSet.label(of: tag) + 1))
      }
    }
    Self.eachMention(of: tags, in: sentence) { units, label in
      let hash = text.foldedName(of: units)
      if hash != 0 {
        let number = Int(names.insert(hash, or: Int32(names.count)))
        grow(&nameCounts, number)
        Self.increase(&nameCounts, number * (labelCount + 1) + label + 1)
        for unit in units { nameNumbers[unit] = Int32(number) }
      }
      guard units.count > 1 else { return }
      for unit in units where evidence.numbers[unit] >= 0 {
        let place = Int(evidence.numbers[unit]) * (labelCount + 1) + label + 1
        if unit == units.upperBound - 1 {
          Self.increase(&lastCounts, place)
        } else {
          Self.increase(&otherCounts, place)
        }
      }
      if let hash = initials(of: units) {
        let number = Int(initials.insert(hash, or: Int32(initials.count)))
        grow(&initialCounts, number)
        Self.increase(&initialCounts, number * (labelCount + 1) + label + 1)
        for unit in units { initialNumbers[unit] = Int32(number) }
      }
    }
  }

  private func grow(_ counts: inout [UInt16], _ number: Int) {
    while counts.count < (number + 1) * (labelCount + 1) { counts.append(0) }
  }

  private static func increase(_ counts: inout [UInt16], _ place: Int) {
    if counts[place] < .max { counts[place] += 1 }
  }

  /// The word that the initials of the capitalised words of `units` form, as its hash.
  private func initials(of units: Range<Int>) -> UInt64? {
    var hash = NameHash()
    var count = 0
    for unit in units where text.units[unit].flags.contains(.capitalised) {
      let byte = text.firstByte(unit)
      guard byte < 0x80 else { return nil }
      hash.add(UInt32(byte | 0x20))
      count += 1
    }
    return count >= 2 ? hash.value | 1 : nil
  }

  // MARK: - Features

  /// Appends the features of the unit `index`; what it says itself does not count.
  func add(_ index: Int, _ sentence: Range<Int>, into buffer: inout FeatureBuffer) {
    let tag = UInt64(tags[index])
    let before = index > sentence.lowerBound ? UInt64(tags[index - 1]) : 255
    let after = index + 1 < sentence.upperBound ? UInt64(tags[index + 1]) : 255
    buffer.add(.tag, tag)
    buffer.add(.tagBefore, before)
    buffer.add(.tagAfter, after)
    buffer.add(.tagPair, tag << 16 | before << 8 | after)
    if index > sentence.lowerBound { majority(.wordMajorityBefore, index - 1, tag: nil, &buffer) }
    if index + 1 < sentence.upperBound { majority(.wordMajorityAfter, index + 1, tag: nil, &buffer) }
    let own = tag == 0 ? 0 : TagSet.label(of: Int(tag)) + 1
    majority(.wordMajority, index, tag: own, &buffer)
    if nameNumbers[index] >= 0, let found = most(nameCounts, Int(nameNumbers[index]), without: own) {
      buffer.add(.nameMajority, found)
      buffer.add(.nameMajorityAndTag, found << 8 | tag)
    }
    guard evidence.numbers[index] >= 0 else { return }
    let number = Int(evidence.numbers[index])
    let isLast = index + 1 == sentence.upperBound || !TagSet.isInner(Int(tags[index + 1]))
    let isAlone = tag == 0 || TagSet.isFirst(Int(tag)) && isLast
    let last = most(lastCounts, number, without: isAlone || !isLast ? nil : own)
    let other = most(otherCounts, number, without: isAlone || isLast ? nil : own)
    if last != nil || other != nil {
      buffer.add(.partOfName, (last ?? 0xFF) << 8 | (other ?? 0xFF))
      buffer.add(.partOfName, 1 << 32 | (last ?? 0xFF) << 16 | (other ?? 0xFF) << 8 | tag)
    }
    if text.units[index].flags.contains(.allCapitals), let found = initials.find(text.keys[index]),
      let label = most(initialCounts, Int(found), without: nil)
    {
      buffer.add(.acronymOf, label)
    }
    if initialNumbers[index] >= 0, let hash = initialHash(index, sentence), let found = acronyms.find(hash),
      let label = most(acronymCounts, Int(found), without: nil)
    {
      buffer.add(.acronymOf, 256 + label)
    }
  }

  private func initialHash(_ index: Int, _ sentence: Range<Int>) -> UInt64? {
    var start = index
    while start > sentence.lowerBound, TagSet.isInner(Int(tags[start])) { start -= 1 }
    var end = index + 1
    while end < sentence.upperBound, TagSet.isInner(Int(tags[end])) { end += 1 }
    return initials(of: start..<end)
  }

  private func majority(_ kind: FeatureKind, _ index: Int, tag: Int?, _ buffer: inout FeatureBuffer) {
    let number = Int(evidence.numbers[index])
    guard number >= 0 else { return }
    let ownTag = Int(tags[index])
    guard let found = most(wordCounts, number, without: ownTag == 0 ? 0 : TagSet.label(of: ownTag) + 1) else { return }
    buffer.add(kind, found)
    if let tag { buffer.add(kind, 1 << 32 | found << 8 | UInt64(tag)) }
  }

  /// The label that the row `number` of `counts` has most of (0 for none), how clearly, and how often; nil when nothing
  /// was counted but once `own`.
  private func most(_ counts: [UInt16], _ number: Int, without own: Int?) -> UInt64? {
    let start = number * (labelCount + 1)
    var best = 0
    var bestCount = 0
    var total = 0
    for label in 0...labelCount {
      var count = Int(counts[start + label])
      if label == own, count > 0 { count -= 1 }
      total += count
      if count > bestCount {
        bestCount = count
        best = label
      }
    }
    guard total > 0 else { return nil }
    let share = bestCount == total ? 2 : bestCount * 4 > total * 3 ? 1 : 0
    return UInt64(best) << 4 | UInt64(share) << 2 | UInt64(total > 3 ? 2 : total > 1 ? 1 : 0)
  }
}
