/// Turns mentions, entities and article marks into JSON records and back. Sidecars and journals share it.
///
/// Positions in records are code points of the document's text; see <doc:SidecarFormat> for the fields.
public struct RecordFormat: Sendable {
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
    /// How many code points it has moved; 0 when it has no place.
    public var shift: Int
  }

  let document: Document
  let textDigest: Digest
  private let map: OffsetMap
  private let anchoring: Anchoring

  /// Prepares to read and write records about `document`, in time proportional to its length.
  public init(_ document: Document) {
    self.document = document
    textDigest = document.digest()
    map = OffsetMap(document)
    anchoring = Anchoring(document, map: map)
  }

  /// Length of the text in code points.
  var length: Int { map.codePoints(atUTF8: document.bytes.count) }

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
    if let confidence = mention.provenance.confidence { record["confidence"] = .exact(confidence) }
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
  ///   - version: The text that it was written for.
  ///   - shift: How many code points the mention before it has moved.
  /// - Throws: ``Problem`` when a field is missing or is not what it should be.
  public func mention(
    _ record: JSONObject, writtenFor version: TextVersion, shift: Int = 0
  ) throws(Problem) -> PlacedMention {
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
    let placement = anchoring.place(anchor, writtenFor: version, shift: shift)
    let moved = placement.span.map { map.codePoints(atUTF8: $0.start) - anchor.start }
    let origin = try origin(&fields, of: anchor, movedBy: moved)
    let entity = try fields.string("entity").map { Entity.ID($0) }
    let note = try fields.string("note")
    let id = try fields.requiredString("id")
    let mention = Mention(
      id: Mention.ID(id), span: placement.span ?? Span(0, 0), label: label, status: status,
      provenance: Provenance(
        annotator: annotator, method: method, confidence: confidence, time: time, origin: origin),
      entity: entity, note: note, unknownFields: fields.rest)
    return PlacedMention(mention: mention, placement: placement, shift: moved ?? 0)
  }

  /// The suggestion that a decision answers. It moves with the mention, as far as the words it was made for are still
  /// there; else nobody can tell any more where it was, and what is suggested then is suggested for the new text.
  private func origin(
    _ fields: inout RecordFields, of anchor: Anchor, movedBy shift: Int?
  ) throws(Problem) -> Provenance.Origin? {
    guard let object = try fields.object("origin") else { return nil }
    var fields = RecordFields(object)
    let start = try fields.requiredCount("start")
    let end = try fields.requiredCount("end")
    let annotator = try Annotator(parsing: fields.requiredString("by"))
    let label = try Label(fields.requiredString("label"))
    guard let shift, start < end, let span = map.span(codePoints: (start + shift)..<(end + shift)) else { return nil }
    let known = Array((anchor.before + anchor.text + anchor.after).unicodeScalars)
    let first = start - (anchor.start - anchor.before.unicodeScalars.count)
    let last = first + end - start
    // Beyond what was written down of the text only an unmoved suggestion can be believed.
    let isThere =
      first >= 0 && last <= known.count
      ? document.text(in: span).unicodeScalars.elementsEqual(known[first..<last]) : shift == 0
    return isThere ? Provenance.Origin(annotator: annotator, span: span, label: label) : nil
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
