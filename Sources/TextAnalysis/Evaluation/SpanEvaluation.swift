import Annotations

/// Compares proposed mentions with a reference: right is what has exactly the same span and label.
///
/// The measure of the CoNLL-2003 shared task (`conlleval`, Tjong Kim Sang & De Meulder 2003): precision, recall and F1
/// for each label, and over all mentions together (micro-average). Status and provenance do not count, and a mention
/// that is said twice counts once.
public struct SpanEvaluation: Sendable {
  private struct Marked: Hashable {
    var span: Span
    var label: Label
  }

  /// Counts by label.
  public private(set) var counts: [Label: SpanCounts] = [:]

  /// Makes an evaluation that has seen nothing.
  public init() {}

  /// Adds the mentions of one document.
  ///
  /// - Parameters:
  ///   - expected: What the reference has.
  ///   - proposed: What is to be measured.
  ///   - relabelled: Says what a label counts as, or nil to leave its mentions out, in both lists.
  public mutating func add(
    expected: [Mention], proposed: [Mention], relabelled: (Label) -> Label? = { $0 }
  ) {
    let expected = Self.marks(expected, relabelled)
    let proposed = Self.marks(proposed, relabelled)
    for mark in expected {
      counts[mark.label, default: SpanCounts()].expected += 1
      if proposed.contains(mark) { counts[mark.label, default: SpanCounts()].correct += 1 }
    }
    for mark in proposed { counts[mark.label, default: SpanCounts()].proposed += 1 }
  }

  private static func marks(_ mentions: [Mention], _ relabelled: (Label) -> Label?) -> Set<Marked> {
    Set(mentions.compactMap { mention in relabelled(mention.label).map { Marked(span: mention.span, label: $0) } })
  }

  /// All labels together.
  public var total: SpanCounts { counts.values.reduce(SpanCounts(), +) }
}
