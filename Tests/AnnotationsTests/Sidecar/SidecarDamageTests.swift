import Testing

@testable import Annotations

/// Files that other programs, or newer versions, or accidents have made.
@Suite struct SidecarDamageTests {
  private static let marked = Marked("«PERSON Ada Lovelace» wrote to «GPE Kharkiv».")
  private static let document = marked.document

  /// A file with one good mention and, on line 3, `record`.
  private func file(_ record: String, header: String? = nil) -> [UInt8] {
    let lines = String(
      decoding: Sidecar(layer: Layer(annotator: .person("anna"), mentions: [Self.marked.mentions[0]])).bytes(
        for: Self.document, article: "story.txt", labels: ["PERSON"], model: nil), as: UTF8.self
    ).split(separator: "\n").map(String.init)
    return Array(([header ?? lines[0], lines[1], record].joined(separator: "\n") + "\n").utf8)
  }

  private func read(_ bytes: [UInt8]) -> Sidecar { Sidecar(bytes, for: Self.document, annotator: .person("bo")) }

  private func write(_ sidecar: Sidecar) -> [UInt8] {
    sidecar.bytes(for: Self.document, article: "story.txt", labels: ["PERSON"], model: nil)
  }

  private static let mention: JSONObject = [
    "type": "mention", "start": 22, "end": 29, "text": "Kharkiv", "label": "GPE", "status": "accepted", "by": "anna",
    "how": "tagged", "time": "2026-11-24T08:05:31Z", "confidence": .number("0.9"),
    "origin": .object(["by": "model:m", "start": 22, "end": 29, "label": "ORG"]), "entity": "e1", "note": "n",
    "before": "velace wrote to ", "after": ".", "id": "m9",
  ]
  private static let entity: JSONObject = [
    "type": "entity", "id": "e1", "name": "Kharkiv", "label": "GPE", "aliases": .array(["kharkiv"]), "kb": "Q1",
    "note": "n",
  ]
  private static let article: JSONObject = ["type": "article", "done": .bool(true), "note": "n"]

  /// Values that are wrong for every field, or too large for it.
  private static let wrongValues: [JSONValue] = [
    .bool(true), .array([]), .object([:]), .number("-1"), .number("1.5"), .number("1e400"),
    .number("9223372036854775808"),
    .number("-9223372036854775809"), .string(""), .string("\u{0}"), .string("no such word"),
  ]

  /// Fields without which a record says nothing.
  private static let required = [
    "mention": ["type", "start", "end", "text", "label", "status", "by", "id"],
    "entity": ["type", "id", "name", "label"],
    "article": ["type"],
  ]

  @Test func `a record of which a required field is missing is reported with its line and kept`() {
    for record in [Self.mention, Self.entity, Self.article] {
      for field in record.members.map(\.key) {
        for value in [nil, JSONValue.null] {
          var damaged = record
          damaged[field] = value
          let line = JSONWriter.text(.object(damaged))
          let sidecar = read(file(line))
          let isRequired = Self.required[record["type"]?.string ?? ""]?.contains(field) == true
          if isRequired {
            #expect(sidecar.problems.map(\.line) == [3], "\(line)")
            #expect(sidecar.problems.first?.message.contains("\"\(field)\" is missing") == true, "\(line)")
            #expect(sidecar.unknownLines == [Array(line.utf8)], "\(line)")
          } else {
            #expect(sidecar.problems.isEmpty && sidecar.unknownLines.isEmpty, "\(line)")
          }
          #expect(sidecar.layer.mentions["m0"] == Self.marked.mentions[0], "\(line)")
        }
      }
    }
  }

  @Test func `a field of a wrong kind or size is reported with its line, and its record kept`() {
    for record in [Self.mention, Self.entity, Self.article] {
      for field in record.members.map(\.key) where field != "type" {
        for value in Self.wrongValues {
          var damaged = record
          damaged[field] = value
          let line = JSONWriter.text(.object(damaged))
          let sidecar = read(file(line))
          // What is understood is in the layer or waits for its words; everything else is kept as it stands.
          let isUnderstood =
            sidecar.layer.mentions.count == 2 || sidecar.layer.entities.count == 1
            || sidecar.layer.marks != ArticleMarks()
            || sidecar.unplaced.count == 1
          #expect(isUnderstood == sidecar.problems.isEmpty, "\(line)")
          #expect(sidecar.problems.allSatisfy { $0.line == 3 } && sidecar.problems.count <= 1, "\(line)")
          #expect(sidecar.unknownLines == (isUnderstood ? [] : [Array(line.utf8)]), "\(line)")
          #expect(sidecar.layer.mentions["m0"] == Self.marked.mentions[0], "\(line)")
        }
      }
    }
  }

