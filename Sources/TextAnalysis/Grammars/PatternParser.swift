/// Reads the line that a ``TokenPattern`` is written as.
struct PatternParser {
  private var words: [Substring]
  private var position = 0

  /// Names of digits and shapes, beside the classes of words.
  private static let named: [String: PatternNode] = [
    "int": .form(.integer), "num": .form([.integer, .decimal, .fraction]), "decimal": .form(.decimal),
    "day": .form(.day),
    "year": .form(.year), "recent-year": .form(.recentYear), "small": .shape(.lowerCase), "decade": .form(.decade),
    "clock": .form(.clock), "hour": .form(.hour), "th": .form(.ordinal),
    "year-range": .form(.yearRange), "day-range": .form(.dayRange), "written-date": .form(.date),
    "number-magnitude": .form(.magnitude), "number-measure": .form(.measure), "date-compound": .form(.dateCompound),
    "time-compound": .form(.timeCompound), "Capital": .shape(.capitalised), "hyphenated": .shape(.hyphenated),
    "open": .word(NameHash.word("(")), "close": .word(NameHash.word(")")),
  ]

  init(_ source: String, fragments: [String: String]) {
    var expanded = source
    // Fragments may hold fragments, so expand until none is left.
    while expanded.contains("$") {
      for (name, fragment) in fragments {
        expanded = Self.replacing("$" + name, in: expanded, with: "( " + fragment + " )")
      }
      precondition(
        !expanded.contains("$") || fragments.keys.contains { expanded.contains("$" + $0) },
        "unknown fragment: \(source)")
    }
    var spaced = ""
    for character in expanded {
      if "()[]|".contains(character) { spaced += " \(character) " } else { spaced.append(character) }
    }
    words = spaced.split(separator: " ")
  }

  /// Replaces whole words only, so that `$day` leaves `$days` alone.
  private static func replacing(_ name: String, in text: String, with replacement: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      var tail = Substring()
      var head = word
      while let last = head.last, "?*+)]|".contains(last) {
        tail = word.suffix(tail.count + 1)
        head = head.dropLast()
      }
      var opening = Substring()
      while let first = head.first, "([|".contains(first) {
        opening = word.prefix(opening.count + 1)
        head = head.dropFirst()
      }
      return head == name ? opening + replacement + tail : String(word)
    }.joined(separator: " ")
  }

  var isAtEnd: Bool { position == words.count }

  private var next: Substring? { position < words.count ? words[position] : nil }

  /// Reads `[ … ]`, or nothing.
  mutating func context() -> PatternNode? {
    guard next == "[" else { return nil }
    position += 1
    let node = alternatives()
    precondition(next == "]", "] missing in a pattern")
    position += 1
    return node
  }

  /// Reads alternatives up to a closing bracket or the end.
  mutating func alternatives() -> PatternNode {
    var nodes = [sequence()]
    while next == "|" {
      position += 1
      nodes.append(sequence())
    }
    return nodes.count == 1 ? nodes[0] : .alternatives(nodes)
  }

  private mutating func sequence() -> PatternNode {
    var nodes: [PatternNode] = []
    while let word = next, word != "|", word != ")", word != "]", word != "[" {
      nodes.append(element())
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func element() -> PatternNode {
    var word = words[position]
    position += 1
    if word == "(" {
      let node = alternatives()
      precondition(next == ")" || next?.first == ")", ") missing in a pattern")
      position += 1
      // A repetition sign stands as a word of its own behind the bracket.
      if let sign = next, ["?", "*", "+"].contains(sign) {
        position += 1
        return repeated(node, sign.first)
      }
      return node
    }
    var sign: Character?
    if word.count > 1, let last = word.last, "?*+".contains(last) {
      sign = last
      word = word.dropLast()
    }
    return repeated(single(word), sign)
  }

  private func repeated(_ node: PatternNode, _ sign: Character?) -> PatternNode {
    switch sign {
    case "?": .repeated(node, .optional)
    case "*": .repeated(node, .any)
    case "+": .repeated(node, .atLeastOne)
    default: node
    }
  }

  private func single(_ word: Substring) -> PatternNode {
    guard word.hasPrefix("<"), word.hasSuffix(">") else { return .word(NameHash.word(String(word))) }
    if let boundary = word.firstRange(of: "><") {
      return .all([
        single(word[..<word.index(after: boundary.lowerBound)]),
        single(word[word.index(after: boundary.lowerBound)...]),
      ])
    }
    let name = String(word.dropFirst().dropLast())
    if let node = Self.named[name] { return node }
    guard let wordClass = WordClass.sections[name] else { preconditionFailure("unknown class in a pattern: \(word)") }
    return .wordClass(wordClass)
  }
}
