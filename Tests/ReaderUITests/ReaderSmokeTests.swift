import Testing

@testable import ReaderUI

@Suite struct DecidingTests {
  @Test func `a accepts and goes to the next undecided mention`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme» in «GPE Paris».")
    #expect(scene.selection == "Ada")
    scene.press("a")
    #expect(scene.decisions() == "«PERSON Ada» met Acme in Paris.")
    #expect(scene.selection == "Acme")
    #expect(scene.status.contains("2 undecided"))
  }
}
