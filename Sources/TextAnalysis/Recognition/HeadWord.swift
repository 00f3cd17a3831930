import Annotations

/// The words that make a run of capitals the name of one kind of thing.
struct HeadWord: Sendable {
  var label: Label
  /// Words that end such names.
  var head: WordClass
  var headRule: Rule
  /// Words that begin such names, before `of` or before the name itself.
  var lead: WordClass = []
  var leadRule: Rule
  /// Whether a lead word needs `of`, `for` or the like behind it.
  var leadTakesPreposition = true
  /// Whether a year before the name belongs to it.
  var takesYear = false

  static let all: [HeadWord] = [
    HeadWord(
      label: .org, head: .organisationHead, headRule: .organisationHead, lead: .organisationLead,
      leadRule: .organisationLead),
    HeadWord(
      label: .fac, head: .facilityHead, headRule: .facilityHead, lead: .facilityLead, leadRule: .facilityHead,
      leadTakesPreposition: false),
    HeadWord(
      label: .event, head: .eventHead, headRule: .eventHead, lead: .eventLead, leadRule: .eventHead,
      leadTakesPreposition: false, takesYear: true),
    HeadWord(label: .law, head: .lawHead, headRule: .lawHead, lead: .lawHead, leadRule: .lawHead),
    HeadWord(
      label: .loc, head: .placeHead, headRule: .placeHead, lead: .placeLead, leadRule: .placeHead,
      leadTakesPreposition: false),
    HeadWord(
      label: .product, head: [], headRule: .ship, lead: .shipLead, leadRule: .ship, leadTakesPreposition: false),
    HeadWord(label: .loc, head: [], headRule: .placeHead, lead: .placeLeadOf, leadRule: .placeHead),
    HeadWord(label: .gpe, head: .regionHead, headRule: .regionHead, lead: .regionHead, leadRule: .regionHead),
  ]
}
