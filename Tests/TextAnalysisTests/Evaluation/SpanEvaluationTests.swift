import Annotations
import TestSupport
import Testing
import TextAnalysis

@Suite struct SpanEvaluationTests {
  private func mention(_ start: Int, _ end: Int, _ label: Label, confidence: Double = 0.9) -> Mention {
    .suggestion(Span(start, end), label, by: .rule("test"), confidence: confidence)
  }

  private func mentions(_ marked: String) -> [Mention] {
    MarkedText(marked).marks.map { .suggestion($0.span, $0.label, by: .rule("test"), confidence: 0.9) }
  }

  /// The errors of `proposed` against `expected`, two markings of one text, as `KIND expected words → proposed words`.
  private func errors(_ expected: String, _ proposed: String) -> [String] {
    let text = Document(MarkedText(expected).text)
    #expect(MarkedText(proposed).text == MarkedText(expected).text)
    var evaluation = SpanEvaluation()
    return evaluation.add(expected: mentions(expected), proposed: mentions(proposed)).map { error in
      let words = [error.expected, error.proposed].map { $0.map { text.text(in: $0.span) } ?? "-" }
      return "\(error.kind.rawValue): \(words[0]) → \(words[1])"
    }
  }

  @Test func `only the same span with the same label is right`() throws {
    var evaluation = SpanEvaluation()
    evaluation.add(
      expected: [mention(0, 4, .person), mention(5, 9, .org), mention(10, 14, .gpe)],
      proposed: [mention(0, 4, .person), mention(5, 8, .org), mention(10, 14, .loc), mention(20, 24, .person)])
    #expect(evaluation.counts[.person] == SpanCounts(expected: 1, proposed: 2, correct: 1))
    #expect(evaluation.counts[.org] == SpanCounts(expected: 1, proposed: 1, correct: 0))
    #expect(evaluation.counts[.gpe] == SpanCounts(expected: 1, proposed: 0, correct: 0))
    #expect(evaluation.total == SpanCounts(expected: 3, proposed: 4, correct: 1))
    #expect(evaluation.total.precision == 0.25)
    #expect(abs(evaluation.total.recall - 1 / 3) < 1e-12)
    #expect(abs(evaluation.total.f1 - 2 / 7) < 1e-12)
    // PERSON has 1/2, 1 and 2/3; ORG, GPE and LOC have nothing.
    #expect(abs(evaluation.macro.precision - 0.125) < 1e-12 && abs(evaluation.macro.recall - 0.25) < 1e-12)
    #expect(abs(evaluation.macro.f1 - 1 / 6) < 1e-12)
  }

  @Test func `documents add up, and a mention said twice counts once`() {
    var evaluation = SpanEvaluation()
    for _ in 0..<3 {
      evaluation.add(expected: [mention(0, 4, .org)], proposed: [mention(0, 4, .org), mention(0, 4, .org)])
    }
    #expect(evaluation.total == SpanCounts(expected: 3, proposed: 3, correct: 3))
    #expect(evaluation.total.f1 == 1 && evaluation.errorCounts.isEmpty && evaluation.calibration.count == 3)
  }

  @Test func `labels can be put together or left out`() {
    var evaluation = SpanEvaluation()
    evaluation.add(
      expected: [mention(0, 4, .gpe), mention(5, 6, .date)], proposed: [mention(0, 4, .loc), mention(7, 8, .date)]
    ) { $0 == .gpe || $0 == .loc ? .loc : nil }
    #expect(evaluation.total == SpanCounts(expected: 1, proposed: 1, correct: 1))
  }

  @Test func `nothing expected and nothing proposed scores nothing`() {
    let evaluation = SpanEvaluation()
    #expect(evaluation.total.precision == 0 && evaluation.total.recall == 0 && evaluation.total.f1 == 0)
    #expect(evaluation.macro.f1 == 0 && evaluation.calibration.expectedError == 0)
  }

  // MARK: - Errors

