import Annotations
import TestSupport
import Testing

@Suite struct ListAndFindTests {
  @Test func `the list has a line for each article with date, counts, name and title`() throws {
    let newsroom = try Newsroom()
    let count = try newsroom.undecided("a-storm.txt")
    let run = try newsroom.run(["list"])
    #expect(run.exit == .status(0))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].contains("2026-06-12"))
    #expect(lines[0].contains("\(count)/\(count)"))
    #expect(lines[0].hasSuffix("a-storm.txt  Storm closes the harbour of Bergen for a second night"))
  }

  @Test func `as JSON it has the same fields in every line`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("fork", "PRODUCT", "accepted")])
    let run = try newsroom.run(["list", "--json"])
    let records = try run.output.split(separator: "\n").map { try #require(try JSONReader.read(String($0)).object) }
    #expect(records.count == 4)
    for record in records {
      #expect(
        record.members.map(\.key) == ["file", "title", "date", "source", "url", "mentions", "undecided", "done"])
    }
    #expect(records[0]["date"] == .string("2026-06-12"))
    #expect(records[3]["date"] == .null)
    #expect(records[3]["source"] == .string("Weekend Page"))
    #expect(records[3]["mentions"]?.int == (records[3]["undecided"]?.int ?? 0) + 1)
    #expect(records[3]["done"] == .bool(false))
    let decided = try newsroom.run(["list", "--json", "--decisions-only", "d-garden.txt"])
    #expect(try JSONReader.read(decided.output).object?["mentions"] == .int(1))
  }

  @Test func `a filter that is no condition is told, with those there are`() throws {
    let newsroom = try Newsroom()
    for filter in ["bogus:1", "is:bogus", "date>=foo", "undecided>many"] {
      let run = try newsroom.run(["list", "--filter", filter])
      #expect(run.exit == .status(64), "\(filter)")
      #expect(run.errors.contains("“\(filter)” is no condition (source: title: file:"), "\(run.errors)")
    }
    #expect(try newsroom.run(["list", "--filter", "title=garden"]).output.contains("d-garden.txt"))
  }

  @Test(arguments: [
    ("source:wire", ["a-storm.txt", "c-court.txt"]), ("date>=2026-06-11", ["a-storm.txt", "b-ferry.txt"]),
    ("title:garden", ["d-garden.txt"]), ("is:done", []),
  ])
  func `a condition narrows it`(_ example: (condition: String, files: [String])) throws {
    let run = try Newsroom().run(["list", "--json", "--filter", example.condition])
    #expect(run.exit == .status(0))
    let files = try run.output.split(separator: "\n").map { try JSONReader.read(String($0)).object?["file"]?.string }
    #expect(files == example.files)
  }

  @Test func `find prints file, line and column of mentions and of text`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("kestrel", "PRODUCT", "accepted")])
    let run = try newsroom.run(["find", "kestrel"])
    #expect(run.exit == .status(0))
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.contains { $0.hasPrefix("d-garden.txt:5:") && $0.contains(": PRODUCT ") })
    #expect(lines.contains { $0.hasPrefix("b-ferry.txt:6:") && $0.contains("A small boat, the kestrel, went") })
    // Lines and columns are those of the file.
    let place = try #require(lines.first { $0.hasPrefix("b-ferry.txt") }).split(separator: ":")
    let line = Articles.ferry.split(separator: "\n", omittingEmptySubsequences: false)[(Int(place[1]) ?? 0) - 1]
    #expect(line.dropFirst((Int(place[2]) ?? 0) - 1).hasPrefix("kestrel"))
  }

  @Test func `find looks where it is told to, and as JSON gives offsets in code points`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("kestrel", "PRODUCT", "accepted")])
    let run = try newsroom.run(["find", "--json", "--in", "mentions", "kestrel", "."])
    let record = try #require(try JSONReader.read(run.output).object)
    #expect(record["file"] == .string("d-garden.txt"))
    #expect(record["label"] == .string("PRODUCT"))
    #expect(record["status"] == .string("accepted"))
    let scalars = Array(Articles.garden.unicodeScalars)
    let start = try #require(record["start"]?.int)
    let end = try #require(record["end"]?.int)
    #expect(String(String.UnicodeScalarView(scalars[start..<end])) == "kestrel")
    let labelled = try newsroom.run(["find", "--label", "product", "kestrel"])
    #expect(labelled.output.split(separator: "\n").count == 1)
    let text = try newsroom.run(["find", "--in", "text", "Kestrel"])
    #expect(text.exit == .status(1), "capitals matter where there are some")
    let expression = try newsroom.run(["find", "--in", "text", "\\vkes.rel (was|may)"])
    #expect(expression.output.split(separator: "\n").count == 3)
  }

  @Test func `find in notes prints the note, of a mention, of an entity and of the article`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("kestrel", "PRODUCT", "accepted")])
    let sidecar = try newsroom.folder.read("news/d-garden.txt.gloss.jsonl")
      .replacingOccurrences(of: #""id":"m0""#, with: #""id":"m0","note":"ask the\nshipyard","entity":"e1""#)
    let records = """
      {"type":"article","note":"asked once"}
      {"type":"entity","id":"e1","name":"kestrel","label":"PRODUCT","note":"ask again"}

      """
    try newsroom.write(sidecar + records, to: "d-garden.txt.gloss.jsonl")
    let run = try newsroom.run(["find", "--in", "notes", "ask", "d-garden.txt"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "d-garden.txt:1:1: note: asked once")
    #expect(lines.last?.hasSuffix("note: ask the shipyard / ask again") == true, "\(run.output)")
    let again = try newsroom.run(["find", "--in", "notes", "again", "d-garden.txt"])
    #expect(again.output.contains(": PRODUCT ") && again.output.hasSuffix("note: ask again\n"))
    let labelled = try newsroom.run([
      "find", "--json", "--label", "product", "--in", "notes", "shipyard", "d-garden.txt",
    ])
    #expect(try JSONReader.read(labelled.output).object?["note"] == .string("ask the\nshipyard"))
  }

  @Test func `find says nothing and exits with 1 when it finds nothing, 66 when a file is missing`() throws {
    let nothing = try Newsroom().run(["find", "pelican"])
    #expect(nothing.exit == .status(1))
    #expect(nothing.output == "")
    #expect(nothing.errors == "")
    let missing = try Newsroom().run(["find", "kestrel", "d-garden.txt", "nowhere.txt"])
    #expect(missing.exit == .status(66))
    #expect(missing.output.split(separator: "\n").count == 2)
    #expect(missing.errors == "gloss: nowhere.txt: No such file or directory\n")
    let wrong = try Newsroom().run(["find", "--in", "dreams", "kestrel"])
    #expect(wrong.exit == .status(64))
    #expect(wrong.errors.contains("--in: there is no \"dreams\" (mentions, text, notes)"))
  }

  @Test func `find takes no broken regular expression for one that finds nothing`() throws {
    let run = try Newsroom().run(["find", "\\v("])
    #expect(run.exit == .status(64))
    #expect(run.errors.contains("\"(\" is not a regular expression"))
    let mentions = try Newsroom().run(["find", "--in", "mentions", "\\v("])
    #expect(mentions.exit == .status(1), "in mentions it is looked for as it is")
  }

  @Test func `the surroundings of a finding are whole characters`() throws {
    let long = String(repeating: "é", count: 200)
    for shift in ["", "a", "ab"] {
      let newsroom = try Newsroom(["e.txt": "\(long)\(shift) kestrel \(shift)日\(long)"])
      let run = try newsroom.run(["find", "--in", "text", "kestrel"])
      #expect(run.output.contains("kestrel") && !run.output.contains("\u{FFFD}"), "\(shift)")
    }
  }

  @Test func `the list in a pipe is that of the annotator who was named`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("d-garden.txt", [("kestrel", "PRODUCT", "accepted")])
    #expect(try newsroom.run(["."]).output == newsroom.run(["list", "."]).output)
    let anna = try newsroom.run(["--annotator", "anna", "."])
    #expect(anna.output == (try newsroom.run(["list", "--annotator", "anna", "."])).output)
    #expect(anna.output != (try newsroom.run(["list", "."])).output)
  }
}
