/// Gathers the lines of a journal.
struct JournalReader {
  private let article: ArticlePath
  private let format: RecordFormat
  private var journal = Journal()
  /// The line that each entry stands on.
  private var lines: [Int] = []
  private var unplaced: [(line: Int, mention: Sidecar.Unplaced)] = []
  private var textVersion = TextVersion.earlier(length: nil)
  private var savedThrough = 0

  init(_ article: ArticlePath, _ format: RecordFormat) {
    self.article = article
    self.format = format
  }

  /// The journal, once all lines have been read.
  func finished() -> Journal {
    var journal = journal
    journal.savedCount = lines.count { $0 <= savedThrough }
    for (line, lost) in unplaced where line > savedThrough {
      journal.unplaced.removeAll { $0.mention.id == lost.mention.id }
      journal.unplaced.append(lost)
    }
    return journal
  }

  mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    do {
      let value = try JSONReader.read(line)
      guard let record = value.object else { throw RecordFormat.Problem("a record must be an object") }
      try take(RecordFields(record), number)
    } catch {
      report(number, "\(error); the line is passed over")
    }
  }

  private mutating func report(_ line: Int, _ message: String) {
    journal.problems.append(Sidecar.Problem(line: line, message: message))
  }

  private mutating func take(_ record: RecordFields, _ number: Int) throws(RecordFormat.Problem) {
    var fields = record
    switch try fields.requiredString("type") {
    case "journal": try takeHeader(&fields, number)
    case "change": try takeChange(&fields, number)
    case "undo": try takeStep(&fields, number) { .undid($0) }
    case "redo": try takeStep(&fields, number) { .redid($0) }
    case "saved":
      journal.savedDigest = try fields.string("sha256").flatMap { Digest(hexadecimal: $0) }
      savedThrough = try min(fields.requiredCount("through"), number)
    case let type: report(number, "there is no record type \"\(type)\"; the line is passed over")
    }
  }

  private mutating func takeHeader(_ fields: inout RecordFields, _ number: Int) throws(RecordFormat.Problem) {
    // Until it is clear which text the next lines refer to, they are not taken for lines about this one.
    textVersion = .earlier(length: nil)
    let version = try fields.requiredCount("version")
    journal.textDigest = try fields.string("sha256").flatMap { Digest(hexadecimal: $0) }
    let length = try fields.count("length")
    textVersion = journal.textDigest == format.textDigest ? .current : .earlier(length: length)
    if version > Journal.version { report(number, "written by a newer Gloss (format \(version))") }
  }

  private mutating func append(_ event: History.Event, _ time: Timestamp, _ number: Int) {
    journal.entries.append(JournalEntry(event, time: time))
    lines.append(number)
  }

  private mutating func takeStep(
    _ fields: inout RecordFields, _ number: Int, _ event: (Change.ID) -> History.Event
  ) throws(RecordFormat.Problem) {
    let id = try fields.requiredString("change")
    try append(event(id), fields.timestamp("time") ?? Timestamp(milliseconds: 0), number)
  }

  private mutating func takeChange(_ fields: inout RecordFields, _ number: Int) throws(RecordFormat.Problem) {
    let id = try fields.requiredString("id")
    let summary = try fields.string("summary") ?? ""
    let time = try fields.timestamp("time") ?? Timestamp(milliseconds: 0)
    let place = try place(&fields)
    let articles = try (fields.strings("articles") ?? []).map { ArticlePath($0) }
    var edits: [Edit] = []
    var lost: [Sidecar.Unplaced] = []
    let records = try fields.objects("edits") ?? []
    for record in records {
      if let edit = try format.edit(record, writtenFor: textVersion, lost: &lost) { edits.append(edit) }
    }
    unplaced += lost.map { (number, $0) }
    if edits.count < records.count {
      let gone = records.count - edits.count
      report(number, "\(gone) of its \(records.count) edits are about words that are not in the text any more")
    }
    guard !edits.isEmpty || records.isEmpty else { return }
    let part = Change.Part(article: article, edits: edits)
    let change = Change(id: id, summary: summary, time: time, parts: [part], place: place, articles: articles)
    append(.did(change), time, number)
  }

  private func place(_ fields: inout RecordFields) throws(RecordFormat.Problem) -> Change.Place? {
    guard let object = try fields.object("place") else { return nil }
    var fields = RecordFields(object)
    let path = try fields.requiredString("article")
    let start = try fields.requiredCount("start")
    let end = try fields.requiredCount("end")
    return Change.Place(article: ArticlePath(path), selection: Span(start, max(start, end)))
  }
}
