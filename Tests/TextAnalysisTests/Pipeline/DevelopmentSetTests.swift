import Annotations
import TestSupport
import Testing
import TextAnalysis

/// What the rules reach on the development sets, in exact spans of PERSON, ORG and GPE or LOC taken together.
@Suite(.enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
struct DevelopmentSetTests {
  @Test(
    "The rules keep their level on the development sets",
    arguments: [("crossner_politics.dev", 0.72), ("gum_open.dev", 0.74), ("uner_ewt.dev", 0.68)])
  func level(_ name: String, _ floor: Double) throws {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/\(name).conll")))
    var evaluation = SpanEvaluation()
    for part in file.parts {
      evaluation.add(expected: part.mentions, proposed: Pipeline.english.recognise(part.text)) { label in
        switch label {
        case .person, .org: label
        case .gpe, .loc: .loc
        default: nil
        }
      }
    }
    #expect(evaluation.total.f1 >= floor, "\(name): F1 \(evaluation.total.f1)")
  }
}
