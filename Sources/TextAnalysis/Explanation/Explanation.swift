import Annotations

/// Why the mentions around a place are what they are.
public struct Explanation: Sendable {
  /// A candidate that touches the place, with what spoke for it and what became of it.
  public struct Item: Sendable {
    /// Where it lies, in UTF-8 offsets.
    public let span: Span
    /// The words it covers.
    public let text: String
    /// What kind of thing it was said to be.
    public let label: Label
    /// Who proposed it.
    public let annotator: Annotator
    /// How sure, from 0 to 1.
    public let confidence: Double
    /// Confidence and length as they were weighed against other candidates.
    public let strength: Double
    /// What spoke for it, as a sentence.
    public let reason: String
    /// Whether it became a suggestion.
    public let isChosen: Bool
    /// What decided, as a sentence.
    public let decision: String
  }

  /// What was asked about, in UTF-8 offsets.
  public let span: Span
  /// The candidates that touch ``span``: the chosen first, then by strength.
  public let candidates: [Item]

  /// Makes an explanation.
  public init(span: Span, candidates: [Item]) {
    self.span = span
    self.candidates = candidates
  }
}

extension Explanation: CustomStringConvertible {
  /// A few lines for people: one candidate a paragraph.
  public var description: String {
    guard !candidates.isEmpty else { return "No rule spoke for anything here." }
    return candidates.map { item in
      """
      \(item.isChosen ? "+" : "-") \(item.label) “\(item.text)”, \(Self.percent(item.confidence)) sure, by \(item.annotator)
        \(item.reason)
        \(item.decision)
      """
    }.joined(separator: "\n")
  }

  static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }
}
