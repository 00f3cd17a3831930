/// Turns mentions, entities and article marks into JSON records and back. Sidecars and journals share it.
///
/// Positions in records are code points of the document's text; see <doc:SidecarFormat> for the fields.
public struct RecordFormat {
  /// A record that cannot be understood, in words for the person who may have to repair it.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    init(_ description: String) { self.description = description }
  }

  /// A mention that was read, and where it belongs now.
  public struct PlacedMention: Hashable, Sendable {
    /// The mention, at its place if it has one, else at the start of the text.
    public var mention: Mention
    /// Where it belongs.
    public var placement: Anchoring.Placement
  }

  private let document: Document
  private let map: OffsetMap
  private let anchoring: Anchoring

  /// Prepares to read and write records about `document`.
  public init(_ document: Document) {
    self.document = document
    map = OffsetMap(document)
    anchoring = Anchoring(document, map: map)
  }

  // MARK: - Mentions

  /// The record of `mention`.
  public func record(of mention: Mention) -> JSONObject {
    let anchor = Anchor(mention.span, in: document, map: map)
    var record: JSONObject = [
      "type": "mention", "start": .int(anchor.start), "end": .int(anchor.end), "text": .string(anchor.text),
      "label": .string(mention.label.name), "status": .string(mention.status.rawValue),
      "by": .string(mention.provenance.annotator.description), "how": .string(mention.provenance.method.rawValue),
    ]
    if let time = mention.provenance.time { record["time"] = .string(time.description) }
    if let confidence = mention.provenance.confidence { record["confidence"] = .decimal(confidence) }
    if let origin = mention.provenance.origin {
      let codePoints = map.codePoints(origin.span)
      record["origin"] = .object([
        "by": .string(origin.annotator.description), "start": .int(codePoints.lowerBound),
        "end": .int(codePoints.upperBound), "label": .string(origin.label.name),
      ])
    }
    if let entity = mention.entity { record["entity"] = .string(entity.text) }
    if let note = mention.note { record["note"] = .string(note) }
    record["before"] = .string(anchor.before)
    record["after"] = .string(anchor.after)
    record["id"] = .string(mention.id.text)
    record.append(mention.unknownFields)
    return record
  }

  /// Reads the record of a mention.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - textIsUnchanged: Whether the text is the one the record was written for.
  /// - Throws: ``Problem`` when a field is missing or is not what it should be.
  public func mention(_ record: JSONObject, textIsUnchanged: Bool) throws(Problem) -> PlacedMention {
    var fields = RecordFields(record)
    fields.ignore("type")
    fields.ignore("anchor")
    let anchor = try Anchor(
      start: fields.requiredCount("start"), end: fields.requiredCount("end"), text: fields.requiredString("text"),
      before: fields.string("before") ?? "", after: fields.string("after") ?? "")
    guard anchor.start < anchor.end else { throw Problem("\"end\" must be greater than \"start\"") }
    let label = try Label(fields.requiredString("label"))
    guard !label.name.isEmpty else { throw Problem("\"label\" is empty") }
    let status = try fields.requiredCase("status", of: Status.self)
    let annotator = try Annotator(parsing: fields.requiredString("by"))
    let method = try fields.optionalCase("how", of: Provenance.Method.self) ?? .imported
    let time = try fields.timestamp("time")
    let confidence = try fields.probability("confidence")
    let placement = anchoring.place(anchor, textIsUnchanged: textIsUnchanged)
    let span: Span
    switch placement {
    case .kept(let place), .moved(let place): span = place
    case .lost: span = Span(0, 0)
    }
    let origin = try origin(&fields, textIsUnchanged: textIsUnchanged)
    let entity = try fields.string("entity").map { Entity.ID($0) }
    let note = try fields.string("note")
    let id = try fields.requiredString("id")
    let mention = Mention(
      id: Mention.ID(id), span: span, label: label, status: status,
      provenance: Provenance(
        annotator: annotator, method: method, confidence: confidence, time: time, origin: origin),
      entity: entity, note: note, unknownFields: fields.rest)
    return PlacedMention(mention: mention, placement: placement)
  }

  /// The suggestion that a decision answers. Once the text has changed nobody can tell where it was, so it is dropped:
  /// what is suggested then is suggested for the new text.
  private func origin(_ fields: inout RecordFields, textIsUnchanged: Bool) throws(Problem) -> Provenance.Origin? {
    guard let object = try fields.object("origin") else { return nil }
    var fields = RecordFields(object)
    let start = try fields.requiredCount("start")
    let end = try fields.requiredCount("end")
    let annotator = try Annotator(parsing: fields.requiredString("by"))
    let label = try Label(fields.requiredString("label"))
    guard textIsUnchanged, start < end, let span = map.span(codePoints: start..<end) else { return nil }
    return Provenance.Origin(annotator: annotator, span: span, label: label)
  }

  // MARK: - Entities

  /// The record of `entity`.
  public func record(of entity: Entity) -> JSONObject {
    var record: JSONObject = [
      "type": "entity", "id": .string(entity.id.text), "name": .string(entity.name),
      "label": .string(entity.label.name),
    ]
    if !entity.aliases.isEmpty { record["aliases"] = .array(entity.aliases.map { .string($0) }) }
    if let kb = entity.knowledgeBaseID { record["kb"] = .string(kb) }
    if let note = entity.note { record["note"] = .string(note) }
    record.append(entity.unknownFields)
    return record
  }

  /// Reads the record of an entity.
  ///
  /// - Throws: ``Problem`` when a field is missing or is not what it should be.
  public func entity(_ record: JSONObject) throws(Problem) -> Entity {
    var fields = RecordFields(record)
    fields.ignore("type")
    let id = try fields.requiredString("id")
    let name = try fields.requiredString("name")
    let label = try fields.requiredString("label")
    let aliases = try fields.strings("aliases") ?? []
    let kb = try fields.string("kb")
    let note = try fields.string("note")
    return Entity(
      id: Entity.ID(id), name: name, label: Label(label), aliases: aliases, knowledgeBaseID: kb, note: note,
      unknownFields: fields.rest)
  }

  // MARK: - Article marks

  /// The record of `marks`.
  public func record(of marks: ArticleMarks) -> JSONObject {
    var record: JSONObject = ["type": "article", "done": .bool(marks.isDone)]
    if let note = marks.note { record["note"] = .string(note) }
    record.append(marks.unknownFields)
    return record
  }

  /// Reads the record of what is said of an article as a whole.
  ///
  /// - Throws: ``Problem`` when a field is not what it should be.
  public func marks(_ record: JSONObject) throws(Problem) -> ArticleMarks {
    var fields = RecordFields(record)
    fields.ignore("type")
    let isDone = try fields.bool("done") ?? false
    let note = try fields.string("note")
    return ArticleMarks(isDone: isDone, note: note, unknownFields: fields.rest)
  }
}