  @Test func `an error is one of boundary, label, both, missing and spurious`() {
    #expect(errors("the «ORG Bank of Oslo» said", "the Bank of «ORG Oslo» said") == ["boundary: Bank of Oslo → Oslo"])
    #expect(errors("the «ORG Bank» said", "the «GPE Bank» said") == ["label: Bank → Bank"])
    #expect(
      errors("the «ORG Bank of Oslo» said", "the Bank of «GPE Oslo» said") == ["boundary+label: Bank of Oslo → Oslo"])
    #expect(errors("the «ORG Bank» said", "the Bank said") == ["missing: Bank → -"])
    #expect(errors("the Bank said", "the «ORG Bank» said") == ["spurious: - → Bank"])
    #expect(errors("the «ORG Bank» said", "the «ORG Bank» said") == [])
  }

  @Test func `each mention belongs to one error, and the likeliest partner is taken`() {
    // Two in the place of one: the longer shares more.
    #expect(
      errors("«ORG Bank of northern Norway»", "«ORG Bank» of «ORG northern Norway»")
        == ["boundary: Bank of northern Norway → northern Norway", "spurious: - → Bank"])
    // One in the place of two: the same label counts more than length.
    #expect(
      errors("«GPE Northern Norway», «ORG Bank»", "«ORG Northern Norway, Bank»")
        == ["boundary: Bank → Northern Norway, Bank", "missing: Northern Norway → -"])
    // Neighbours are no partners.
    #expect(errors("«GPE Oslo» Bank", "Oslo «ORG Bank»") == ["missing: Oslo → -", "spurious: - → Bank"])
  }

  @Test func `errors account for every mention that is not right`() {
    var random = IdentifierSource(seed: 7)
    let labels: [Label] = [.person, .org, .gpe]
    for _ in 0..<300 {
      func side() -> [Mention] {
        var start = 0
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in
          start += Int.random(in: 0...3, using: &random)
          let end = start + Int.random(in: 1...4, using: &random)
          defer { start = end }
          return mention(start, end, labels[Int.random(in: 0..<3, using: &random)])
        }
      }
      var evaluation = SpanEvaluation()
      let errors = evaluation.add(expected: side(), proposed: side())
      let total = evaluation.total
      let spurious = evaluation.errorCounts[.spurious] ?? 0
      let missing = evaluation.errorCounts[.missing] ?? 0
      #expect(errors.count == evaluation.errorCounts.values.reduce(0, +))
      #expect(total.expected - total.correct == errors.count - spurious)
      #expect(total.proposed - total.correct == errors.count - missing)
      for error in errors {
        if let expected = error.expected, let proposed = error.proposed {
          #expect(expected.span.overlaps(proposed.span))
        }
      }
    }
  }

  // MARK: - Calibration

  @Test func `the expected calibration error weighs bins by what they hold`() {
    var calibration = ReliabilityDiagram()
    for isCorrect in [true, true, true, false] { calibration.add(confidence: 0.95, isCorrect: isCorrect) }
    for isCorrect in [true, false] { calibration.add(confidence: 0.4, isCorrect: isCorrect) }
    // Bins are closed above: 0.4 belongs to the fourth.
    #expect(calibration.bins.map(\.count) == [0, 0, 0, 2, 0, 0, 0, 0, 0, 4])
    #expect(abs(calibration.expectedError - (4.0 / 6 * 0.2 + 2.0 / 6 * 0.1)) < 1e-12)
    #expect(calibration.bins[9].accuracy == 0.75 && abs(calibration.bins[9].meanConfidence - 0.95) < 1e-12)
    #expect((calibration + calibration).count == 12)
    #expect(abs((calibration + calibration).expectedError - calibration.expectedError) < 1e-12)
  }

  @Test func `confidences at and beyond the ends fall into the outer bins`() {
    var calibration = ReliabilityDiagram()
    for confidence in [0, -3, 1, 7, .nan, .infinity] { calibration.add(confidence: confidence, isCorrect: true) }
    #expect(calibration.bins[0].count == 3 && calibration.bins[9].count == 3)
  }

  // MARK: - Sets

  @Test func `what a set does not annotate is passed over, as the mapping sees it`() throws {
    let file = try IOB2File(
      reading: Array("Oslo\tB-GPE\nand\tO\nAlps\tB-LOC\nin\tO\n1990\tB-DATE\n\nOslo\tB-GPE\nagain\tO\n".utf8))
    let set = AnnotatedSet(name: "a", file, labels: [.gpe, .loc])
    let everywhere: (TokenisedText) -> [Mention] = { text in
      text.tokens.map {
        .suggestion($0, text.document.text(in: $0) == "1990" ? .date : .gpe, by: .rule("r"), confidence: 1)
      }
    }
    let plain = SetEvaluation(of: set, recognise: everywhere)
    #expect(plain.labels == [.gpe, .loc])
    #expect(plain.spans.total == SpanCounts(expected: 3, proposed: 6, correct: 2))
    let merged = SetEvaluation(of: set, mapping: LabelMapping(replacements: [.loc: .gpe]), recognise: everywhere)
    #expect(merged.labels == [.gpe])
    #expect(merged.spans.total == SpanCounts(expected: 3, proposed: 6, correct: 3))
    #expect(merged.errors.map(\.sentence) == [0, 0, 1] && merged.errors.allSatisfy { $0.error.kind == .spurious })
    let foreign = SetEvaluation(
      of: AnnotatedSet(name: "b", try IOB2File(reading: Array("Anna\tB-PER\n".utf8))),
      mapping: LabelMapping(replacements: ["PER": .person])
    ) { text in text.tokens.map { .suggestion($0, .person, by: .rule("r"), confidence: 1) } }
    #expect(foreign.spans.counts == [.person: SpanCounts(expected: 1, proposed: 1, correct: 1)])
  }
}
