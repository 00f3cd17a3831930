import Annotations

/// A list of names that stand for things of one label.
enum GazetteerList: String, CaseIterable, Sendable {
  case countries
  case cities
  case regions
  case places
  case nationalities
  case groups
  case organisations
  case armedGroups = "armed-groups"
  case media
  case parties
  case companies
  case newsmakers
  case people
  case facilities
  case events
  case holidays
  case laws
  case weapons
  case products
  case works
  case languages
  case sharedLanguages = "shared-languages"
  case titles
  // Models know the lists by their places here: new ones go to the end.
  case agencies
  case universities
  case clubs

  /// Its place among all lists, from 0.
  var number: Int { Self.numbers[self] ?? 0 }

  private static let numbers = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

  /// The rule that proposes the names of the list; nil for lists that other recognisers use.
  var rule: Rule? { Rule(rawValue: rawValue) }

  /// What the names of the list are.
  var label: Label {
    switch self {
    case .countries, .cities, .regions: .gpe
    case .places: .loc
    case .nationalities, .groups: .norp
    case .organisations, .armedGroups, .media, .parties, .companies, .agencies, .universities, .clubs: .org
    case .newsmakers, .people: .person
    case .facilities: .fac
    case .events: .event
    case .holidays: .date
    case .laws: .law
    case .weapons: .weapon
    case .products: .product
    case .works: .workOfArt
    case .languages, .sharedLanguages: .language
    case .titles: .title
    }
  }
}
