import Annotations
import TestSupport
import Testing
import TextAnalysis

/// What the rules reach on the development sets, in exact spans of PERSON, ORG and GPE or LOC taken together.
@Suite(.enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
struct DevelopmentSetTests {
  /// PERSON and ORG as they are, GPE and LOC as one, all others left out.
  private static let mapping = LabelMapping(replacements: [.loc: .gpe], only: [.person, .org, .gpe])

  private func evaluation(_ name: String) throws -> SpanEvaluation {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/\(name).conll")))
    return SetEvaluation(
      of: AnnotatedSet(name: name, file), mapping: Self.mapping, recognise: Pipeline.english.recognise
    ).spans
  }

  @Test(
    "The rules keep their level on the development sets",
    arguments: [("crossner_politics.dev", 0.72), ("gum_open.dev", 0.74), ("uner_ewt.dev", 0.68)])
  func level(_ name: String, _ floor: Double) throws {
    let total = try evaluation(name).total
    #expect(total.f1 >= floor, "\(name): F1 \(total.f1)")
  }

  @Test("On average suggestions are right as often as they say", arguments: ["gum_open.dev", "uner_ewt.dev"])
  func calibration(_ name: String) throws {
    let calibration = try evaluation(name).calibration
    #expect(calibration.count > 300)
    #expect(calibration.expectedError < 0.08)
  }
}
