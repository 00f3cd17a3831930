/// A part of a ``TokenPattern``.
indirect enum PatternNode: Sendable {
  case word(UInt64)
  case wordClass(WordClass)
  case form(NumberForm)
  /// A unit that looks so.
  case shape(Token.Flags)
  /// A unit that is all of these.
  case all([PatternNode])
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case repeated(PatternNode, Repetition)

  enum Repetition: Sendable {
    case optional
    case any
    case atLeastOne
  }
}

extension PatternNode {
  /// What a match can begin with.
  struct First: Sendable {
    private(set) var words: Set<UInt64> = []
    /// A bit for each word, by six bits of its hash: most units are told from all words by it.
    private var wordBits: UInt64 = 0
    var classes: WordClass = []
    var forms: NumberForm = []
    var shapes: [Token.Flags] = []
    /// Whether the node can match nothing at all.
    var isOptional = false

    func admits(_ text: PreparedText, _ index: Int) -> Bool {
      if !classes.isDisjoint(with: text.classes[index]) || !forms.isDisjoint(with: text.forms[index]) { return true }
      let key = text.keys[index]
      if wordBits & Self.bit(of: key) != 0, words.contains(key) { return true }
      return shapes.contains { text.units[index].flags.isSuperset(of: $0) }
    }

    mutating func insert(word: UInt64) {
      words.insert(word)
      wordBits |= Self.bit(of: word)
    }

    private static func bit(of key: UInt64) -> UInt64 { 1 << (key >> 7 & 63) }

    mutating func formUnion(_ other: First) {
      words.formUnion(other.words)
      wordBits |= other.wordBits
      classes.formUnion(other.classes)
      forms.formUnion(other.forms)
      shapes += other.shapes
    }
  }

  /// What a match can begin with.
  var first: First {
    var first = First()
    switch self {
    case .word(let key): first.insert(word: key)
    case .wordClass(let wordClass): first.classes = wordClass
    case .form(let form): first.forms = form
    case .shape(let flags): first.shapes = [flags]
    case .all(let nodes): first = nodes[0].first
    case .sequence(let nodes):
      first.isOptional = true
      for node in nodes where first.isOptional {
        let next = node.first
        first.formUnion(next)
        first.isOptional = next.isOptional
      }
    case .alternatives(let nodes):
      for node in nodes {
        let next = node.first
        first.formUnion(next)
        if next.isOptional { first.isOptional = true }
      }
    case .repeated(let node, let repetition):
      first = node.first
      if repetition != .atLeastOne { first.isOptional = true }
    }
    return first
  }
}
