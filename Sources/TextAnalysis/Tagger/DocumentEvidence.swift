/// What a document says of its capitalised words: whether they also stand in small letters, how often they have a capital
/// that no sentence explains, and what stands around them there.
struct DocumentEvidence: Sendable {
  /// What is known of a word.
  struct Word: Sendable {
    /// How often it stands in small letters.
    var small: UInt16 = 0
    /// How often it has a capital inside a sentence of plain style.
    var capitals: UInt16 = 0
    /// The units of the first such places.
    var places: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
    /// The first capital of all, and how many there are.
    var occurrences: UInt16 = 0

    mutating func add(_ unit: Int) {
      switch capitals {
      case 0: places.0 = Int32(unit)
      case 1: places.1 = Int32(unit)
      case 2: places.2 = Int32(unit)
      case 3: places.3 = Int32(unit)
      default: break
      }
      capitals = capitals == .max ? .max : capitals + 1
    }
  }

  /// The words, in the order of their first capitals.
  private(set) var words: [Word] = []
  /// For each unit the number of its word, or -1 where it has no capital.
  private(set) var numbers: [Int32]

  init(_ text: PreparedText) {
    numbers = [Int32](repeating: -1, count: text.units.count)
    var capitals = 0
    for unit in text.units where Self.isCapital(unit.flags) { capitals += 1 }
    var table = HashTable(capacity: capitals)
    for (sentence, style) in zip(text.sentences, text.styles) {
      for index in sentence where Self.isCapital(text.units[index].flags) {
        let number = table.insert(text.keys[index], or: Int32(words.count))
        if Int(number) == words.count { words.append(Word()) }
        numbers[index] = number
        if words[Int(number)].occurrences < .max { words[Int(number)].occurrences += 1 }
        if style == .plain, index > sentence.lowerBound, !text.opensSentence(index) { words[Int(number)].add(index) }
      }
    }
    guard !words.isEmpty else { return }
    for (index, unit) in text.units.enumerated() where unit.flags.contains(.lowerCase) {
      guard let number = table.find(text.keys[index]), words[Int(number)].small < .max else { continue }
      words[Int(number)].small += 1
    }
  }

  @inline(__always)
  private static func isCapital(_ flags: Token.Flags) -> Bool {
    flags.contains(.word) && !flags.isDisjoint(with: [.capitalised, .innerCapital])
  }
}
