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
    var parts = text.unicodeScalars.split(whereSeparator: Self.isSpace).map { String($0) }
    shown = parts.count == 1 ? parts[0] : parts.joined(separator: " ")
    if parts.count > 1, parts[0].utf8.count == 3, parts[0].lowercased() == "the" { parts.removeFirst() }
    if let last = parts.last, last.utf8.last == UInt8(ascii: "s") {
      for suffix in ["'s", "’s"] where last.hasSuffix(suffix) && last.count > suffix.count {
        parts[parts.count - 1] = String(last.dropLast(suffix.count))
      }
    }
    words = parts.map { word in
      let lowered = word.lowercased()
      guard lowered.utf8.contains(UInt8(ascii: ".")) else { return lowered }
      return word.filter { $0 != "." }.allSatisfy(\.isUppercase) ? lowered.filter { $0 != "." } : lowered
    }
    normalised = words.count == 1 ? words[0] : words.joined(separator: " ")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Asking ASCII is quick, and nearly all names are.
    scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  /// Whether the name is written like an acronym: two to eight capitals, perhaps with points.
  public var isAcronym: Bool {
    guard words.count == 1, shown.utf8.count <= 64 else { return false }
    let letters = shown.filter { $0 != "." }
    return (2...8).contains(letters.count) && letters.allSatisfy { $0.isUppercase || $0.isNumber }
      && letters.contains(where: \.isLetter)
  }

  /// The initials of a name of several words, in lower case: of its capitalised words, those joined by a hyphen counted
  /// apart and counted as one; and of all its words.
  public var initials: [String] {
    guard words.count > 1 else { return [] }
    let spaced = shown.utf8.split(separator: UInt8(ascii: " "))
    let byPart = Self.capitals(spaced.flatMap { $0.split(separator: UInt8(ascii: "-")) })
    guard byPart.utf8.count > 1 else { return [] }
    let byWord = Self.capitals(spaced)
    let all = String(words.compactMap(\.first))
    return Array(Set([byPart, byWord, all]))
  }

  /// The first letters of those `words` that begin with a capital, in lower case.
  private static func capitals(_ words: [Substring.UTF8View]) -> String {
    String(words.compactMap { Substring($0).first }.filter(\.isUppercase)).lowercased()
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
