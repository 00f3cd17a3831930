/// A span that names something, with all that has been said about it.
public struct Mention: Hashable, Sendable, Identifiable {
  /// Names a mention for as long as it exists, whatever happens to its edges and label.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The form in files.
    public let text: String

    /// Makes the identifier that is written `text` in files.
    public init(_ text: String) { self.text = text }

    /// The form in files.
    public var description: String { text }

    /// Alphabetical.
    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  }

  /// Stays the same through every edit.
  public var id: ID
  /// Where the mention lies, in UTF-8 offsets of the document's text.
  public var span: Span
  /// What kind of thing it names.
  public var label: Label
  /// What has been decided.
  public var status: Status
  /// Who says so, how, when and how sure.
  public var provenance: Provenance
  /// The entity it was put to by hand, or nil when names alone decide (see ``EntityIndex``).
  public var entity: Entity.ID?
  /// What somebody wrote in the margin.
  public var note: String?
  /// Fields of a newer format version, kept as they came.
  public var unknownFields: JSONObject

  /// Makes a mention.
  public init(
    id: ID, span: Span, label: Label, status: Status, provenance: Provenance, entity: Entity.ID? = nil,
    note: String? = nil, unknownFields: JSONObject = [:]
  ) {
    self.id = id
    self.span = span
    self.label = label
    self.status = status
    self.provenance = provenance
    self.entity = entity
    self.note = note
    self.unknownFields = unknownFields
  }

  /// Makes a suggestion. Its identifier follows from span and label, so the same suggestion has the same identifier
  /// each time an article is analysed.
  ///
  /// - Parameters:
  ///   - span: UTF-8 offsets.
  ///   - label: What kind of thing it is thought to be.
  ///   - annotator: The model or rule that proposes it.
  ///   - confidence: Estimated probability, 0 to 1, that a careful reader would mark exactly this; four decimals are
  ///     kept.
  public static func suggestion(_ span: Span, _ label: Label, by annotator: Annotator, confidence: Double) -> Mention {
    let confidence = (confidence * 10_000).rounded() / 10_000
    return Mention(
      id: ID("\(span.start)-\(span.end)-\(label.name)"), span: span, label: label,
      status: confidence < Mention.unsureBelow ? .unsure : .suggested,
      provenance: Provenance(annotator: annotator, method: .suggested, confidence: confidence))
  }

  /// Suggestions with a confidence below this are shown as unsure.
  public static let unsureBelow = 0.6
}

extension Mention {
  /// Reading order: by ``Span``, then label, then identifier; a total order, so that files are always written alike.
  public static func inReadingOrder(_ left: Mention, _ right: Mention) -> Bool {
    if left.span != right.span { return left.span < right.span }
    if left.label != right.label { return left.label < right.label }
    return left.id < right.id
  }

  /// `mentions` in reading order.
  static func inReadingOrder(_ mentions: some Collection<Mention>) -> [Mention] {
    // A mention is large to move about; its span is not.
    let mentions = Array(mentions)
    let places = mentions.indices.map { (span: mentions[$0].span, index: $0) }
    let sorted = places.sorted { left, right in
      left.span != right.span ? left.span < right.span : inReadingOrder(mentions[left.index], mentions[right.index])
    }
    return sorted.map { mentions[$0.index] }
  }
}
