import Annotations

/// What a recogniser proposes: a span, a label, how sure, and why.
public struct Candidate: Sendable {
  /// What made the recogniser propose it, kept small until somebody asks.
  enum Evidence: Sendable {
    /// The entry of a list.
    case entry(Int)
    /// The pattern of a grammar, as it is written down.
    case pattern(String)
    /// The unit whose word decided.
    case word(Int)
    /// A mention elsewhere in the document.
    case mention(Span)
    case none
  }

  /// The units it covers.
  var units: Range<Int>
  /// Where it lies, in UTF-8 offsets.
  public var span: Span
  /// What kind of thing it is said to be.
  public var label: Label
  /// Estimated probability, 0 to 1, that a careful reader would mark exactly this.
  public var confidence: Double
  var rule: Rule
  var evidence: Evidence

  /// Who proposes it.
  public var annotator: Annotator { rule.annotator }

  /// Proposes the units `units` of `text`, with the measured precision of `rule` unless `confidence` says otherwise.
  init(
    _ units: Range<Int>, _ label: Label, _ rule: Rule, in text: PreparedText, confidence: Double? = nil,
    evidence: Evidence = .none
  ) {
    self.units = units
    span = text.span(of: units)
    self.label = label
    self.rule = rule
    self.confidence = confidence ?? rule.precision
    self.evidence = evidence
  }

  /// The candidate as a suggestion.
  var mention: Mention { .suggestion(span, label, by: annotator, confidence: confidence) }
}
