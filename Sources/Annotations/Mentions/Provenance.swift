/// Where a mention comes from: who, how, when, how sure, and which suggestion it answers.
public struct Provenance: Hashable, Sendable {
  /// What the annotator did to make the mention what it is.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// A model or rule proposed it.
    case suggested
    /// A suggestion was accepted as it stood.
    case accepted
    /// A suggestion was called wrong.
    case rejected
    /// Somebody asked for a second look.
    case flagged
    /// Marked by hand where nothing was suggested.
    case tagged
    /// Another label was given.
    case relabelled
    /// An edge was moved.
    case moved
    /// Marked together with other occurrences of the same words.
    case propagated
    /// Read from a file of another program.
    case imported
  }

  /// The suggestion that a decision answers.
  public struct Origin: Hashable, Sendable {
    /// Who had proposed it.
    public var annotator: Annotator
    /// What was proposed, in UTF-8 offsets.
    public var span: Span
    /// The label that was proposed.
    public var label: Label

    /// Makes the record of a suggestion; `span` is in UTF-8 offsets.
    public init(annotator: Annotator, span: Span, label: Label) {
      self.annotator = annotator
      self.span = span
      self.label = label
    }
  }

  /// Who says so.
  public var annotator: Annotator
  /// What they did.
  public var method: Method
  /// Probability from 0 to 1 that the suggestion was right, as its proposer saw it.
  public var confidence: Double?
  /// When it was decided.
  public var time: Timestamp?
  /// The suggestion that this answers, if any.
  public var origin: Origin?

  /// Makes a provenance.
  public init(
    annotator: Annotator, method: Method, confidence: Double? = nil, time: Timestamp? = nil, origin: Origin? = nil
  ) {
    self.annotator = annotator
    self.method = method
    self.confidence = confidence
    self.time = time
    self.origin = origin
  }
}
