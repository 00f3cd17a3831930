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

  @Test("That a list knows a name counts, whichever rule of several was chosen for it")
  func listedRegions() throws {
    let name = "Xinjiang Uighur Autonomous Region"
    #expect(try combined("He left \(name).", tagging: [name], as: .org) == [name: .gpe])
  }
}
