import Annotations
import TestSupport
import Testing

@Suite struct ShowCommandTests {
  private func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom()
    try newsroom.write(
      """
      {"type":"gloss","version":1,"article":"d-garden.txt","unit":"code point","annotator":"tester"}
      {"type":"entity","id":"e1","name":"the garden fork","label":"PRODUCT"}
      {"type":"mention","start":124,"end":128,"text":"fork","label":"PRODUCT","status":"accepted","by":"tester","entity":"e1","note":"a tool, \\"not\\" a name","before":"ground is hard, use a ","id":"m1"}
      {"type":"mention","start":0,"end":4,"text":"mice","label":"NORP","status":"unsure","by":"tester","before":"help against the ","id":"m2"}
      {"type":"mention","start":0,"end":7,"text":"evening","label":"TIME","status":"rejected","by":"tester","before":"Water it in the ","id":"m3"}

      """, to: "d-garden.txt.gloss.jsonl")
    return newsroom
  }

  @Test func `text has brackets whose shape is the status and the letter of the label`() throws {
    let run = try newsroom().run(["show", "d-garden.txt"])
    #expect(run.exit == .status(0))
    #expect(run.output.hasPrefix("Water it in the evening. Where the ground is hard, use a [fork]R."))
    #expect(run.output.contains("help against the (mice)N?, and"))
    #expect(!run.output.contains("title:"))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.hasSuffix("\n"))
  }

  @Test func `with --color always it is in colour, and nothing in an article is a command to the terminal`() throws {
    let newsroom = try newsroom()
    let run = try newsroom.run(["show", "--color", "always", "d-garden.txt"])
    #expect(run.output.contains("\u{1B}["))
    #expect(run.output.contains("fork"))
    try newsroom.write("Marta \u{1B}[31mSolheim\u{1B}]0;title\u{7} and \u{202E}more\u{9B}2J\n", to: "evil.txt")
    let evil = try newsroom.run(["show", "evil.txt"])
    #expect(
      evil.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(!evil.output.contains("\u{202E}"))
  }

  @Test func `JSON has each decision with its status, entity and note, and suggestions with their confidence`() throws {
    let newsroom = try newsroom()
    let run = try newsroom.run(["show", "--format", "json", "d-garden.txt"])
    #expect(run.exit == .status(0))
    let record = try #require(try JSONReader.read(run.output).object)
    #expect(record["file"] == .string("d-garden.txt"))
    let mentions = try (record["mentions"]?.array ?? []).map { try #require($0.object) }
    let fork = try #require(mentions.first { $0["text"] == .string("fork") })
    #expect(fork["status"] == .string("accepted"))
    #expect(fork["entity"] == .string("the garden fork"))
    #expect(fork["note"] == .string("a tool, \"not\" a name"))
    #expect(fork["annotator"] == .string("tester"))
    #expect(fork["confidence"] == .null)
    let mice = try #require(mentions.first { $0["text"] == .string("mice") })
    #expect(mice["status"] == .string("unsure"))
    #expect(mentions.first { $0["text"] == .string("evening") }?["status"] == .string("rejected"))
    for mention in mentions where mention["status"] == .string("suggested") {
      #expect((0...1).contains(try #require(mention["confidence"]?.double)))
    }
    let scalars = Array(Articles.garden.unicodeScalars)
    for mention in mentions {
      let start = try #require(mention["start"]?.int)
      let end = try #require(mention["end"]?.int)
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == mention["text"]?.string)
    }
    #expect(try newsroom.run(["show", "--json", "d-garden.txt"]).outputBytes == run.outputBytes)
  }

  @Test func `tokens carry decisions, without those that were rejected`() throws {
    let run = try newsroom().run(["show", "--format", "conll", "d-garden.txt"])
    #expect(run.output.hasPrefix("-DOCSTART-\tO\n\n"))
    #expect(run.output.contains("\nfork\tB-PRODUCT\n"))
    #expect(run.output.contains("\nmice\tB-NORP\n"))
    #expect(run.output.contains("\nevening\tO\n"))
  }

  @Test func `articles come in the order they are named, and problems go to standard error`() throws {
    let newsroom = try newsroom()
    try newsroom.write(newsroom.sidecar("d-garden.txt") + "{broken\n", to: "d-garden.txt.gloss.jsonl")
    let run = try newsroom.run(["show", "--json", "d-garden.txt", "nowhere.txt", "c-court.txt"])
    #expect(run.exit == .status(66))
    let files = try run.output.split(separator: "\n").map { try JSONReader.read(String($0)).object?["file"]?.string }
    #expect(files == ["d-garden.txt", "c-court.txt"])
    #expect(run.errors.contains("gloss: nowhere.txt: No such file or directory\n"))
    #expect(run.errors.contains("gloss: d-garden.txt: annotations, line 6: "), "\(run.errors)")
  }

  @Test func `another annotator's decisions are in a file of their own`() throws {
    let newsroom = try newsroom()
    try newsroom.write(
      """
      {"type":"gloss","version":1,"article":"d-garden.txt","unit":"code point","annotator":"anna"}
      {"type":"mention","start":0,"end":5,"text":"Water","label":"ORG","status":"accepted","by":"anna","id":"m1"}

      """, to: "d-garden.txt.anna.gloss.jsonl")
    let anna = try newsroom.run(["show", "--annotator", "anna", "d-garden.txt"])
    #expect(anna.output.hasPrefix("[Water]O it in the"))
    #expect(!anna.output.contains("[fork]"))
    let own = try newsroom.run(["show", "d-garden.txt"])
    #expect(own.output.hasPrefix("Water it in the"))
    let bad = try newsroom.run(["show", "--annotator", "a/b", "d-garden.txt"])
    #expect(bad.exit == .status(64))
  }

  @Test func `a theme that does not exist is an error with a guess`() throws {
    let run = try newsroom().run(["show", "--theme", "dsk", "d-garden.txt"])
    #expect(run.exit == .status(64))
    #expect(run.output == "")
    #expect(run.errors.contains("there is no theme \"dsk\". Did you mean \"desk\"?"))
  }
}
