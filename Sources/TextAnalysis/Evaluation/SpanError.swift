import Annotations

/// A difference between what a text has and what was proposed for it.
public struct SpanError: Hashable, Sendable {
  /// What sort of difference it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The label is right, an edge is not.
    case boundary
    /// Both edges are right, the label is not.
    case label
    /// The two share words, but neither edges nor labels agree.
    case boundaryAndLabel = "boundary+label"
    /// Nothing was proposed for a mention.
    case missing
    /// Something was proposed where no mention is.
    case spurious
  }

  /// The mention that is there, with the label it counts as; nil when ``kind`` is ``Kind/spurious``.
  public let expected: Mention?
  /// What was proposed, with the label it counts as; nil when ``kind`` is ``Kind/missing``.
  public let proposed: Mention?

  /// What sort of difference it is.
  public var kind: Kind {
    guard let expected else { return .spurious }
    guard let proposed else { return .missing }
    if expected.span == proposed.span { return .label }
    return expected.label == proposed.label ? .boundary : .boundaryAndLabel
  }

  /// Where it is, in UTF-8 offsets: around both.
  public var span: Span {
    let spans = [expected?.span, proposed?.span].compactMap(\.self)
    return Span(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
  }

  /// Pairs what is left of both when what agrees has been taken out.
  ///
  /// Each mention belongs to one error. Equal spans are paired first, then mentions with the same label that share most
  /// bytes, then others that share most; of equals those that come first. What remains alone is missing or spurious.
  ///
  /// - Returns: The errors in reading order.
  static func pairing(_ expected: [Mention], _ proposed: [Mention]) -> [SpanError] {
    let expected = expected.sorted(by: Mention.inReadingOrder)
    let proposed = proposed.sorted(by: Mention.inReadingOrder)
    var pairs: [(left: Int, right: Int, weight: Int)] = []
    var first = 0
    let longest = proposed.reduce(0) { max($0, $1.span.length) }
    for (left, mention) in expected.enumerated() {
      while first < proposed.count, proposed[first].span.start + longest <= mention.span.start { first += 1 }
      for right in first..<proposed.count {
        let other = proposed[right]
        if other.span.start >= mention.span.end { break }
        guard other.span.overlaps(mention.span) else { continue }
        let shared = min(other.span.end, mention.span.end) - max(other.span.start, mention.span.start)
        let rank = other.span == mention.span ? 2 : other.label == mention.label ? 1 : 0
        pairs.append((left, right, rank << 40 + shared))
      }
    }
    pairs.sort { $0.weight != $1.weight ? $0.weight > $1.weight : ($0.left, $0.right) < ($1.left, $1.right) }
    var errors: [SpanError] = []
    var lefts = Set(expected.indices)
    var rights = Set(proposed.indices)
    for pair in pairs where lefts.contains(pair.left) && rights.contains(pair.right) {
      lefts.remove(pair.left)
      rights.remove(pair.right)
      errors.append(SpanError(expected: expected[pair.left], proposed: proposed[pair.right]))
    }
    errors += lefts.map { SpanError(expected: expected[$0], proposed: nil) }
    errors += rights.map { SpanError(expected: nil, proposed: proposed[$0]) }
    return errors.sorted { left, right in
      left.span != right.span ? left.span < right.span : left.kind.rawValue < right.kind.rawValue
    }
  }
}
