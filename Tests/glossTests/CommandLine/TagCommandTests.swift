import Annotations
import Foundation
import TestSupport
import Testing

@Suite struct TagCommandTests {
  /// One line of what `gloss tag` prints.
  private struct Tagged {
    var file: String
    var digest: String
    var mentions: [(start: Int, end: Int, text: String, label: String, confidence: Double)]

    init(_ line: some StringProtocol) throws {
      let record = try #require(try JSONReader.read(String(line)).object, "\(line)")
      file = try #require(record["file"]?.string)
      digest = try #require(record["sha256"]?.string)
      mentions = try (record["mentions"]?.array ?? []).map { value in
        let mention = try #require(value.object)
        #expect(mention["annotator"]?.string?.isEmpty == false)
        return (
          try #require(mention["start"]?.int), try #require(mention["end"]?.int), try #require(mention["text"]?.string),
          try #require(mention["label"]?.string), try #require(mention["confidence"]?.double)
        )
      }
    }
  }

  private static let texts: KeyValuePairs = [
    "lf.txt": "Marta Solheim lives in Oslo.\nJonas Iversen lives in Bergen since 12 June 2024.\n",
    "crlf.txt": "Marta Solheim lives in Oslo.\r\nJonas Iversen lives in Bergen since 12 June 2024.\r\n",
    "bom.txt": "\u{FEFF}Marta Solheim lives in Oslo.\nJonas Iversen lives in Bergen.\n",
    "emoji.txt": "🙂👩‍👩‍👧 Marta Solheim 🇳🇴 lives in Oslo. 🙂 Jonas Iversen lives in Bergen.\n",
    "combining.txt":
      "Re\u{301}sume\u{301}: Marta Solheim lives in A\u{30A}lesund, and Zoe\u{308} Nova\u{301}k in Oslo.\n",
    "unended.txt": "Marta Solheim lives in Oslo", "empty.txt": "", "blank.txt": "\n\n\n",
  ]

