/// The append-only log of what happened to one annotator's layer of an article.
///
/// Each line is one JSON record, synced to disk before the next key is read; <doc:JournalFormat> specifies them. It
/// serves two ends: after a crash the entries that the sidecar does not hold yet are carried out again, and the whole is
/// the history that undo walks.
public struct Journal: Sendable {
  /// The version of the format that this library writes.
  public static let version = 1

  /// What happened, the earliest first.
  public var entries: [JournalEntry] = []
  /// How many of ``entries`` the sidecar holds already.
  public var savedCount = 0
  /// Digest of the sidecar file when it was last saved.
  public var savedDigest: Digest?
  /// Mentions that were decided on but not saved, and that have no place in the text as it is now.
  public var unplaced: [Sidecar.Unplaced] = []
  /// What could not be understood; these lines are left as they are.
  public var problems: [Sidecar.Problem] = []
  /// Digest of the text that the last lines refer to.
  public var textDigest: Digest?
  /// How many lines the file has, an unfinished one and empty ones too.
  public var lineCount = 0

  /// Makes an empty journal.
  public init() {}

  /// Reads a journal.
  ///
  /// - Parameters:
  ///   - bytes: The file. A last line without an end was being written when the power went; it is reported.
  ///   - article: The article it belongs to.
  ///   - document: The article's text as it is now. Mentions of an earlier text are placed in it; what has no place
  ///     there counts as absent, and a change of which nothing is left is passed over.
  public init(_ bytes: [UInt8], of article: ArticlePath, document: Document) {
    self.init(bytes, of: article, RecordFormat(document))
  }

  init(_ bytes: [UInt8], of article: ArticlePath, _ format: RecordFormat) {
    var reader = JournalReader(article, format)
    for (number, line) in Sidecar.lines(of: bytes) { reader.read(line, number: number) }
    self = reader.finished()
    lineCount = Self.lineCount(bytes)
  }

  /// How many lines there are, an unfinished one and empty ones too.
  static func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.reduce(into: 0) { $0 += $1 == 0x0A ? 1 : 0 } + (bytes.last.map { $0 != 0x0A } == true ? 1 : 0)
  }

  // MARK: - Lines

  /// The line that begins a journal, and that tells of a new text.
  static func header(of article: ArticlePath, annotator: Annotator, _ format: RecordFormat) -> JSONObject {
    [
      "type": "journal", "version": .int(version), "article": .string(article.text),
      "annotator": .string(annotator.description), "sha256": .string(format.textDigest.hexadecimal),
      "length": .int(format.length), "unit": "code point",
    ]
  }

  /// The line that tells that the sidecar, now with this digest, holds what the first `lines` lines say.
  static func saved(_ sidecarDigest: Digest, through lines: Int) -> JSONObject {
    ["type": "saved", "sha256": .string(sidecarDigest.hexadecimal), "through": .int(lines)]
  }

  /// The line of `entry`, as the journal of `article` tells it.
  static func record(of entry: JournalEntry, for article: ArticlePath, format: RecordFormat) -> JSONObject {
    switch entry.event {
    case .did(let change):
      var record: JSONObject = [
        "type": "change", "id": .string(change.id), "time": .string(change.time.description),
        "summary": .string(change.summary),
      ]
      record["articles"] = .array(change.articles.sorted().map { .string($0.text) })
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