  @Test(arguments: [
    ("start", "-1", "\"start\" should be a whole number that is not negative, not a number"),
    ("start", "\"1\"", "\"start\" should be a whole number that is not negative, not a string"),
    ("end", "22", "\"end\" must be greater than \"start\""),
    ("end", "9223372036854775808", "\"end\" should be a whole"),
    ("confidence", "1e400", "\"confidence\" should be a number from 0 to 1"),
    ("confidence", "-0.1", "\"confidence\" should"),
    ("status", "\"maybe\"", "\"status\" should be one of \"suggested\", \"unsure\", \"accepted\", \"rejected\""),
    ("time", "\"yesterday\"", "\"time\" should be a time such as"), ("label", "\"\"", "\"label\" is empty"),
    ("origin", "{}", "\"start\" is missing"), ("note", "{}", "\"note\" should be a string, not an object"),
  ])
  func `what is wrong with a field is said in words`(field: String, value: String, message: String) throws {
    var record = Self.mention
    record[field] = try JSONReader.read(value)
    let problem = try #require(read(file(JSONWriter.text(.object(record)))).problems.first)
    #expect(problem.description.hasPrefix("line 3: \(message)"), "\(problem)")
    #expect(problem.description.hasSuffix("; the line is kept but not used"), "\(problem)")
  }

  @Test func `a field that stands twice makes the record unreadable, since nobody can tell which is meant`() {
    for record in [Self.mention, Self.entity, Self.article] {
      for member in record.members {
        let line = JSONWriter.text(.object(JSONObject(record.members + [member])))
        let sidecar = read(file(line))
        #expect(sidecar.problems.map(\.line) == [3] && sidecar.unknownLines == [Array(line.utf8)])
        #expect(sidecar.problems[0].message.contains("\"\(member.key)\" occurs twice"))
      }
    }
  }

  @Test(arguments: [
    "x", "{", "[]", "17", "\"text\"", "{\"type\":7}", "{}", "{\"type\":\"mention\"", "\u{FEFF}{}", "   ", "null",
    "\u{0}",
    String(repeating: "[", count: 100_000),
  ])
  func `a line that is no record is reported and kept, byte for byte`(line: String) {
    let sidecar = read(file(line))
    #expect(sidecar.problems.map(\.line) == [3])
    #expect(sidecar.unknownLines == [Array(line.utf8)])
    #expect(Array(write(sidecar).suffix(line.utf8.count + 1)) == Array(line.utf8) + [0x0A])
    #expect(write(read(write(sidecar))) == write(sidecar))
  }

  @Test func `a line that ends in several carriage returns is read alike when it comes back`() {
    let sidecar = read(file("half a line\r\r"))
    #expect(sidecar.unknownLines == [Array("half a line".utf8)])
    #expect(read(write(sidecar)).unknownLines == sidecar.unknownLines)
  }

  @Test func `a line that is no UTF-8 is kept as it is`() {
    let line: [UInt8] = [0x7B, 0xFF, 0xFE, 0x80, 0x7D]
    let sidecar = read(file("x").dropLast(2) + line + [0x0A])
    #expect(sidecar.unknownLines == [line])
    #expect(Array(write(sidecar).suffix(6)) == line + [0x0A])
  }