  @Test func `offsets count code points, the text is what stands there, and the digest is that of the file`() throws {
    let newsroom = try Newsroom(Self.texts)
    let names = Self.texts.map(\.key)
    let run = try newsroom.run(["tag"] + names)
    #expect(run.exit == .status(0))
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == names.count)
    for (name, line) in zip(names, lines) {
      let tagged = try Tagged(line)
      #expect(tagged.file == name)
      let sums = try ProcessRun("/usr/bin/sha256sum", [newsroom.path + "/" + name])
      #expect(sums.output.hasPrefix(tagged.digest + " "), "\(name)")
      let scalars = Array(try newsroom.folder.read("news/" + name).unicodeScalars)
      if !["empty.txt", "blank.txt"].contains(name) {
        #expect(tagged.mentions.contains { $0.text == "Oslo" && $0.label == "GPE" }, "\(name)")
      }
      for mention in tagged.mentions {
        try #require(mention.start >= 0 && mention.start < mention.end && mention.end <= scalars.count)
        let found = scalars[mention.start..<mention.end]
        #expect(found.elementsEqual(mention.text.unicodeScalars), "\(name) \(mention)")
        #expect((0...1).contains(mention.confidence))
      }
    }
  }

  @Test func `output comes in the order of input, however many articles are worked on at once`() throws {
    let newsroom = try Newsroom([:])
    // Long and short ones in turn, so that they do not end in the order they begin.
    for number in 0..<60 {
      let text = String(repeating: "Marta Solheim met Jonas Iversen in Oslo. ", count: number % 7 == 0 ? 60 : 1)
      try newsroom.write(text, to: "f\(number).txt")
    }
    let names = (0..<60).map { "f\($0 * 37 % 60).txt" }
    var outputs: Set<[UInt8]> = []
    for jobs in ["1", "2", "7"] {
      let run = try newsroom.run(["tag", "--jobs", jobs] + names)
      #expect(run.exit == .status(0))
      #expect(try run.output.split(separator: "\n").map { try Tagged($0).file } == names, "\(jobs)")
      outputs.insert(run.outputBytes)
    }
    #expect(outputs.count == 1)
  }

  @Test func `a folder is walked in a fixed order, and what is no article is passed over`() throws {
    let newsroom = try Newsroom(["b.txt": "Oslo.", "a.md": "Oslo.", "c.gloss.jsonl": "{}", "d.pdf": "%PDF"])
    try newsroom.write("Oslo.", to: "inner/z.txt")
    try newsroom.write("Oslo.", to: ".hidden/y.txt")
    let first = try newsroom.run(["tag", "."])
    let files = try first.output.split(separator: "\n").map { try Tagged($0).file }
    #expect(Set(files) == ["b.txt", "a.md", "inner/z.txt"])
    #expect(try newsroom.run(["tag", "."]).outputBytes == first.outputBytes)
  }

  @Test func `a web page is tagged in its article, whose text is in the record`() throws {
    let page = """
      <html><head><title>Fish</title><script>var Oslo = 1;</script></head><body><nav>Home Sport Paris</nav>
      <article><h1>Fish</h1><p>Marta Solheim sells fish &amp; bread in <b>Os</b>lo.</p>
      <p>She has done so for many years, and she will not stop before she is a hundred years old.</p></article></body></html>
      """
    let newsroom = try Newsroom(["page.html": page])
    let run = try newsroom.run(["tag", "page.html"])
    let record = try #require(try JSONReader.read(run.output).object)
    let text = Array(try #require(record["text"]?.string).unicodeScalars)
    #expect(String(String.UnicodeScalarView(text)).contains("sells fish & bread in Oslo."))
    #expect(!String(String.UnicodeScalarView(text)).contains("Paris"))
    let tagged = try Tagged(run.output)
    #expect(tagged.mentions.contains { $0.text == "Oslo" })
    for mention in tagged.mentions {
      #expect(text[mention.start..<mention.end].elementsEqual(mention.text.unicodeScalars))
    }
    // The page's own digest is there too.
    let sums = try ProcessRun("/usr/bin/sha256sum", [newsroom.path + "/page.html"])
    #expect(sums.output.hasPrefix(try #require(record["page"]?.string)))
  }

  @Test func `standard input is one article, decisions are neither read nor written`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("a-storm.txt", [("kestrel", "PRODUCT", "accepted")])
    let run = try newsroom.run(["tag", "-"], input: "Marta Solheim lives in Oslo.")
    #expect(try Tagged(run.output).file == "-")
    #expect(try Tagged(run.output).mentions.contains { $0.text == "Oslo" })
    let storm = try Tagged(try newsroom.run(["tag", "a-storm.txt"]).output)
    #expect(!storm.mentions.contains { $0.text == "kestrel" })
    #expect(newsroom.files.count == 5)
    #expect(newsroom.homeFiles == [])
  }

  @Test func `a missing file is told, the others are tagged all the same, and the exit status is 66`() throws {
    let run = try Newsroom().run(["tag", "c-court.txt", "nowhere.txt", "d-garden.txt"])
    #expect(run.exit == .status(66))
    #expect(try run.output.split(separator: "\n").map { try Tagged($0).file } == ["c-court.txt", "d-garden.txt"])
    #expect(run.errors == "gloss: nowhere.txt: No such file or directory\n")
  }

  @Test func `-o writes into a file, and a place that cannot be written to is told`() throws {
    let newsroom = try Newsroom()
    let run = try newsroom.run(["tag", "-o", "out.jsonl", "c-court.txt"])
    #expect(run.exit == .status(0))
    #expect(run.output == "")
    #expect(try Tagged(try newsroom.folder.read("news/out.jsonl")).file == "c-court.txt")
    let failed = try newsroom.run(["tag", "-o", "no/such/folder/out", "c-court.txt"])
    #expect(failed.exit == .status(73))
    #expect(failed.errors == "gloss: no/such/folder/out: No such file or directory\n")
  }

  @Test func `lines of JSON keep their fields and their order, and get mentions`() throws {
    let input = #"{"id":7,"text":"Marta Solheim lives in Oslo.","x":[1.50,null]}"# + "\n\n" + #"{"text":""}"# + "\n"
    let run = try Newsroom([:]).run(["tag", "--input", "jsonl", "-"], input: input)
    #expect(run.exit == .status(0))
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"id":7,"text":"Marta Solheim lives in Oslo.","x":[1.50,null],"mentions":[{"start":"#))
    #expect(lines[1] == #"{"text":"","mentions":[]}"#)
    let bad = try Newsroom([:]).run(["tag", "--input", "jsonl", "-"], input: "{\"text\":\"Oslo.\"}\n{\"text\":3}\n")
    #expect(bad.exit == .status(65))
    #expect(bad.errors.hasPrefix("gloss: -:2: "))
    #expect(bad.output.split(separator: "\n").count == 1)
    let broken = try Newsroom([:]).run(["tag", "--input", "jsonl", "-"], input: "{\"text\":\n")
    #expect(broken.exit == .status(65))
    #expect(broken.errors.hasPrefix("gloss: -:1: "))
  }

  // MARK: - Tokens

  @Test(arguments: [
    "Marta\tO\nSolheim\tO\nlives\tO\nin\tO\nOslo\tO\n.\tO\n\nIt\tO\nrains\tO\n.\tO\n",
    "-DOCSTART-\tO\n\nMarta\tB-X\nSolheim\tI-X\n\n\n\nOslo\tO\n\n-DOCSTART-\tO\n\nOslo\tO\n\n",
    "Marta\tO\r\nSolheim\tO\r\n\r\nOslo\tO\r\n", "Marta\tO\nin\tO\nOslo\tO",
    "日本\tO\n🙂\tO\ne\u{301}\tO\n(\tO\n``\tO\n-LRB-\tO\n\u{A0}\tO\n", "Oslo NNP B-NP O\nis VBZ B-VP O\n", "Oslo\n\nis\n",
  ])
  func `tokens go through as they are, sentence by sentence, document by document`(_ input: String) throws {
    let run = try Newsroom([:]).run(["tag", "--input", "conll", "--format", "conll", "-"], input: input)
    #expect(run.exit == .status(0), "\(run.errors)")
    #expect(Self.sentences(run.output) == Self.sentences(input))
    #expect(!run.output.contains("\r"))
    #expect(run.output.hasSuffix("\n"))
    for line in run.output.split(separator: "\n") where !line.hasPrefix("-DOCSTART-") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(columns.count == 2 && columns[1].wholeMatch(of: /O|[BI]-[A-Z_]+/) != nil, "\(line)")
    }
  }

  @Test func `tokens are tagged`() throws {
    let run = try Newsroom([:]).run(
      ["tag", "--input", "conll", "--format", "conll", "-"],
      input: "Marta\tO\nSolheim\tO\nlives\tO\nin\tO\nOslo\tO\n.\tO\n")
    #expect(run.output.contains("Marta\tB-PERSON\nSolheim\tI-PERSON\nlives\tO\nin\tO\nOslo\tB-GPE\n.\tO\n"))
  }

  @Test(arguments: [
    ("Marta\tO\nOslo\tMAYBE\n", "line 2"), ("Marta\tO\n\n\tO\n", "line 3"), ("Marta\tO\r\n\r\nOslo\tB-\r\n", "line 3"),
  ])
  func `a bad line is reported with its number`(_ example: (input: String, place: String)) throws {
    let newsroom = try Newsroom(["bad.conll": example.input])
    let run = try newsroom.run(["tag", "--input", "conll", "--format", "conll", "bad.conll"])
    #expect(run.exit == .status(65))
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("gloss: bad.conll: \(example.place): "), "\(run.errors)")
  }

  @Test func `an article as tokens has every word of it, and -DOCSTART- before each article`() throws {
    let run = try Newsroom().run(["tag", "--format", "conll", "c-court.txt", "d-garden.txt"])
    #expect(run.exit == .status(0))
    #expect(run.output.split(separator: "\n").count { $0 == "-DOCSTART-\tO" } == 2)
    #expect(run.output.contains("\nVienna\tB-GPE\n"))
    // What it prints it can read.
    let again = try Newsroom([:]).run(["tag", "--input", "conll", "--format", "conll", "-"], input: run.output)
    #expect(Self.sentences(again.output) == Self.sentences(run.output))
  }

  /// Tokens, by sentences; a line that begins a document is a sentence of its own.
  private static func sentences(_ text: String) -> [[String]] {
    var sentences: [[String]] = [[]]
    for line in text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      let token = line.contains("\t") ? line.prefix { $0 != "\t" } : line.prefix { $0 != " " }
      if token == "-DOCSTART-" {
        sentences += [["-DOCSTART-"], []]
      } else if line.isEmpty {
        sentences.append([])
      } else {
        sentences[sentences.count - 1].append(String(token))
      }
    }
    return sentences.filter { !$0.isEmpty }
  }

  @Test func `many JSON lines keep their order and numbers, with empty lines and no last line feed`() throws {
    // More than a pipe holds at once, so that it is read in pieces.
    let filler = String(repeating: "x", count: 4000)
    let lines = (0..<40).map { #"{"id":\#($0),"filler":"\#(filler)","text":"Ada met \#($0) people in Oslo."}"# }
    let run = try Newsroom([:]).run(["tag", "--input", "jsonl", "-"], input: lines.joined(separator: "\n\n"))
    #expect(run.exit == .status(0))
    let records = try run.output.split(separator: "\n").map { try #require(try JSONReader.read(String($0)).object) }
    #expect(records.map { $0["id"]?.int } == Array(0..<40))
    #expect(records.allSatisfy { $0["mentions"]?.array != nil })
    let bad = try Newsroom([:]).run(
      ["tag", "--input", "jsonl", "-"], input: lines[..<2].joined(separator: "\n\n") + "\n[]\n")
    #expect(bad.exit == .status(65))
    #expect(bad.output.split(separator: "\n").count == 2, "what came before is printed")
    #expect(bad.errors.hasPrefix("gloss: -:4: every line must be an object"))
  }

  @Test(arguments: [
    ["--json", "--format", "conll"], ["--input", "conll", "--jobs", "0"], ["--input", "jsonl", "--format", "conll"],
  ])
  func `options that cannot be followed are refused`(_ options: [String]) throws {
    let run = try Newsroom().run(["tag"] + options + ["c-court.txt"])
    #expect(run.exit == .status(64))
    #expect(run.output == "")
  }

  @Test func `a missing file of lines is said, and the others are tagged`() throws {
    let newsroom = try Newsroom([:])
    try newsroom.write("{\"text\":\"Oslo.\"}\n", to: "good.jsonl")
    let run = try newsroom.run(["tag", "--input", "jsonl", "nowhere.jsonl", "good.jsonl"])
    #expect(run.exit == .status(66))
    #expect(run.errors.contains("nowhere.jsonl: No such file"))
    #expect(run.output.split(separator: "\n").count == 1)
  }
}
