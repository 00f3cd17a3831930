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
  case repeated(PatternNode, atLeast: Int, atMost: Int)

  /// Whether the unit `index` is what a part for one unit asks for.
  private func admits(_ text: PreparedText, _ index: Int) -> Bool {
    switch self {
    case .word(let key): text.keys[index] == key
    case .wordClass(let wordClass): !text.classes[index].isDisjoint(with: wordClass)
    case .form(let form): !text.forms[index].isDisjoint(with: form)
    case .shape(let flags): text.units[index].flags.isSuperset(of: flags)
    case .all(let nodes): nodes.allSatisfy { $0.admits(text, index) }
    case .sequence, .alternatives, .repeated: false
    }
  }

  /// Matches from the unit `index` on and calls `then` with each place where it can end, until that returns true.
  func match(_ text: PreparedText, _ index: Int, _ end: Int, then: (Int) -> Bool) -> Bool {
    switch self {
    case .word, .wordClass, .form, .shape, .all:
      return index < end && admits(text, index) && then(index + 1)
    case .sequence(let nodes): return Self.match(nodes[...], text, index, end, then)
    case .alternatives(let nodes):
      for node in nodes where node.match(text, index, end, then: then) { return true }
      return false
    case .repeated(let node, let atLeast, let atMost):
      return Self.match(node, atLeast, atMost, text, index, end, then)
    }
  }

  private static func match(
    _ nodes: ArraySlice<PatternNode>, _ text: PreparedText, _ index: Int, _ end: Int, _ then: (Int) -> Bool
  ) -> Bool {
    guard let node = nodes.first else { return then(index) }
    return node.match(text, index, end) { match(nodes.dropFirst(), text, $0, end, then) }
  }

  private static func match(
    _ node: PatternNode, _ atLeast: Int, _ atMost: Int, _ text: PreparedText, _ index: Int, _ end: Int,
    _ then: (Int) -> Bool
  ) -> Bool {
    if atMost > 0 {
      let goesOn = node.match(text, index, end) { stop in
        stop > index && match(node, max(0, atLeast - 1), atMost - 1, text, stop, end, then)
      }
      if goesOn { return true }
    }
    return atLeast == 0 && then(index)
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
    case .repeated(let node, let atLeast, _):
      first = node.first
      if atLeast == 0 { first.isOptional = true }
    }
    return first
  }
}
