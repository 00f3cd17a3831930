/// The labels that can be given, in the order they are offered.
public struct LabelSet: Hashable, Sendable {
  /// Two definitions that cannot stand in one set.
  public struct Clash: Error, Hashable, Sendable, CustomStringConvertible {
    /// The earlier of the two.
    public let first: Label
    /// The later of the two.
    public let second: Label
    /// What they share, in words.
    public let shared: String

    /// What is wrong, in words.
    public var description: String { "\(first) and \(second) have the same \(shared)" }
  }

  /// The definitions in order.
  public let definitions: [LabelDefinition]
  private let positions: [Label: Int]

  /// Makes a set.
  ///
  /// - Throws: ``Clash`` for the first two definitions with the same name, digit or letter.
  public init(_ definitions: [LabelDefinition]) throws(Clash) {
    for (index, later) in definitions.enumerated() {
      for earlier in definitions[..<index] {
        if earlier.label == later.label { throw Clash(first: earlier.label, second: later.label, shared: "name") }
        if let digit = earlier.digit, digit == later.digit {
          throw Clash(first: earlier.label, second: later.label, shared: "digit \(digit)")
        }
        if earlier.letter == later.letter {
          throw Clash(first: earlier.label, second: later.label, shared: "letter \(earlier.letter)")
        }
      }
    }
    self.init(unchecked: definitions)
  }

  private init(unchecked definitions: [LabelDefinition]) {
    self.definitions = definitions
    positions = Dictionary(definitions.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The labels in order.
  public var labels: [Label] { definitions.map(\.label) }

  /// The definition of `label`; one made up for a label that the set does not have, so that it can still be shown.
  public subscript(label: Label) -> LabelDefinition {
    if let position = positions[label] { return definitions[position] }
    return LabelDefinition(
      label, letter: label.name.first.map { Character($0.uppercased()) } ?? "?", slot: LabelDefinition.slotCount,
      meaning: "not in the label set")
  }

  /// Whether the set has `label`.
  public func contains(_ label: Label) -> Bool { positions[label] != nil }

  /// The label that `digit` gives.
  public func label(digit: Character) -> Label? { definitions.first { $0.digit == digit }?.label }

  /// The label that `letter` picks.
  public func label(letter: Character) -> Label? { definitions.first { $0.letter == letter }?.label }

  /// The labels of OntoNotes 5.0 with `WEAPON` and `TITLE`, those that news has most of on the digits.
  public static let standard = LabelSet(unchecked: [
    LabelDefinition(.person, digit: "1", letter: "p", slot: 1, meaning: "person"),
    LabelDefinition(.org, digit: "2", letter: "o", slot: 2, meaning: "organisation, armed group"),
    LabelDefinition(.gpe, digit: "3", letter: "g", slot: 3, meaning: "country, region, town"),
    LabelDefinition(.loc, digit: "4", letter: "l", slot: 4, meaning: "other place: mountain, sea"),
    LabelDefinition(.norp, digit: "5", letter: "n", slot: 5, meaning: "nationality, religion, politics"),
    LabelDefinition(.fac, digit: "6", letter: "f", slot: 4, meaning: "building, airport, road"),
    LabelDefinition(.event, digit: "7", letter: "e", slot: 6, meaning: "war, storm, summit, games"),
    LabelDefinition(.date, digit: "8", letter: "d", slot: 7, meaning: "date, period of days or more"),
    LabelDefinition(.cardinal, digit: "9", letter: "c", slot: 8, meaning: "number of something"),
    LabelDefinition(.product, digit: "0", letter: "r", slot: 6, meaning: "product, vehicle"),
    LabelDefinition(.time, letter: "t", slot: 7, meaning: "time shorter than a day"),
    LabelDefinition(.money, letter: "m", slot: 8, meaning: "sum of money"),
    LabelDefinition(.percent, letter: "%", slot: 8, meaning: "percentage"),
    LabelDefinition(.quantity, letter: "q", slot: 8, meaning: "measurement"),
    LabelDefinition(.ordinal, letter: "#", slot: 8, meaning: "first, second, 93rd"),
    LabelDefinition(.workOfArt, letter: "a", slot: 5, meaning: "title of a book, song, film"),
    LabelDefinition(.law, letter: "b", slot: 5, meaning: "law, treaty, bill"),
    LabelDefinition(.language, letter: "s", slot: 5, meaning: "language, speech"),
    LabelDefinition(.weapon, letter: "w", slot: 6, meaning: "weapon, weapon system"),
    LabelDefinition(.title, letter: "h", slot: 1, meaning: "rank, office, honorific"),
  ])
}
