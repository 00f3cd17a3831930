/// The kind of thing a mention names, such as `PERSON`.
///
/// Any name is allowed; the constants are the default set, named as in OntoNotes 5.0 (LDC2013T19) with `WEAPON` and
/// `TITLE` added.
public struct Label: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name as it stands in files, without spaces.
  public let name: String

  /// Makes a label called `name`.
  public init(_ name: String) { self.name = name }

  /// Makes a label from its name.
  public init(stringLiteral value: String) { name = value }

  /// The name.
  public var description: String { name }

  /// Alphabetical by name.
  public static func < (left: Label, right: Label) -> Bool { left.name < right.name }
}

extension Label {
  /// People, also fictional ones.
  public static let person: Label = "PERSON"
  /// Companies, agencies, institutions, armed groups.
  public static let org: Label = "ORG"
  /// Geopolitical entities: countries, cities, states.
  public static let gpe: Label = "GPE"
  /// Other places: mountains, seas, regions.
  public static let loc: Label = "LOC"
  /// Nationalities, religious and political groups.
  public static let norp: Label = "NORP"
  /// Buildings, airports, roads, bridges.
  public static let fac: Label = "FAC"
  /// Named wars, battles, storms, summits, games.
  public static let event: Label = "EVENT"
  /// Dates and periods of a day or longer.
  public static let date: Label = "DATE"
  /// Numbers that fall under no other label.
  public static let cardinal: Label = "CARDINAL"
  /// Vehicles, foods, devices, but not services.
  public static let product: Label = "PRODUCT"
  /// Times shorter than a day.
  public static let time: Label = "TIME"
  /// Sums of money with their unit.
  public static let money: Label = "MONEY"
  /// Percentages with the sign or word.
  public static let percent: Label = "PERCENT"
  /// Measurements: weight, distance, area.
  public static let quantity: Label = "QUANTITY"
  /// First, second, 93rd.
  public static let ordinal: Label = "ORDINAL"
  /// Titles of books, songs, films.
  public static let workOfArt: Label = "WORK_OF_ART"
  /// Named documents made into law, treaties.
  public static let law: Label = "LAW"
  /// Named languages.
  public static let language: Label = "LANGUAGE"
  /// Weapons and weapon systems.
  public static let weapon: Label = "WEAPON"
  /// Ranks, offices and forms of address that go with a name.
  public static let title: Label = "TITLE"
}
