import Annotations

/// Which tags agree with an annotation that knows some labels and not others.
struct TagMasks {
  let tags: TagSet
  /// The tags of labels that were not annotated throughout, as bits.
  private let unknown: UInt64
  private let numbers: [String: Int]
  private let isKnown: [Bool]

  init(_ tags: TagSet, known: Set<Label>?) {
    self.tags = tags
    isKnown = tags.labels.map { known?.contains($0) ?? true }
    numbers = Dictionary(uniqueKeysWithValues: zip(tags.labels.map(\.name), 0...))
    var unknown: UInt64 = 0
    for (number, known) in isKnown.enumerated() where !known {
      unknown |= 1 << UInt64(TagSet.first(number)) | 1 << UInt64(TagSet.inner(number))
    }
    self.unknown = unknown
  }

  /// The masks of a sentence annotated with `tags` in IOB2.
  ///
  /// The tag `_` says nothing. An inner tag that follows nothing begins a mention. A mention whose label is learnt but was not annotated throughout
  /// may as well have another such label. Where nothing is annotated there may be a mention of such a label only if the
  /// word has a capital or a digit, or is one of two small words behind such a one: else nothing would keep these labels
  /// from plain words.
  func masks(_ sentence: TrainingSet.Sentence) -> [UInt64] {
    var masks: [UInt64] = []
    masks.reserveCapacity(sentence.tags.count)
    var open: Substring = ""
    var distance = 9
    for (word, tag) in zip(sentence.words, sentence.tags) {
      distance = Self.canBeginName(word) ? 0 : distance + 1
      let label = tag.utf8.count > 2 ? tag.dropFirst(2) : ""
      let isFirst = tag.hasPrefix("B") || label != open
      open = label
      guard tag != "_" else {
        masks.append(.max)
        open = ""
        continue
      }
      guard let number = numbers[String(label)] else {
        let possible: UInt64 = distance == 0 ? .max : distance < 3 ? Self.innerTags : 0
        masks.append(1 << UInt64(TagSet.outside) | unknown & possible)
        continue
      }
      var mask: UInt64 = 1 << UInt64(isFirst ? TagSet.first(number) : TagSet.inner(number))
      if !isKnown[number] { mask |= unknown & (isFirst ? ~Self.innerTags : Self.innerTags) }
      masks.append(mask)
    }
    return masks
  }

  private static let innerTags: UInt64 = 0x5555_5555_5555_5554

  private static func canBeginName(_ word: String) -> Bool {
    word.utf8.contains { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0xC3 }
  }
}
