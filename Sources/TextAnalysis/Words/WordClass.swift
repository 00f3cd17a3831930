/// What a word can be, as the list `words` and the lists of names say. A word can be several things at once.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  /// Words that build sentences and name nothing: `the`, `of`, `which`.
  static let function = WordClass(bit: 0)
  /// Words that are mostly written small, so that a capital at the start of a sentence says nothing.
  static let common = WordClass(bit: 1)
  /// Words that often begin a sentence.
  static let sentenceStarter = WordClass(bit: 2)
  static let month = WordClass(bit: 3)
  static let weekday = WordClass(bit: 4)
  static let season = WordClass(bit: 5)
  /// `one` to `ninety`, `dozen`.
  static let numberWord = WordClass(bit: 6)
  /// `hundred`, `million`, `bn`.
  static let magnitude = WordClass(bit: 7)
  static let ordinalWord = WordClass(bit: 8)
  /// `day` and longer.
  static let dateUnit = WordClass(bit: 9)
  /// Shorter than a day.
  static let timeUnit = WordClass(bit: 10)
  /// `morning`, `noon`.
  static let dayPart = WordClass(bit: 11)
  /// `today`, `yesterday`.
  static let relativeDay = WordClass(bit: 12)
  /// `early`, `mid`, `late`.
  static let periodPart = WordClass(bit: 13)
  /// `last`, `next`, `past`.
  static let relative = WordClass(bit: 14)
  static let currencyWord = WordClass(bit: 15)
  /// `$`, `€`, `USD`.
  static let currencySign = WordClass(bit: 16)
  static let measure = WordClass(bit: 17)
  /// `about`, `nearly`.
  static let approximator = WordClass(bit: 18)
  static let timeZone = WordClass(bit: 19)
  /// `a.m.`
  static let meridiem = WordClass(bit: 20)
  /// Offices, ranks and forms of address, when capitalised.
  static let title = WordClass(bit: 21)
  /// Words that stand before a title and belong to it: `Vice`, `Deputy`.
  static let titleModifier = WordClass(bit: 22)
  /// What a person is said to be right before the name: `spokesman`, `actor`.
  static let role = WordClass(bit: 23)
  /// Last words of organisations: `Committee`, `Forces`.
  static let organisationHead = WordClass(bit: 24)
  /// First words of organisations, before `of`, `for` or `on`: `Ministry`, `Bank`.
  static let organisationLead = WordClass(bit: 25)
  /// `Inc.`, `GmbH`.
  static let companySuffix = WordClass(bit: 26)
  /// Last words of buildings, roads and bases.
  static let facilityHead = WordClass(bit: 27)
  /// First words of facilities: `Camp`, `Fort`.
  static let facilityLead = WordClass(bit: 28)
  static let eventHead = WordClass(bit: 29)
  /// First words of events: `Operation`, `Hurricane`.
  static let eventLead = WordClass(bit: 30)
  static let lawHead = WordClass(bit: 31)
  /// Last words of mountains, waters, regions.
  static let placeHead = WordClass(bit: 32)
  /// First words of the same: `Lake`, `Mount`.
  static let placeLead = WordClass(bit: 33)
  /// `Province`, `County`, `Republic`.
  static let regionHead = WordClass(bit: 34)
  /// `said`, `told`.
  static let reporting = WordClass(bit: 35)
  /// Prepositions of place.
  static let locative = WordClass(bit: 36)
  static let compass = WordClass(bit: 37)
  static let forename = WordClass(bit: 38)
  static let surname = WordClass(bit: 39)
  /// Small words inside names of people: `bin`, `de`, `van`.
  static let nameParticle = WordClass(bit: 40)
  /// `Jr.`, `III`.
  static let nameSuffix = WordClass(bit: 41)
  /// Second halves of compounds whose first half is a name: `led`, `backed`, `based`.
  static let compoundTail = WordClass(bit: 42)
  /// First halves of such compounds: `anti`, `pro`.
  static let compoundHead = WordClass(bit: 43)
  /// `film`, `novel`: a title in quotation marks may follow.
  static let work = WordClass(bit: 44)
  /// `speak`, `language`: a language stands near.
  static let speech = WordClass(bit: 45)
  /// Capitalised words that form names of organisations but end none: `National`, `Democratic`.
  static let organisationPart = WordClass(bit: 46)
  /// `town`, `city`: `of` and the name of a place follow.
  static let settlement = WordClass(bit: 48)
  /// Capitals that name no organisation: `TV`, `CEO`, `DNA`.
  static let plainAcronym = WordClass(bit: 49)
  /// Family names that are also words for buildings or places: `Hill`, `Church`.
  static let headSurname = WordClass(bit: 51)
  /// Last words of organisations that are also plain words, so that what stands before must be a name.
  static let weakHead = WordClass(bit: 52)
  /// First words of places, before `of`: `Gulf`, `Strait`.
  static let placeLeadOf = WordClass(bit: 53)
  /// `days`, `years`
  static let dateUnits = WordClass(bit: 54)
  /// What stands before the name of a ship.
  static let shipLead = WordClass(bit: 55)

  /// The classes by the names of their sections in the list `words`.
  static let sections: [String: WordClass] = [
    "function": .function, "sentence-starter": .sentenceStarter, "month": .month, "weekday": .weekday,
    "season": .season, "number": .numberWord, "magnitude": .magnitude, "ordinal": .ordinalWord, "date-unit": .dateUnit,
    "time-unit": .timeUnit, "day-part": .dayPart, "relative-day": .relativeDay, "period-part": .periodPart,
    "relative": .relative, "currency": .currencyWord, "currency-sign": .currencySign, "measure": .measure,
    "approximator": .approximator, "time-zone": .timeZone, "meridiem": .meridiem, "title": .title,
    "title-modifier": .titleModifier, "role": .role, "organisation-head": .organisationHead,
    "organisation-lead": .organisationLead, "company-suffix": .companySuffix, "facility-head": .facilityHead,
    "facility-lead": .facilityLead, "event-head": .eventHead, "event-lead": .eventLead, "law-head": .lawHead,
    "place-head": .placeHead, "place-lead": .placeLead, "region-head": .regionHead, "reporting": .reporting,
    "locative": .locative, "compass": .compass, "name-particle": .nameParticle, "name-suffix": .nameSuffix,
    "compound-tail": .compoundTail, "compound-head": .compoundHead, "work": .work, "speech": .speech,
    "organisation-part": .organisationPart, "settlement": .settlement,
    "plain-acronym": .plainAcronym, "head-surname": .headSurname, "weak-head": .weakHead,
    "place-lead-of": .placeLeadOf, "date-units": .dateUnits,
    "ship-lead": .shipLead,
  ]
}
