extension Rule {
  /// What the rule says, as a sentence.
  var summary: String {
    switch self {
    case .countries, .cities, .regions, .places, .nationalities, .groups, .organisations, .agencies, .armedGroups,
      .media, .parties, .companies, .universities, .clubs, .newsmakers, .people, .facilities, .events, .holidays, .laws,
      .weapons, .products, .works, .languages:
      "The name is in a list."
    case .supportedName: "An ambiguous name of a list, where the words around speak for it."
    case .title: "An office, rank or form of address before a name."
    case .titledName: "A name behind a title."
    case .roleName: "A name behind a word for what somebody does."
    case .forename: "A given name and more capitals."
    case .loneForename: "A given name that stands alone."
    case .surname: "Capitals that end with a family name."
    case .initials: "Initials and a capital."
    case .speaker: "A capital beside a verb of speech."
    case .twoCapitals: "Two or more capitals that are in no list."
    case .organisationHead: "Capitals that end with a word for an organisation."
    case .organisationLead: "A word for an organisation, a preposition, and capitals."
    case .companySuffix: "Capitals before a legal form."
    case .acronym: "A few capitals that are in no list."
    case .introducedAcronym: "An acronym in parentheses behind its long form."
    case .placeHead: "Capitals with a word for a mountain, water or region."
    case .regionHead: "Capitals with a word for a part of a state."
    case .settlement: "A capital beside a word such as town or province."
    case .locative: "An unknown capital behind a preposition of place."
    case .placeBeforePlace: "An unknown capital, a comma and a known place."
    case .dateline: "Capitals that open a paragraph, or a name in parentheses behind them, before a dash."
    case .facilityHead: "Capitals with a word for a building, road or base."
    case .eventHead: "Capitals with a word for an event."
    case .storm: "The name of a storm: a word such as hurricane stands before it, here or elsewhere in the document."
    case .ship: "USS, HMS or the like before capitals."
    case .election: "A year, who votes, and a word such as election."
    case .lawHead: "Capitals with a word for a law or treaty."
    case .quotedTitle: "Capitals in quotation marks behind a word such as film."
    case .language: "A language beside a word of speech."
    case .date, .bareDate, .loneYear, .time, .money, .percent, .quantity, .ordinal, .cardinal: "It fits a pattern."
    case .tagger: "What a trained model learnt speaks for it."
    case .sameName: "The same words are a mention elsewhere in the document."
    case .forenameOfName: "The given name of somebody who is named in full in the document."
    case .shortCompany: "The name of a company without its legal form, which stands elsewhere in the document."
    case .partOfName: "The family name of somebody who is named in full in the document."
    }
  }
}
