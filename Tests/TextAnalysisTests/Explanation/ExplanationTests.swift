import Annotations
import Testing
import TextAnalysis

@Suite struct ExplanationTests {
  private let document = Document("The University of Oslo said on Friday that Mr. Berg had left Norway.")

  private func explanation(of words: String) throws -> Explanation {
    let text = document.text(in: document.span)
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Pipeline.english.explain(Span(start, start + words.utf8.count), in: document)
  }

  @Test("It says which rule won and which candidates lost to it")
  func winner() throws {
    let explanation = try explanation(of: "Oslo")
    let first = try #require(explanation.candidates.first)
    #expect(first.isChosen && first.text == "University of Oslo" && first.label == .org)
    let city = try #require(explanation.candidates.first { $0.label == .gpe })
    #expect(!city.isChosen && city.text == "Oslo")
    #expect(city.reason == "“Oslo” is in the list cities.")
    #expect(city.decision.hasPrefix("Left to the model"))
  }

  @Test("Of what a model found it says what spoke for it, and which rules it has weighed")
  func learnt() throws {
    let explanation = try explanation(of: "Berg")
    let first = try #require(explanation.candidates.first)
    #expect(first.isChosen && first.label == .person && first.annotator == .model("english-4"))
    #expect(first.reason.hasPrefix("What speaks for it most: ") && first.reason.contains("“Berg”"))
    let rule = try #require(explanation.candidates.first { $0.annotator.kind == .rule && $0.label == .person })
    #expect(!rule.isChosen && rule.decision.hasPrefix("Left to the model"))
  }

  @Test("What it calls chosen is what the analysis suggests")
  func agrees() {
    let suggestions = Pipeline.english.analyse(document).suggestions
    let chosen = Pipeline.english.explain(document.span, in: document).candidates.filter(\.isChosen)
    #expect(Set(chosen.map(\.span)) == Set(suggestions.map(\.span)))
    #expect(chosen.count == suggestions.count)
    for item in chosen {
      let mention = suggestions.first { $0.span == item.span }
      #expect(mention?.label == item.label && mention?.provenance.annotator == item.annotator)
    }
  }

  @Test("It reads as text")
  func text() throws {
    let text = try explanation(of: "Friday").description
    #expect(text.hasPrefix("+ DATE “Friday”, "))
    #expect(text.contains("It fits the pattern "))
    #expect(try explanation(of: "had").description == "No rule spoke for anything here.")
  }
}
