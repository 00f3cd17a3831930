import Annotations
import TestSupport
import Testing
import TextAnalysis

/// What the rules alone, and the tagger with them, reach on the development sets: exact spans of PERSON, ORG, and GPE and
/// LOC taken together.
@Suite(.enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
struct DevelopmentSetTests {
  /// PERSON and ORG as they are, GPE and LOC as one, all others left out.
  private static let mapping = LabelMapping(replacements: [.loc: .gpe], only: [.person, .org, .gpe])

  private func evaluation(_ name: String, _ pipeline: Pipeline) throws -> SpanEvaluation {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/\(name).conll")))
    return SetEvaluation(
      of: AnnotatedSet(name: name, file), mapping: Self.mapping, recognise: pipeline.recognise
    ).spans
  }

  @Test(
    "The rules keep their level on the development sets",
    arguments: [("crossner_politics.dev", 0.72), ("gum_open.dev", 0.74), ("uner_ewt.dev", 0.68)])
  func level(_ name: String, _ floor: Double) throws {
    let total = try evaluation(name, .rules).total
    #expect(total.f1 >= floor, "\(name): F1 \(total.f1)")
  }

  @Test(
    "The tagger keeps its level on the development sets",
    arguments: [("crossner_politics.dev", 0.84), ("gum_open.dev", 0.77), ("uner_ewt.dev", 0.745)])
  func taggerLevel(_ name: String, _ floor: Double) throws {
    let total = try evaluation(name, .english).total
    #expect(total.f1 >= floor, "\(name): F1 \(total.f1)")
  }

  /// With four hundred suggestions, as in GUM, an acronym that one document has ten times moves the figure by 0.02.
  @Test(
    "Confidences can be trusted on the development sets",
    arguments: [("crossner_politics.dev", 0.03), ("gum_open.dev", 0.075), ("uner_ewt.dev", 0.05)])
  func calibration(_ name: String, _ limit: Double) throws {
    let calibration = try evaluation(name, .english).calibration
    #expect(calibration.count > 300)
    #expect(calibration.expectedError < limit, "\(calibration.expectedError)")
  }
}
