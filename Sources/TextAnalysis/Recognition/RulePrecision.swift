extension Rule {
  /// How often a suggestion of the rule was right, edges and label.
  ///
  /// Provisional figures until they are measured.
  var precision: Double {
    switch self {
    case .countries, .nationalities, .titledName, .percent, .money: 0.95
    case .bareDate, .cities, .regions, .places, .groups, .newsmakers, .people, .forename, .date, .holidays, .title: 0.88
    case .organisations, .armedGroups, .media, .parties, .companies, .roleName, .introducedAcronym: 0.85
    case .ship, .loneYear, .election, .works, .organisationHead, .organisationLead, .companySuffix, .initials, .settlement, .regionHead, .placeHead: 0.8
    case .facilities, .events, .laws, .weapons, .products, .time, .quantity, .ordinal, .cardinal: 0.8
    case .surname, .placeBeforePlace, .facilityHead, .eventHead, .lawHead, .languages, .language, .loneForename: 0.72
    case .supportedName, .doubtfulName, .speaker, .locative, .acronym, .quotedTitle: 0.6
    case .twoCapitals: 0.5
    case .sameName, .partOfName: 0.85
    }
  }
}
