/// What single words can be, looked up by hash.
struct Lexicon: Sendable {
  /// The lexicon of English: the lists `words`, `common-words`, `forenames` and `surnames`.
  static let english = Lexicon()

  private var table = HashTable(capacity: 40_000)
  private var classes: [WordClass] = []

  private init() {
    classes.reserveCapacity(40_000)
    let words = EmbeddedList.bytes("words")
    WordSections.each(in: words) { section, word in
      if let wordClass = WordClass.sections[section] { add(words, word, wordClass) }
    }
    for (name, wordClass) in [("common-words", WordClass.common), ("forenames", .forename), ("surnames", .surname)] {
      let list = EmbeddedList.bytes(name)
      WordSections.each(in: list) { _, word in add(list, word, wordClass) }
    }
  }

  private mutating func add(_ bytes: [UInt8], _ word: Range<Int>, _ wordClass: WordClass) {
    let slot = table.insert(NameHash.word(bytes, word), or: Int32(classes.count))
    if Int(slot) == classes.count { classes.append(wordClass) } else { classes[Int(slot)].formUnion(wordClass) }
  }

  /// The classes of the word with the hash `word`; none when it is in no list.
  @inline(__always)
  func classes(of word: UInt64) -> WordClass {
    guard let index = table.find(word) else { return [] }
    return classes[Int(index)]
  }

  /// The hashes of all words that the list `words` has under `section`.
  static func words(of section: String) -> Set<UInt64> {
    var words: Set<UInt64> = []
    let list = EmbeddedList.bytes("words")
    WordSections.each(in: list) { name, word in
      if name == section { words.insert(NameHash.word(list, word)) }
    }
    return words
  }
}
