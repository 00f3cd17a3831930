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
    var words: Set<UInt64> = []
    var classes: WordClass = []
    var forms: NumberForm = []
    var shapes: [Token.Flags] = []
    /// Whether the node can match nothing at all.
    var isOptional = false

    func admits(_ text: PreparedText, _ index: Int) -> Bool {
      !classes.isDisjoint(with: text.classes[index]) || !forms.isDisjoint(with: text.forms[index])
        || words.contains(text.keys[index]) || shapes.contains { text.units[index].flags.isSuperset(of: $0) }
    }

    mutating func formUnion(_ other: First) {
      words.formUnion(other.words)
      classes.formUnion(other.classes)
      forms.formUnion(other.forms)
      shapes += other.shapes
    }
  }

  /// What a match can begin with.
  var first: First {
    var first = First()
    switch self {
    case .word(let key): first.words = [key]
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
