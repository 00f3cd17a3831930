import Annotations

/// Compares proposed mentions with a reference: right is what has exactly the same span and label.
///
/// The measure of the CoNLL-2003 shared task (`conlleval`, Tjong Kim Sang & De Meulder 2003): precision, recall and F1
/// for each label, over all mentions together (micro-average), and averaged over labels (macro-average). Status and
/// provenance do not count, and a mention that is said twice counts once. <doc:MeasuringSuggestions> defines every figure.
public struct SpanEvaluation: Sendable {
  /// Precision, recall and F1, from 0 to 1.
  public struct Score: Hashable, Sendable {
    /// The share of proposed mentions that are right.
    public let precision: Double
    /// The share of expected mentions that were found.
    public let recall: Double
    /// Their harmonic mean, or the mean of such means.
    public let f1: Double
  }

  private struct Marked: Hashable {
    var span: Span
    var label: Label

    init(_ mention: Mention) {
      span = mention.span
      label = mention.label
    }
  }

  /// Counts by label.
  public private(set) var counts: [Label: SpanCounts] = [:]
  /// How many errors there are of each kind.
  public private(set) var errorCounts: [SpanError.Kind: Int] = [:]
  /// How well the confidences of what was proposed agree with how often it is right.
  public private(set) var calibration = ReliabilityDiagram()

  /// Makes an evaluation that has seen nothing.
  public init() {}

  /// Adds the mentions of one document.
  ///
  /// - Parameters:
  ///   - expected: What the reference has.
  ///   - proposed: What is to be measured.
  ///   - relabelled: Says what a label counts as, or nil to leave its mentions out, in both lists.
  /// - Returns: Where the two differ, in reading order.
  @discardableResult
  public mutating func add(
    expected: [Mention], proposed: [Mention], relabelled: (Label) -> Label? = { $0 }
  ) -> [SpanError] {
    let expected = Self.counted(expected, relabelled)
    let proposed = Self.counted(proposed, relabelled)
    let wanted = Set(expected.map(Marked.init))
    let said = Set(proposed.map(Marked.init))
    for mention in expected {
      counts[mention.label, default: SpanCounts()].expected += 1
      if said.contains(Marked(mention)) { counts[mention.label, default: SpanCounts()].correct += 1 }
    }
    for mention in proposed {
      counts[mention.label, default: SpanCounts()].proposed += 1
      guard let confidence = mention.provenance.confidence else { continue }
      calibration.add(confidence: confidence, isCorrect: wanted.contains(Marked(mention)))
    }
    let errors = SpanError.pairing(
      expected.filter { !said.contains(Marked($0)) }, proposed.filter { !wanted.contains(Marked($0)) })
    for error in errors { errorCounts[error.kind, default: 0] += 1 }
    return errors
  }

  /// Puts two evaluations together, as if one had seen all.
  public static func + (left: SpanEvaluation, right: SpanEvaluation) -> SpanEvaluation {
    var sum = left
    sum.counts.merge(right.counts, uniquingKeysWith: +)
    sum.errorCounts.merge(right.errorCounts, uniquingKeysWith: +)
    sum.calibration = left.calibration + right.calibration
    return sum
  }

  /// The mentions that count, each once, under the label it counts as.
  private static func counted(_ mentions: [Mention], _ relabelled: (Label) -> Label?) -> [Mention] {
    var seen: Set<Marked> = []
    return mentions.compactMap { mention in
      guard let label = relabelled(mention.label) else { return nil }
      var mention = mention
      mention.label = label
      return seen.insert(Marked(mention)).inserted ? mention : nil
    }
  }

  /// All labels together.
  public var total: SpanCounts { counts.values.reduce(SpanCounts(), +) }

  /// The mean of the scores of all labels that were expected or proposed; zeros when there was none.
  public var macro: Score {
    // Summed in a fixed order, so that the last bits are the same each time.
    let all = counts.sorted { $0.key < $1.key }.map(\.value)
    func mean(_ score: (SpanCounts) -> Double) -> Double {
      all.isEmpty ? 0 : all.reduce(0) { $0 + score($1) } / Double(all.count)
    }
    return Score(precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1))
  }
}