  @Test func `fields and records of a newer version are kept and written again`() throws {
    var mention = Self.mention
    mention["certainty"] = .object(["scale": .number("1.50"), "by": .null])
    var entity = Self.entity
    entity["since"] = .number("1e3")
    let header = String(decoding: file("x"), as: UTF8.self).split(separator: "\n")[0]
      .replacing("\"version\":1", with: "\"version\":7").replacing("}", with: ",\"project\":{\"a\":[1.0]}}")
    let relation = #"{ "type": "relation", "from": "m0", "to":"m9", "weight": 0.10 }"#
    let records = [mention, entity].map { JSONWriter.text(.object($0)) } + [relation]
    let sidecar = read(file(records.joined(separator: "\n"), header: String(header)))
    #expect(
      sidecar.problems.map(\.description) == [
        "line 1: written by a newer Gloss (format 7); what is unknown here is kept"
      ])
    #expect(sidecar.unknownLines == [Array(relation.utf8)])
    let written = String(decoding: write(sidecar), as: UTF8.self)
    for part in [
      #""version":7"#, #""project":{"a":[1.0]}"#, #""certainty":{"scale":1.50,"by":null}"#, #""since":1e3"#,
      "\n\(relation)\n",
    ] {
      #expect(written.contains(part), "\(part)")
    }
    #expect(write(read(Array(written.utf8))) == Array(written.utf8))
  }

  @Test func `a record type that this version does not know is reported in a file of this version`() {
    let sidecar = read(file(#"{"type":"relation"}"#))
    #expect(
      sidecar.problems.map(\.description) == [
        "line 3: there is no record type \"relation\"; the line is kept but not used"
      ])
  }

  @Test(arguments: [
    ("", "\"type\" is missing"), ("\"type\":\"gloss\"", "\"version\" is missing"),
    (
      "\"type\":\"gloss\",\"version\":1,\"article\":\"a\",\"sha256\":\"xy\",\"length\":1,\"unit\":\"code point\"",
      "\"sha256\" should be 64"
    ),
  ])
  func `without a header that can be read the mentions are found by their words`(fields: String, message: String) {
    let sidecar = read(file("", header: "{\(fields)}"))
    #expect(sidecar.header == nil && sidecar.problems.map(\.line) == [1])
    #expect(sidecar.problems[0].message.hasPrefix(message))
    #expect(sidecar.layer.mentions["m0"] == Self.marked.mentions[0])
    #expect(sidecar.layer.annotator == .person("bo"))
    #expect(write(read(write(sidecar))) == write(sidecar))
  }

  @Test func `positions in another unit are not believed but checked against the words`() {
    let header = String(decoding: file(""), as: UTF8.self).split(separator: "\n")[0]
      .replacing("code point", with: "UTF-16")
    var record = Self.mention
    record["start"] = 23
    record["end"] = 30
    let sidecar = read(file(JSONWriter.text(.object(record)), header: String(header)))
    #expect(
      sidecar.problems.map(\.message).first?.contains("\"unit\" should be \"code point\", not \"UTF-16\"") == true)
    #expect(sidecar.layer.mentions["m9"]?.span == Span(22, 29))
  }

  @Test func `an identifier that is used twice is made two, and a repeated line is one`() {
    var other = Self.mention
    other["label"] = "LOC"
    let lines = [Self.mention, other, Self.mention, Self.entity, Self.entity].map { JSONWriter.text(.object($0)) }
    let sidecar = read(file(lines.joined(separator: "\n")))
    #expect(Set(sidecar.layer.mentions.keys) == ["m0", "m9", "m9-2"])
    #expect(sidecar.layer.mentions["m9-2"]?.label == "LOC")
    #expect(
      sidecar.problems.map(\.description) == [
        "line 4: the identifier \"m9\" is used twice; this one is now \"m9-2\"",
        "line 5: repeats an earlier line; kept once",
        "line 7: repeats an earlier line; kept once",
      ])
  }

  @Test func `of two descriptions of one thing the first counts and the second is kept`() {
    var other = Self.entity
    other["name"] = "Charkiw"
    let lines = [Self.entity, other, Self.article, Self.article].map { JSONWriter.text(.object($0)) }
    let sidecar = read(file(lines.joined(separator: "\n")))
    #expect(sidecar.layer.entities["e1"]?.name == "Kharkiv")
    #expect(sidecar.problems.map(\.line) == [4, 6])
    #expect(sidecar.unknownLines.map { String(decoding: $0, as: UTF8.self) } == [lines[1], lines[3]])
  }

  @Test func `a file damaged anywhere loses nothing but the damaged line`() {
    let whole = Sidecar(layer: Self.marked.layer).bytes(
      for: Self.document, article: "story.txt", labels: ["PERSON"], model: nil)
    let lineCount = whole.count { $0 == 0x0A }
    for place in whole.indices where whole[place] != 0x0A {
      var damaged = whole
      damaged[place] = 0x00
      let sidecar = read(damaged)
      let lines = sidecar.layer.mentions.count + sidecar.unplaced.count + sidecar.unknownLines.count
      #expect(lines + (sidecar.header == nil ? 0 : 1) == lineCount, "byte \(place)")
      #expect(sidecar.layer.mentions.count >= 1, "byte \(place)")
    }
  }

  @Test func `a file cut off anywhere gives what is whole in it`() {
    let whole = Sidecar(layer: Self.marked.layer).bytes(
      for: Self.document, article: "story.txt", labels: ["PERSON"], model: nil)
    for length in 0...whole.count {
      let sidecar = read(Array(whole.prefix(length)))
      let wholeLines = whole.prefix(length).count { $0 == 0x0A }
      #expect(sidecar.layer.mentions.count >= wholeLines - 1, "\(length)")
      #expect(sidecar.problems.count <= 1, "\(length)")
      #expect(write(read(write(sidecar))) == write(sidecar), "\(length)")
    }
  }

  @Test func `a stored text beside an article that is no page is kept and not used`() {
    let line = #"{"type":"text","text":"Another text."}"#
    let sidecar = read(file(line))
    #expect(sidecar.storedText == nil && sidecar.unknownLines == [Array(line.utf8)])
    #expect(read(write(sidecar)).unknownLines == sidecar.unknownLines)
  }

  @Test func `an article record that says nothing does not hide the one that says something`() {
    let header = #"{"type":"article","done":false}"#
    let sidecar = read(file(#"{"type":"article","done":true}"#, header: header))
    #expect(sidecar.layer.marks.isDone && sidecar.problems.isEmpty)
  }
}
