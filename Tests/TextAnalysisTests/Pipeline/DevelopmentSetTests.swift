import Annotations
import TestSupport
import Testing
import TextAnalysis

/// What the rules, and the tagger with them, reach on the development sets, in exact spans of PERSON, ORG and GPE or LOC taken together.
@Suite(.enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
struct DevelopmentSetTests {
  @Test(
    "The rules keep their level on the development sets",
    arguments: [("crossner_politics.dev", 0.72), ("gum_open.dev", 0.74), ("uner_ewt.dev", 0.68)])
  func level(_ name: String, _ floor: Double) throws { try expect(name, .rules, floor) }

  @Test(
    "The tagger keeps its level on the development sets",
    arguments: [("crossner_politics.dev", 0.84), ("gum_open.dev", 0.77), ("uner_ewt.dev", 0.745)])
  func taggerLevel(_ name: String, _ floor: Double) throws { try expect(name, .english, floor) }

  private func expect(_ name: String, _ pipeline: Pipeline, _ floor: Double) throws {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/\(name).conll")))
    var evaluation = SpanEvaluation()
    for part in file.parts {
      evaluation.add(expected: part.mentions, proposed: pipeline.recognise(part.text), relabelled: Self.group)
    }
    #expect(evaluation.total.f1 >= floor, "\(name): F1 \(evaluation.total.f1)")
  }

  @Test("On average suggestions are right as often as they say", arguments: ["gum_open.dev", "uner_ewt.dev"])
  func calibration(_ name: String) throws {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/\(name).conll")))
    var said = 0.0
    var right = 0.0
    var count = 0.0
    for part in file.parts {
      let expected = Set(part.mentions.map { Marked(span: $0.span, label: Self.group($0.label)) })
      for mention in Pipeline.english.recognise(part.text) where Self.group(mention.label) != nil {
        said += mention.provenance.confidence ?? 0
        right += expected.contains(Marked(span: mention.span, label: Self.group(mention.label))) ? 1 : 0
        count += 1
      }
    }
    #expect(count > 300)
    #expect(abs(said - right) / count < 0.08, "said \(said / count), right \(right / count)")
  }

  private struct Marked: Hashable {
    var span: Span
    var label: Label?
  }

  /// PERSON and ORG as they are, GPE and LOC as one, all others left out.
  private static func group(_ label: Label) -> Label? {
    switch label {
    case .person, .org: label
    case .gpe, .loc: .loc
    default: nil
    }
  }
}
