/// A label as a person meets it: its key, its letter, its colour, what it means.
public struct LabelDefinition: Hashable, Sendable {
  /// The label.
  public var label: Label
  /// The digit that gives it, `1` to `9` and `0`, if it has one.
  public var digit: Character?
  /// The sign that picks it from the list and stands behind its mentions.
  public var letter: Character
  /// Which of the eight colours of a theme it has, from 1.
  public var slot: Int
  /// What it means, in a few words.
  public var meaning: String

  /// The number of label colours in a theme.
  public static let slotCount = 8

  /// Makes a definition.
  public init(_ label: Label, digit: Character? = nil, letter: Character, slot: Int, meaning: String) {
    self.label = label
    self.digit = digit
    self.letter = letter
    self.slot = slot
    self.meaning = meaning
  }
}
