import Testing

@testable import Annotations

@Suite struct LabelSetTests {
  @Test func `no two labels of the standard set share a name, a digit or a letter`() throws {
    let set = try LabelSet(LabelSet.standard.definitions)
    #expect(set == LabelSet.standard)
    #expect(set.labels.count == 20)
    #expect(
      "1234567890".compactMap { set.label(digit: $0) }.map(\.name) == [
        "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "CARDINAL", "PRODUCT",
      ])
  }

  @Test func `a clash says what is shared`() {
    let person = LabelDefinition("PERSON", digit: "1", letter: "p", slot: 1, meaning: "")
    func clash(_ other: LabelDefinition) -> String? {
      let clash = #expect(throws: LabelSet.Clash.self) { try LabelSet([person, other]) }
      return clash?.description
    }
    #expect(
      clash(LabelDefinition("PERSON", letter: "x", slot: 1, meaning: "")) == "PERSON and PERSON have the same name")
    #expect(
      clash(LabelDefinition("ORG", digit: "1", letter: "o", slot: 2, meaning: ""))
        == "PERSON and ORG have the same digit 1")
    #expect(clash(LabelDefinition("ORG", letter: "p", slot: 2, meaning: "")) == "PERSON and ORG have the same letter p")
  }

  @Test func `a label that the set does not have can still be shown`() {
    let definition = LabelSet.standard["ship"]
    #expect(!LabelSet.standard.contains("ship"))
    #expect(definition.letter == "S" && definition.slot == LabelDefinition.slotCount && definition.digit == nil)
    #expect(LabelSet.standard[""].letter == "?")
  }
}
