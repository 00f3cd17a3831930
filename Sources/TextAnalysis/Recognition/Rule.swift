import Annotations

/// The rules that propose mentions, each under the name that stands in sidecars as `rule:NAME`.
enum Rule: String, CaseIterable, Sendable {
  // Lists.
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
  case agencies
  case universities
  case clubs
  /// A name of a list that means something else as often, where the words around it speak for it.
  case supportedName = "supported-name"

  // People.
  case title
  case titledName = "titled-name"
  case roleName = "role-name"
  case forename
  case loneForename = "lone-forename"
  case surname
  case initials
  case speaker
  case twoCapitals = "two-capitals"

  // Organisations.
  case organisationHead = "organisation-head"
  case organisationLead = "organisation-lead"
  case companySuffix = "company-suffix"
  case acronym
  case introducedAcronym = "introduced-acronym"

  // Places and the rest.
  case placeHead = "place-head"
  case regionHead = "region-head"
  case settlement
  case locative
  case placeBeforePlace = "place-before-place"
  case dateline
  case facilityHead = "facility-head"
  case eventHead = "event-head"
  case storm
  case election
  case ship
  case lawHead = "law-head"
  case quotedTitle = "quoted-title"
  case language

  // Grammars.
  case date
  case bareDate = "bare-date"
  case loneYear = "lone-year"
  case time
  case money
  case percent
  case quantity
  case ordinal
  case cardinal

  // Across a document.
  case sameName = "same-name"
  case partOfName = "part-of-name"
  case forenameOfName = "forename-of-name"
  case shortCompany = "short-company"

  /// No rule: a trained model.
  case tagger

  /// A hash of its name, stable from run to run.
  var hash: UInt64 { Self.hashes[self] ?? 0 }

  private static let hashes = Dictionary(uniqueKeysWithValues: allCases.map { ($0, NameHash.word($0.rawValue)) })

  /// Who is named as the annotator of its suggestions.
  var annotator: Annotator { .rule(rawValue) }
}
