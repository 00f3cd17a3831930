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
    for (index, unit) in prepared.units.enumerated() where names.contains(document.text(in: unit.span)) {
      let number = try #require(model.info.labels.firstIndex(of: label))
      tagged.mentions.append(TaggedText.Mention(units: index..<index + 1, label: number, confidence: 0.7))
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
}
