/// Acronyms that a document introduces for plain words, so that they name nothing: `compact fluorescent light (CFL)`.
struct PlainAcronyms {
  private var keys: Set<UInt64> = []

  private static let opening = NameHash.word("(")

  init(in text: PreparedText) {
    for index in text.units.indices.dropFirst(2) where text.keys[index - 1] == Self.opening {
      let unit = text.units[index]
      guard unit.flags.contains(.allCapitals), text.units[index - 2].flags.contains(.lowerCase),
        text.firstByte(index - 2) == text.document.bytes[unit.end - 1] | 0x20
      else { continue }
      keys.insert(text.keys[index])
    }
  }

  /// Whether the unit is one of them.
  func contains(_ unit: Int, _ text: PreparedText) -> Bool { !keys.isEmpty && keys.contains(text.keys[unit]) }
}
