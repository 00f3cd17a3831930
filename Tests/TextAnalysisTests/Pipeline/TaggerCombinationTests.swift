import Annotations
import Testing

@testable import TextAnalysis

@Suite struct TaggerCombinationTests {
  /// What becomes of a text in which the tagger takes each of `names` for a mention of `label`.
  private func combined(_ text: String, tagging names: [String], as label: Label) throws -> [String: Label] {
    let document = Document(text)
    let prepared = Pipeline.rules.prepare(document, document.span)
    let model = TaggerModel.english
    var tagged = TaggedText()
    let number = try #require(model.info.labels.firstIndex(of: label))
    for first in prepared.units.indices {
      for end in first + 1..<min(first + 8, prepared.units.count) + 1
      where names.contains(document.text(in: prepared.span(of: first..<end))) {
        tagged.mentions.append(TaggedText.Mention(units: first..<end, label: number, confidence: 0.7))
      }
    }
    let rules = try #require(Recognition.rules(prepared, Pipeline.englishRules))
    let combination = TaggerCombination(rules, tagged, model, in: prepared)
    let found = combination.candidates.map { (document.text(in: prepared.span(of: $0.units)), $0.label) }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  @Test("What only another list knows is no nationality, whatever the tagger says; unknown names stay what it says")
  func nationalities() throws {
    let text = "The Daesh fighters left Norway with French and Zorbian help."
    let found = try combined(text, tagging: ["Daesh", "Norway", "French", "Zorbian"], as: .norp)
    #expect(found == ["Daesh": .org, "Norway": .gpe, "French": .norp, "Zorbian": .norp])
  }

  @Test("A name of a closed list that is hardly ever anything else stays what the list says, and whole")
  func unmistakableNames() throws {
    let text = "He fled from the Islamic State of Iraq and the Levant to Northern Ireland, not to Tulsa."
    let names = ["Islamic State of Iraq", "Levant", "Northern Ireland", "Tulsa"]
    let found = try combined(text, tagging: names, as: .person)
    let list: [String: Label] = ["Islamic State of Iraq and the Levant": .org, "Northern Ireland": .gpe]
    #expect(found.filter { list[$0.key] != nil } == list)
    #expect(found["Tulsa"] == .person && found["Levant"] == nil && found["Islamic State of Iraq"] == nil)
  }

  @Test("Within a longer mention of the tagger a listed name is no mention; a name it calls none of our labels is one")
  func unmistakableNamesInOthers() throws {
    let longer = try combined("The Taliban Study Centre closed.", tagging: ["Taliban Study Centre"], as: .org)
    #expect(longer == ["Taliban Study Centre": .org])
    let unnamed = try combined("The Taliban left.", tagging: ["Taliban"], as: "MISC")
    #expect(unnamed == ["Taliban": .org])
  }

  @Test("Titles, weekdays and common nouns at the edges of what the tagger takes for a name are cut off")
  func edges() throws {
    let people = try combined(
      "Ayatollah Karim Dastani met Prosecutor General Yuri Chalin Monday. Madam Speaker, no.",
      tagging: ["Ayatollah Karim Dastani", "Yuri Chalin Monday", "Madam Speaker"], as: .person)
    #expect(people["Karim Dastani"] == .person && people["Yuri Chalin"] == .person)
    #expect(people["Madam Speaker"] == .person, "it is title throughout")
    let places = try combined(
      "They left Diyala province for the Tiris Region.", tagging: ["Diyala province", "Tiris Region"], as: .gpe)
    #expect(places == ["Diyala": .gpe, "Tiris Region": .gpe])
    let parties = try combined(
      "The Zelmora party and the Zelmora Party won.", tagging: ["Zelmora party", "Zelmora Party"], as: .org)
    #expect(parties == ["Zelmora": .org, "Zelmora Party": .org])
    let small = "they left the zelmora party at last"
    #expect(try combined(small, tagging: ["zelmora party"], as: .org) == ["zelmora party": .org])
  }

  @Test("Where tokens are given, a compound before a name is no part of it")
  func givenCompounds() throws {
    let text = TokenisedText(words: [["the", "NATO-led", "Zelmora", "Assistance", "Force", "left"]])
    let prepared = PreparedText(text)
    #expect(NameEdges.trimmed(1..<5, .org, in: prepared) == 2..<5)
    #expect(NameEdges.trimmed(2..<5, .org, in: prepared) == 2..<5)
    #expect(NameEdges.trimmed(1..<2, .org, in: prepared) == 1..<2)
  }

  @Test("An organisation of a list is suggested where the tagger sees no name, with less confidence")
  func passedOver() throws {
    #expect(try combined("Google closed in Oslo.", tagging: ["Oslo"], as: .gpe) == ["Google": .org, "Oslo": .gpe])
    #expect(try combined("Google closed.", tagging: ["Google"], as: "MISC") == ["Google": .org])
    #expect(try combined("Google Ventures closed.", tagging: ["Google Ventures"], as: .org)["Google"] == nil)
    let headline = "Company Seeks New Light Armoured Brigade As Market Falls Three Percent"
    #expect(try combined(headline, tagging: [], as: .org)["Three Percent"] != .org)
    #expect(try combined("WHO CARES ABOUT OIL PRICES NOW", tagging: [], as: .org)["WHO"] == nil)
    let suggested = Pipeline.english.analyse(Document("Google makes chips.")).suggestions
    #expect(suggested.allSatisfy { $0.provenance.confidence ?? 1 <= 0.65 })
  }

  @Test("That a list knows a name counts, whichever rule of several was chosen for it")
  func listedRegions() throws {
    let name = "Xinjiang Uighur Autonomous Region"
    #expect(try combined("He left \(name).", tagging: [name], as: .org) == [name: .gpe])
  }
}
