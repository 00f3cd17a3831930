import Annotations
import Testing

@Suite struct OrganisationTests {
  @Test(
    "Head words make organisations of the capitals around them",
    arguments: [
      "The «ORG Syrian Democratic Forces» advanced.", "the «ORG Iraqi Ministry of Culture» said",
      "The «ORG Ministry of Foreign Affairs» agreed.",
      "at the «ORG University of Southern Indiana» in May",
      "the «ORG State Board of Antiquities and Heritage» announced",
      "Soldiers of the «ORG 3rd Battalion» came.", "The «ORG United States National Security Council» met.",
      "The «ORG Department of State» supports it.", "She works for «ORG Widget Trading Inc.» now.",
    ])
  func heads(_ marked: String) { #expect(suggested(in: marked, [.org]) == marked) }

  @Test("A possessive before a head word is somebody else", arguments: ["«GPE Russia»'s «ORG Foreign Ministry» spoke."])
  func possessive(_ marked: String) { #expect(suggested(in: marked, [.org, .gpe]) == marked) }

  @Test(
    "Armed groups, agencies and parties are known by all their names",
    arguments: [
      "«ORG Daesh», or «ORG ISIL», or «ORG al-Qaeda», or «ORG Al-Qaida», fought the «ORG Taliban».",
      "The «ORG UN Security Council» and «ORG NATO» met the «ORG YPG».", "«ORG Reuters» and the «ORG BBC» reported it.",
      "the «ORG Islamic State of Iraq and the Levant» («ORG ISIL»)",
    ])
  func lists(_ marked: String) { #expect(suggested(in: marked, [.org]) == marked) }

  @Test(
    "An acronym in parentheses has the label of its long form, there and later",
    arguments: [
      "The «ORG World Monuments Fund» («ORG WMF») will pay. Experts from «ORG WMF» agree.",
      "the head of the «ORG Anti-Fraud Center» («ORG AFC») of the Union. The «ORG AFC» head spoke.",
    ])
  func acronyms(_ marked: String) { #expect(suggested(in: marked, [.org]) == marked) }

  @Test(
    "An acronym of plain words is no organisation",
    arguments: [
      "A compact fluorescent light (CFL) shines. The CFL is cheap.", "He has a PhD and a TV.", "World War XVII began.",
    ])
  func none(_ text: String) { #expect(suggested(in: text, [.org]) == text) }
}
