import Annotations
import Testing
import TextAnalysis

@Suite struct SpanEvaluationTests {
  private func mention(_ start: Int, _ end: Int, _ label: Label) -> Mention {
    .suggestion(Span(start, end), label, by: .rule("test"), confidence: 0.9)
  }

  @Test("Only the same span with the same label is right")
  func exact() throws {
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
  }

  @Test("Documents add up, and a mention said twice counts once")
  func addition() {
    var evaluation = SpanEvaluation()
    for _ in 0..<3 {
      evaluation.add(expected: [mention(0, 4, .org)], proposed: [mention(0, 4, .org), mention(0, 4, .org)])
    }
    #expect(evaluation.total == SpanCounts(expected: 3, proposed: 3, correct: 3))
    #expect(evaluation.total.f1 == 1)
  }

  @Test("Labels can be put together or left out")
  func relabelling() {
    var evaluation = SpanEvaluation()
    evaluation.add(
      expected: [mention(0, 4, .gpe), mention(5, 6, .date)], proposed: [mention(0, 4, .loc), mention(7, 8, .date)]
    ) { $0 == .gpe || $0 == .loc ? .loc : nil }
    #expect(evaluation.total == SpanCounts(expected: 1, proposed: 1, correct: 1))
  }

  @Test("Nothing expected and nothing proposed scores nothing")
  func empty() {
    let counts = SpanEvaluation().total
    #expect(counts.precision == 0 && counts.recall == 0 && counts.f1 == 0)
  }
}
