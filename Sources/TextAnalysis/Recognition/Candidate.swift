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
    /// What a tagger found, whose reasons are computed when somebody asks.
    case learnt(label: Int)
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
  /// The rule that proposes it; ``Rule/tagger`` where none does.
  var rule: Rule
  var evidence: Evidence

  /// Who proposes it.
  public private(set) var annotator: Annotator

  /// Proposes the units `units` of `text`, with the measured precision of `rule` unless `confidence` says otherwise.
  init(
    _ units: Range<Int>, _ label: Label, _ rule: Rule, in text: PreparedText, confidence: Double? = nil,
    evidence: Evidence = .none
  ) {
    self.units = units
    span = text.span(of: units)
    self.label = label
    self.rule = rule
    annotator = rule.annotator
    self.confidence = confidence ?? rule.precision
    self.evidence = evidence
  }

  /// Proposes the units `units` of `text` in the name of a trained model.
  init(
    _ units: Range<Int>, _ label: Label, by model: TaggerModel, learntAs number: Int, in text: PreparedText,
    confidence: Double
  ) {
    self.init(units, label, .tagger, in: text, confidence: confidence, evidence: .learnt(label: number))
    annotator = .model(model.info.identifier)
  }

  /// The candidate as a suggestion.
  var mention: Mention { .suggestion(span, label, by: annotator, confidence: confidence) }
}
