/// Keys pressed one after another: `gd`, `Space f`, `C-w Left`.
public struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// The keys, first to last.
  public let keys: [Key]

  /// Makes a sequence.
  public init(_ keys: [Key]) { self.keys = keys }

  /// Reads the notation: keys with a name or a modifier stand alone between spaces, other characters are a key each.
  ///
  /// - Returns: nil when a part of it is no key, or nothing is there.
  public init?(_ notation: String) {
    var keys: [Key] = []
    for part in notation.split(separator: " ") {
      if let key = Key(String(part)) {
        keys.append(key)
      } else if !part.contains("-") || part.allSatisfy({ !$0.isLetter }) {
        keys += part.map { Key.character($0) }
      } else {
        return nil
      }
    }
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// The notation: characters are written together, everything else is set off by a space.
  public var description: String {
    var text = ""
    var previousIsCharacter = true
    for key in keys {
      let isCharacter = key.typed.map { $0 != " " } ?? false
      if !text.isEmpty, !(isCharacter && previousIsCharacter) { text += " " }
      text += key.description
      previousIsCharacter = isCharacter
    }
    return text
  }

  /// Whether `other` begins with all of these keys and goes on.
  public func isProperPrefix(of other: KeySequence) -> Bool {
    keys.count < other.keys.count && other.keys.starts(with: keys)
  }
}
