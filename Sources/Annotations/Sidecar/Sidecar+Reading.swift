extension Sidecar {
  /// Reads a sidecar.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - document: The article's text as it is now; mentions are placed in it.
  ///   - annotator: Whose layer it is when the file does not say.
  public init(_ bytes: [UInt8], for document: Document, annotator: Annotator) {
    self.init(bytes, RecordFormat(document), annotator: annotator)
  }

  init(_ bytes: [UInt8], _ format: RecordFormat, annotator: Annotator) {
    var reader = SidecarReader(format, annotator: annotator)
    for (number, line) in Self.lines(of: bytes) { reader.read(line, number: number) }
    self = reader.sidecar
    fileDigest = Digest(of: bytes)
  }
}

/// Gathers the records of a sidecar.
private struct SidecarReader {
  private let format: RecordFormat
  private let defaultAnnotator: Annotator
  private var result: Sidecar
  private var mentions: [Mention.ID: Mention] = [:]
  private var entities: [Entity.ID: Entity] = [:]
  private var marks: ArticleMarks?
  private var version = TextVersion.earlier(length: nil)
  /// How far the last mention has moved; the next one will have moved as far, mostly.
  private var shift = 0

  init(_ format: RecordFormat, annotator: Annotator) {
    self.format = format
    defaultAnnotator = annotator
    result = Sidecar(layer: Layer(annotator: annotator))
  }

  var sidecar: Sidecar {
    var sidecar = result
    sidecar.layer = Layer(
      annotator: result.header?.annotator ?? defaultAnnotator, mentions: Array(mentions.values),
      entities: Array(entities.values), marks: marks ?? ArticleMarks())
    return sidecar
  }

  mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    do {
      let value = try JSONReader.read(line)
      guard let record = value.object else {
        throw RecordFormat.Problem("a record must be an object, not \(value.kindInWords)")
      }
      try take(record, line, number: number)
    } catch {
      // Whatever it is, it goes back into the file as it came.
      result.unknownLines.append(Array(line))
      report(number, "\(error); the line is kept but not used")
    }
  }

  private mutating func report(_ line: Int, _ message: String) {
    result.problems.append(Sidecar.Problem(line: line, message: message))
  }

  private mutating func take(_ record: JSONObject, _ line: ArraySlice<UInt8>, number: Int) throws {
    switch record["type"]?.string {
    case "gloss": try takeHeader(record, number: number)
    case "text" where format.document.source.format != .html:
      // The text is the file itself; what was stored for a page is nobody's business here, but not ours to remove.
      result.unknownLines.append(Array(line))
    case "text":
      guard let text = record["text"]?.string else { throw RecordFormat.Problem("\"text\" should be a string") }
      guard result.storedText == nil else { throw RecordFormat.Problem("a second record of type \"text\"") }
      result.storedText = text
    case "mention": try takeMention(record, number: number)
    case "entity": try takeEntity(record, number: number)
    case "article":
      // One that says nothing is not written again, so it must not hide another now.
      guard marks ?? ArticleMarks() == ArticleMarks() else {
        throw RecordFormat.Problem("a second record of type \"article\"")
      }
      marks = try format.marks(record)
    case let type?:
      // A newer version may know more types; that is no problem, only unknown here.
      result.unknownLines.append(Array(line))
      if (result.header?.version ?? 1) <= Sidecar.version {
        report(number, "there is no record type \"\(type)\"; the line is kept but not used")
      }
    case nil: throw RecordFormat.Problem("\"type\" is missing")
    }
  }

  private mutating func takeHeader(_ record: JSONObject, number: Int) throws {
    guard result.header == nil else { throw RecordFormat.Problem("a second record of type \"gloss\"") }
    var fields = RecordFields(record)
    fields.ignore("type")
    let version = try fields.requiredCount("version")
    let article = try fields.requiredString("article")
    let hexadecimal = try fields.requiredString("sha256")
    guard let digest = Digest(hexadecimal: hexadecimal) else {
      throw RecordFormat.Problem("\"sha256\" should be 64 hexadecimal digits")
    }
    let length = try fields.requiredCount("length")
    let unit = try fields.requiredString("unit")
    guard unit == "code point" else {
      throw RecordFormat.Problem("\"unit\" should be \"code point\", not \"\(unit)\"")
    }
    let page = try fields.string("page").flatMap { Digest(hexadecimal: $0) }
    let basis = try fields.string("basis").flatMap { Digest(hexadecimal: $0) }
    let annotator = try fields.string("annotator").map { Annotator(parsing: $0) } ?? defaultAnnotator
    let labels = try fields.strings("labels") ?? []
    let model = try fields.string("model")
    result.header = Sidecar.Header(
      version: version, article: article, textDigest: digest, length: length, pageDigest: page, basis: basis,
      annotator: annotator,
      labels: labels.map { Label($0) }, model: model, unknownFields: fields.rest)
    self.version = digest == format.textDigest ? .current : .earlier(length: length)
    if version > Sidecar.version {
      report(number, "written by a newer Gloss (format \(version)); what is unknown here is kept")
    }
  }

  private mutating func takeMention(_ record: JSONObject, number: Int) throws {
    let wasLost = record["anchor"]?.string == "lost"
    // What was lost stands as it was written for a text of which nothing else is known.
    var placed = try format.mention(
      record, writtenFor: wasLost ? .earlier(length: nil) : version, shift: wasLost ? 0 : shift)
    if !wasLost, placed.placement != .lost { shift = placed.shift }
    switch placed.placement {
    case .lost:
      result.unplaced.append(
        Sidecar.Unplaced(text: record["text"]?.string ?? "", mention: placed.mention, record: record))
      return
    case .moved: result.movedCount += 1
    case .kept: break
    }
    if let twin = mentions[placed.mention.id] {
      guard twin != placed.mention else {
        report(number, "repeats an earlier line; kept once")
        return
      }
      var copy = 2
      while mentions[Mention.ID("\(twin.id)-\(copy)")] != nil { copy += 1 }
      placed.mention.id = Mention.ID("\(twin.id)-\(copy)")
      report(number, "the identifier \"\(twin.id)\" is used twice; this one is now \"\(placed.mention.id)\"")
    }
    mentions[placed.mention.id] = placed.mention
  }

  private mutating func takeEntity(_ record: JSONObject, number: Int) throws {
    let entity = try format.entity(record)
    if let twin = entities[entity.id] {
      guard twin == entity else { throw RecordFormat.Problem("the entity \"\(entity.id)\" is described twice") }
      report(number, "repeats an earlier line; kept once")
    }
    entities[entity.id] = entity
  }
}
