/// A name as it stands in a text, made comparable.
public struct EntityName: Hashable, Sendable {
  /// The name with white space collapsed, to be shown.
  public let shown: String
  /// Lower case, without a leading "the", a trailing "'s" and the points of an acronym.
  public let normalised: String
  /// The words of ``normalised``.
  public let words: [String]

  /// Reads a name.
  public init(_ text: String) {
    var parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    shown = parts.joined(separator: " ")
    if parts.count > 1, parts[0].lowercased() == "the" { parts.removeFirst() }
    if let last = parts.last {
      for suffix in ["'s", "’s"] where last.hasSuffix(suffix) && last.count > suffix.count {
        parts[parts.count - 1] = String(last.dropLast(suffix.count))
      }
    }
    words = parts.map { word in
      let lowered = word.lowercased()
      return lowered.contains(".") && word.filter { $0 != "." }.allSatisfy(\.isUppercase)
        ? lowered.filter { $0 != "." } : lowered
    }
    normalised = words.joined(separator: " ")
  }

  /// Whether the name is written like an acronym: two to eight capitals, perhaps with points.
  public var isAcronym: Bool {
    let letters = shown.filter { $0 != "." }
    return words.count == 1 && (2...8).contains(letters.count) && letters.allSatisfy { $0.isUppercase || $0.isNumber }
      && letters.contains(where: \.isLetter)
  }

  /// The initials of a name of several words, in lower case: with and without its small words ("of", "the", "for").
  public var initials: [String] {
    let capitalised = shown.split { $0 == " " || $0 == "-" }.filter { $0.first?.isUppercase == true }
    guard words.count > 1, capitalised.count > 1 else { return [] }
    let short = String(capitalised.compactMap(\.first)).lowercased()
    let full = String(words.compactMap(\.first)).lowercased()
    let byWord = String(shown.split(separator: " ").filter { $0.first?.isUppercase == true }.compactMap(\.first))
      .lowercased()
    return Array(Set([short, full, byWord]))
  }

  /// How likely `other` is another name of the same thing, from 0 to 1: the same name, one contained in the other,
  /// initials, shared words. Used to put the best guess first when entities are merged.
  public func similarity(to other: EntityName) -> Double {
    if normalised == other.normalised { return 1 }
    if isAcronym, other.initials.contains(normalised) { return 0.95 }
    if other.isAcronym, initials.contains(other.normalised) { return 0.95 }
    let mine = Set(words)
    let others = Set(other.words)
    let shared = mine.intersection(others).subtracting(Self.smallWords)
    guard !shared.isEmpty else {
      return normalised.count > 3 && other.normalised.count > 3 && normalised.prefix(4) == other.normalised.prefix(4)
        ? 0.2 : 0
    }
    let contained = mine.isSubset(of: others) || others.isSubset(of: mine)
    let overlap = Double(shared.count) / Double(mine.union(others).subtracting(Self.smallWords).count)
    return contained ? 0.6 + 0.3 * overlap : 0.2 + 0.4 * overlap
  }

  private static let smallWords: Set<String> = ["of", "the", "for", "and", "de", "la", "in", "on", "to", "a"]
}
