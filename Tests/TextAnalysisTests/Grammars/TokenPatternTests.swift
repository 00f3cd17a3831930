import Annotations
import Testing

@testable import TextAnalysis

@Suite struct TokenPatternTests {
  /// What `pattern` finds first in `text`.
  private func find(_ pattern: String, in text: String, fragments: [String: String] = [:]) -> String? {
    let pattern = TokenPattern(pattern, fragments: fragments)
    let document = Document(text)
    let prepared = Pipeline.english.prepare(document, document.span)
    var stack: [PatternProgram.State] = []
    for sentence in prepared.sentences {
      for index in sentence {
        if let range = pattern.match(prepared, at: index, before: sentence.upperBound, &stack) {
          return document.text(in: prepared.span(of: range))
        }
      }
    }
    return nil
  }

  @Test("Words, classes and forms match single units")
  func units() {
    #expect(find("than", in: "More than that") == "than")
    #expect(find("<month> <day>", in: "On Oct. 3 it rained") == "Oct. 3")
    #expect(find("<month>", in: "They may march") == nil)
    #expect(find("<Capital><ordinal>", in: "the first, First") == "First")
  }

  @Test("Repetition takes as much as it can and gives back what it must")
  func repetition() {
    #expect(find("a? very* big", in: "a very very big dog") == "a very very big")
    #expect(find("very+ very big", in: "a very very very big dog") == "very very very big")
    #expect(find("very+ small", in: "a very big dog") == nil)
  }

  @Test("Alternatives are tried in order")
  func alternatives() {
    #expect(find("( up | up to ) <num>", in: "up to 5") == "up to 5")
    #expect(find("red ( | rose )", in: "red rose") == "red")
  }

  @Test("Context must be there but is not part of what is found")
  func context() {
    #expect(find("[ in ] <year>", in: "he came in 1999 again") == "1999")
    #expect(find("[ in ] <year>", in: "he paid 1999 again") == nil)
    #expect(find("<year> [ , ]", in: "In 1998 and 1999, he won") == "1999")
  }

  @Test("Fragments stand for what they name, also inside each other")
  func fragments() {
    #expect(
      find("$b dogs", in: "seven big dogs", fragments: ["a": "big | small", "b": "seven $a?"]) == "seven big dogs")
  }
}
