@testable import Annotations

/// Makes things at random: for one seed the same things in every run.
struct Generator {
  /// What everything is drawn from.
  var random: IdentifierSource

  init(seed: some BinaryInteger) { random = IdentifierSource(seed: UInt64(truncatingIfNeeded: seed)) }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[int(0...(values.count - 1))] }
  mutating func sometimes<Value>(_ percent: Int, _ make: (inout Generator) -> Value) -> Value? {
    chance(percent) ? make(&self) : nil
  }

  // MARK: - Text

  /// Code points that have made trouble somewhere.
  private static let special: [Unicode.Scalar] = [
    "\0", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{301}", "\u{7FF}", "\u{800}",
    "\u{200B}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{2066}", "\u{3099}", "\u{D7FF}", "\u{E000}",
    "\u{FE0F}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10000}", "\u{1F468}", "\u{1F1E6}", "\u{E0001}",
    "\u{10FFFF}", "\"", "\\", "/", "{", "}",
  ]

  mutating func scalar() -> Unicode.Scalar {
    switch int(0...5) {
    case 0: return pick(Self.special)
    case 1: return Unicode.Scalar(UInt32(int(0...0x10FFFF))) ?? "\u{FFFD}"
    case 2: return Unicode.Scalar(UInt32(int(0x80...0xFFF))) ?? "\u{FFFD}"
    default: return Unicode.Scalar(UInt8(int(0x20...0x7E)))
    }
  }

  /// Any text.
  mutating func text(_ lengths: ClosedRange<Int> = 0...12) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<int(lengths) { text.append(scalar()) }
    return String(text)
  }

  /// Letters that look like a word, a few of them not ASCII.
  mutating func word() -> String {
    var word = ""
    for _ in 0..<int(2...8) { word.append(pick(Array("abdefghiklmnoprstuwéöşжλ東"))) }
    return word
  }

  /// Something like an article: words, names that come again and again, line breaks of all three kinds.
  mutating func prose(words count: Int, names: [String] = ["Ada Lovelace", "Kharkiv", "NATO", "Zoë", "東京"]) -> String {
    var text = ""
    for _ in 0..<count {
      text += chance(20) ? pick(names) : word()
      text += chance(8) ? pick([".\n\n", ".\n", "\r\n", "\r", ", “", "” — "]) : " "
    }
    return text
  }

  mutating func bytes(_ lengths: ClosedRange<Int>) -> [UInt8] {
    (0..<int(lengths)).map { _ in UInt8(int(0...255)) }
  }

  // MARK: - JSON

  mutating func json(depth: Int = 0) -> JSONValue {
    switch int(0...(depth < 4 ? 6 : 4)) {
    case 0: .null
    case 1: .bool(chance(50))
    case 2: .number(pick(["0", "-0", "1", "-17", "1.50", "0.0001", "1e400", "1E-7", "9223372036854775808", "12.0e+3"]))
    case 3, 4: .string(text())
    case 5: .array((0..<int(0...4)).map { _ in json(depth: depth + 1) })
    default: .object(jsonObject(depth: depth + 1))
    }
  }

  mutating func jsonObject(depth: Int = 3) -> JSONObject {
    JSONObject((0..<int(0...4)).map { JSONObject.Member("\(text(0...4))#\($0)", json(depth: depth)) })
  }

  // MARK: - Annotations

  /// A span that is not empty, with its edges between code points.
  mutating func span(in document: Document, longest: Int = 20) -> Span {
    precondition(!document.bytes.isEmpty, "no span fits into an empty text")
    var start = int(0...(document.bytes.count - 1))
    while !document.isCodePointBoundary(start) { start -= 1 }
    var end = min(document.bytes.count, start + int(1...longest))
    while !document.isCodePointBoundary(end) { end += 1 }
    return Span(start, end)
  }

  mutating func label() -> Label { pick(LabelSet.standard.labels + ["Zeug", "é"]) }
  mutating func annotator() -> Annotator {
    Annotator(pick(Annotator.Kind.allCases), pick(["anna", "bo b", "model:x", "\u{301}", "東京", ""]))
  }
  mutating func time() -> Timestamp { Timestamp(milliseconds: Int64(int(0...4_000_000_000_000))) }

  mutating func mention(in document: Document, id: Mention.ID? = nil) -> Mention {
    let span = span(in: document)
    let origin = sometimes(30) { make in
      Provenance.Origin(
        annotator: make.annotator(), span: make.chance(50) ? span : make.span(in: document), label: make.label())
    }
    return Mention(
      id: id ?? random.mention(), span: span, label: label(), status: pick(Status.allCases),
      provenance: Provenance(
        annotator: annotator(), method: pick(Provenance.Method.allCases),
        confidence: sometimes(50) { Double($0.int(0...10_000)) / 10_000 }, time: sometimes(80) { $0.time() },
        origin: origin),
      entity: sometimes(20) { Entity.ID("e\($0.int(1...4))") }, note: sometimes(20) { $0.text() },
      unknownFields: sometimes(15) { $0.jsonObject() } ?? [:])
  }

  mutating func entity(id: Entity.ID? = nil) -> Entity {
    Entity(
      id: id ?? Entity.ID("e\(int(1...4))"), name: text(), label: label(),
      aliases: (0..<int(0...3)).map { "\($0)\(text())" }, knowledgeBaseID: sometimes(30) { "Q\($0.int(1...999))" },
      note: sometimes(30) { $0.text() }, unknownFields: sometimes(15) { $0.jsonObject() } ?? [:])
  }

  mutating func marks() -> ArticleMarks {
    ArticleMarks(
      isDone: chance(50), note: sometimes(40) { $0.text() }, unknownFields: sometimes(15) { $0.jsonObject() } ?? [:])
  }

  mutating func layer(in document: Document, mentions count: ClosedRange<Int> = 0...8) -> Layer {
    Layer(
      annotator: .person("anna"), mentions: (0..<int(count)).map { _ in mention(in: document) },
      entities: (0..<int(0...2)).map { _ in entity() }, marks: chance(30) ? marks() : ArticleMarks())
  }

  /// An edit that `layer` allows.
  mutating func edit(of layer: Layer, in document: Document) -> Edit {
    switch int(0...9) {
    case 0...3: return .add(mention(in: document))
    case 4...6:
      guard let known = layer.mentionsInReadingOrder.randomElement(using: &random) else { break }
      return chance(30) ? .remove(known) : .replace(known, by: mention(in: document, id: known.id))
    case 7, 8:
      let changed = entity()
      return .entity(changed.id, from: layer.entities[changed.id], to: chance(30) ? nil : changed)
    default: break
    }
    return .marks(from: layer.marks, to: marks())
  }
}
