import Testing

@testable import Annotations

@Suite struct AnnotatorTests {
  @Test(arguments: [
    "anna", "", "model:x", "rule:", "person:anna", "person:model:x", "\u{301}x", "a b", "東京", ":", "Model:x",
  ])
  func `every annotator is read again as it was written`(name: String) {
    for kind in Annotator.Kind.allCases {
      let annotator = Annotator(kind, name)
      let again = Annotator(parsing: annotator.description)
      #expect(again == annotator, "\(annotator.description)")
      #expect(again.name.utf8.elementsEqual(name.utf8))
    }
  }

  @Test func `a person is written without a prefix, others with one`() {
    #expect(Annotator.person("anna").description == "anna")
    #expect(Annotator.model("english 3").description == "model:english 3")
    #expect(Annotator.rule("list").description == "rule:list")
    #expect(Annotator.person("rule:list").description == "person:rule:list")
  }

  @Test func `people come first, then models, then rules`() {
    let annotators: [Annotator] = [.rule("a"), .model("b"), .person("d"), .model("a"), .person("c")]
    #expect(annotators.sorted() == [.person("c"), .person("d"), .model("a"), .model("b"), .rule("a")])
  }
}
