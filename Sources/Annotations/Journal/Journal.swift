/// The append-only log of what happened to one annotator's layer of an article.
///
/// Each line is one JSON record, synced to disk before the next key is read; <doc:JournalFormat> specifies them. It
/// serves two ends: after a crash the entries behind the last `saved` line are carried out again, and the whole is the
/// history that undo walks.
public struct Journal: Sendable {
  /// What happened, the earliest first.
  public var entries: [JournalEntry] = []
  /// How many of ``entries`` the sidecar holds already.
  public var savedCount = 0
  /// Digest of the sidecar file when it was last saved.
  public var savedDigest: Digest?
  /// What could not be understood; these lines are left as they are.
  public var problems: [Sidecar.Problem] = []
  /// Digest of the text that the last lines refer to.
  public var textDigest: Digest?

  /// Makes an empty journal.
  public init() {}

  /// Reads a journal.
  ///
  /// - Parameters:
  ///   - bytes: The file. A last line without an end was being written when the power went; it is reported.
  ///   - article: The article it belongs to.
  ///   - document: The article's text as it is now. Mentions of an earlier text are placed in it; an entry of which one
  ///     has no place is left out, since it can no longer be undone.
  public init(_ bytes: [UInt8], of article: ArticlePath, document: Document) {
    let format = RecordFormat(document)
    let digest = document.digest()
    var textIsUnchanged = false
    for (number, line) in Sidecar.lines(of: bytes) {
      do {
        let value = try JSONReader.read(line)
        guard let record = value.object else { throw RecordFormat.Problem("a record must be an object") }
        var fields = RecordFields(record)
        switch try fields.requiredString("type") {
        case "journal", "text":
          textDigest = try fields.string("sha256").flatMap { Digest(hexadecimal: $0) }
          textIsUnchanged = textDigest == digest
        case "change":
          let change = try Self.change(&fields, article, format, document, textIsUnchanged: textIsUnchanged)
          entries.append(JournalEntry(.did(change), time: change.time))
        case "undo": try entries.append(Self.step(&fields) { .undid($0) })
        case "redo": try entries.append(Self.step(&fields) { .redid($0) })
        case "saved":
          savedDigest = try fields.string("sha256").flatMap { Digest(hexadecimal: $0) }
          savedCount = entries.count
        default: break
        }
      } catch {
        problems.append(Sidecar.Problem(line: number, message: "\(error); the line is passed over"))
      }
    }
  }

  private static func step(
    _ fields: inout RecordFields, _ event: (Change.ID) -> History.Event
  ) throws(RecordFormat.Problem) -> JournalEntry {
    let id = try fields.requiredString("change")
    let time = try fields.timestamp("time") ?? Timestamp(milliseconds: 0)
    return JournalEntry(event(id), time: time)
  }

  private static func change(
    _ fields: inout RecordFields, _ article: ArticlePath, _ format: RecordFormat, _ document: Document,
    textIsUnchanged: Bool
  ) throws(RecordFormat.Problem) -> Change {
    let id = try fields.requiredString("id")
    let summary = try fields.string("summary") ?? ""
    let time = try fields.timestamp("time") ?? Timestamp(milliseconds: 0)
    var place: Change.Place?
    if let object = try fields.object("place") {
      var placeFields = RecordFields(object)
      let path = try placeFields.requiredString("article")
      let start = try placeFields.requiredCount("start")
      let end = try placeFields.requiredCount("end")
      place = Change.Place(article: ArticlePath(path), selection: Span(start, max(start, end)))
    }
    var edits: [Edit] = []
    for value in fields.rest["edits"]?.array ?? [] {
      guard let object = value.object else { throw RecordFormat.Problem("an edit must be an object") }
      try edits.append(format.edit(object, textIsUnchanged: textIsUnchanged))
    }
    return Change(
      id: id, summary: summary, time: time, parts: [Change.Part(article: article, edits: edits)], place: place)
  }

  // MARK: - Lines

  /// The line that begins a journal.
  static func header(of article: ArticlePath, annotator: Annotator, textDigest: Digest) -> JSONObject {
    [
      "type": "journal", "version": 1, "article": .string(article.text),
      "annotator": .string(annotator.description), "sha256": .string(textDigest.hexadecimal),
      "unit": "code point",
    ]
  }

  /// The line of `entry`, as the journal of `article` tells it.
  static func record(of entry: JournalEntry, for article: ArticlePath, format: RecordFormat) -> JSONObject {
    switch entry.event {
    case .did(let change):
      var record: JSONObject = [
        "type": "change", "id": .string(change.id), "time": .string(change.time.description),
        "summary": .string(change.summary),
      ]
      record["articles"] = .array(change.parts.map { .string($0.article.text) })
      if let place = change.place {
        // Where the reader was helps only within this program, so it stays in its own unit.
        record["place"] = .object([
          "article": .string(place.article.text), "start": .int(place.selection.start),
          "end": .int(place.selection.end), "unit": "UTF-8",
        ])
      }
      let edits = change.parts.first { $0.article == article }?.edits ?? []
      record["edits"] = .array(edits.map { .object(format.record(of: $0)) })
      return record
    case .undid(let id): return ["type": "undo", "change": .string(id), "time": .string(entry.time.description)]
    case .redid(let id): return ["type": "redo", "change": .string(id), "time": .string(entry.time.description)]
    }
  }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
}
