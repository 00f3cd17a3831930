/// How many mentions were expected, proposed, and right.
public struct SpanCounts: Hashable, Sendable {
  /// Mentions that the reference has.
  public var expected = 0
  /// Mentions that were proposed.
  public var proposed = 0
  /// Proposed mentions with the span and label of an expected one.
  public var correct = 0

  /// Makes counts.
  public init(expected: Int = 0, proposed: Int = 0, correct: Int = 0) {
    self.expected = expected
    self.proposed = proposed
    self.correct = correct
  }

  /// The share of proposed mentions that are right; 0 when none was proposed.
  public var precision: Double { proposed == 0 ? 0 : Double(correct) / Double(proposed) }
  /// The share of expected mentions that were found; 0 when none was expected.
  public var recall: Double { expected == 0 ? 0 : Double(correct) / Double(expected) }
  /// The harmonic mean of the two; 0 when both are 0.
  public var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// Adds up two counts.
  public static func + (left: SpanCounts, right: SpanCounts) -> SpanCounts {
    SpanCounts(
      expected: left.expected + right.expected, proposed: left.proposed + right.proposed,
      correct: left.correct + right.correct)
  }
}
