import Annotations
import Foundation
import TestSupport
import Testing

@Suite struct TrainCommandTests {
  private func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom([:])
    try newsroom.write(TinyModel.sentences(60, seed: 1), to: "train.conll")
    try newsroom.write(TinyModel.sentences(20, seed: 101), to: "dev.conll")
    return newsroom
  }

  private func bytes(_ newsroom: Newsroom, _ name: String) -> Data? {
    FileManager.default.contents(atPath: newsroom.path + "/" + name)
  }

  private func train(_ newsroom: Newsroom, _ output: String, _ more: [String] = []) throws -> ProcessRun {
    try newsroom.run(
      ["train", "--data", "train.conll", "--dev", "dev.conll", "--output", output] + TinyModel.arguments + more)
  }

  @Test func `a model of one's own labels is trained, described, measured and used`() throws {
    let newsroom = try newsroom()
    let run = try train(newsroom, "tiny.model", ["--name", "harbours"])
    #expect(run.exit == .status(0), "\(run.errors)")
    #expect(run.output == "")
    let steps = run.errors.split(separator: "\n").map(String.init)
    #expect(steps.first?.hasSuffix(" tokens in one set, labels HARBOUR SHIP") == true, "\(run.errors)")
    #expect(steps.contains { $0.contains(/^first stage, epoch \d+ of 5, loss \d+\.\d{4}/) }, "\(run.errors)")
    #expect(steps.contains { $0.contains(/dev F1 \d+\.\d\d/) })
    #expect(steps.last?.contains(/^tiny\.model: harbours-1, [\d.]+ [kM]B, made in \d/) == true, "\(run.errors)")
    #expect(!run.errors.contains("\u{1B}") && !run.errors.contains("\r"))

    let info = try newsroom.run(["model", "info", "tiny.model"])
    #expect(
      info.output.contains(/name +harbours-1\n/) && info.output.contains(/labels +HARBOUR SHIP\n/), "\(info.output)")
    #expect(info.output.contains("gloss train --data train.conll"))
    let record = try #require(
      try JSONReader.read(newsroom.run(["model", "info", "tiny.model", "--json"]).output).object)
    #expect(record["labels"] == .array([.string("HARBOUR"), .string("SHIP")]))
    #expect(record["size"]?.int == bytes(newsroom, "tiny.model")?.count)
    #expect(record["checksum"]?.string?.isEmpty == false)

    let measured = try newsroom.run(["evaluate", "tiny.model", "--data", "dev.conll", "--json"])
    let micro = try #require(try JSONReader.read(measured.output).object?["micro"]?.object)
    #expect(try #require(micro["f1"]?.double) > 0.9)

    let text = "The\tO\nship\tO\nMorwenna\tO\nleft\tO\nKilkeel\tO\non\tO\nMonday\tO\n.\tO\n"
    let tagged = try newsroom.run(
      ["tag", "--model", "tiny.model", "--input", "conll", "--format", "conll", "-"], input: text)
    // Nobody asked for dates: only what the model has learnt is suggested.
    #expect(
      tagged.output.contains("Morwenna\tB-SHIP\nleft\tO\nKilkeel\tB-HARBOUR\non\tO\nMonday\tO\n"),
      "\(tagged.output)")
    let shown = try newsroom.run(
      ["show", "--model", "tiny.model", "--json", "-"], input: "The ship Morwenna left Kilkeel on Monday.")
    #expect(shown.output.contains(#""text":"Morwenna","label":"SHIP""#), "\(shown.output)")
    #expect(shown.output.contains(#""annotator":"model:harbours-1""#))
  }

  @Test func `the same seed gives the same bytes`() throws {
    let newsroom = try newsroom()
    #expect(try train(newsroom, "a.model", ["--name", "x", "--quiet"]).errors == "")
    let first = try #require(bytes(newsroom, "a.model"))
    // The command is part of the model, so it has to be the same.
    #expect(try train(newsroom, "a.model", ["--name", "x", "--quiet"]).exit == .status(0))
    #expect(bytes(newsroom, "a.model") == first)
    #expect(newsroom.files == ["a.model", "dev.conll", "train.conll"])
  }

  @Test func `decisions are learnt from, and a label can be left out`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("a-storm.txt", [("kestrel", "BIRD", "accepted"), ("pier", "FAC", "accepted")])
    let run = try newsroom.run(
      ["train", "--data", ".", "-o", "own.model", "--labels", "BIRD", "--quiet"] + TinyModel.arguments)
    #expect(run.exit == .status(0), "\(run.errors)")
    #expect(try newsroom.run(["model", "info", "own.model"]).output.contains(/labels +BIRD\n/))
  }

  // MARK: - Ctrl-C

  @Test func `Ctrl-C keeps the best so far, and the progress stays in one line`() throws {
    let newsroom = try newsroom()
    let session = try TerminalSession(
      Newsroom.program,
      [
        "train", "--data", "train.conll", "--dev", "dev.conll", "-o", "tiny.model", "--stages", "1", "--feature-bits",
        "12",
        "--epochs", "1000000",
      ],
      rows: 12, columns: 100, term: "xterm-256color", directory: newsroom.path, folder: newsroom.folder)
    try session.wait(for: "dev F1")
    #expect(session.terminal.body.count { $0.contains("first stage, epoch") } <= 1)
    try session.send(bytes: [0x03])
    #expect(try session.waitForExit() == .status(130))
    #expect(session.terminal.text.contains("stopped; tiny.model holds the best model so far"))
    let info = try newsroom.run(["model", "info", "tiny.model"])
    #expect(info.exit == .status(0) && info.output.contains("HARBOUR SHIP"), "\(info.errors)")
    #expect(newsroom.files == ["dev.conll", "tiny.model", "train.conll"])
  }

  @Test func `a second Ctrl-C ends training at once and writes nothing`() throws {
    let newsroom = try newsroom()
    // Each step takes so long that the second Ctrl-C comes before its end.
    try newsroom.write(TinyModel.sentences(2_000, seed: 1), to: "train.conll")
    let session = try TerminalSession(
      Newsroom.program,
      ["train", "--data", "train.conll", "-o", "tiny.model", "--epochs", "1000000", "--augmentation", "1"],
      rows: 12, columns: 100, term: "xterm-256color", directory: newsroom.path, folder: newsroom.folder)
    try session.wait(for: "preparing")
    try session.send(bytes: [0x03])
    try session.wait(for: "Ctrl-C again ends at once")
    try session.send(bytes: [0x03])
    #expect(try session.waitForExit() == .status(130))
    #expect(!session.terminal.text.contains("holds the best model"))
    #expect(newsroom.files == ["dev.conll", "train.conll"])
  }

  // MARK: - What is refused

  @Test func `a file that is no model is not written over, and that is said before anything is learnt`() throws {
    let newsroom = try newsroom()
    try newsroom.write("precious", to: "story.txt")
    let run = try train(newsroom, "story.txt")
    #expect(run.exit == .status(73))
    #expect(run.errors == "gloss: story.txt: is there already and is no model; it is left as it is\n")
    #expect(try newsroom.folder.read("news/story.txt") == "precious")
    let nowhere = try train(newsroom, "no/such/tiny.model")
    #expect(nowhere.exit == .status(73))
    #expect(nowhere.errors.hasPrefix("gloss: no/such/tiny.model: there is no folder "), "\(nowhere.errors)")
    try newsroom.write("", to: "empty.model")
    #expect(try train(newsroom, "empty.model", ["--quiet"]).exit == .status(0))
    let folder = try train(newsroom, ".")
    #expect(folder.exit == .status(73) && folder.errors.hasPrefix("gloss: .: "), "\(folder.errors)")
  }

  @Test(arguments: [
    ("Oslo\tO\n", [], "gloss: no mention in the data has a label that is to be learnt\n"),
    ("Oslo\tB-GPE\n", ["--labels", "ORG,GPE"], "gloss: no mention in the data is called ORG\n"),
    (
      (0..<40).map { "w\tB-L\($0)\n" }.joined(), [],
      "gloss: 40 labels are in the data, and a model can learn 31; choose with --labels\n"
    ),
    ("Oslo\tGPE\n", [], "gloss: data.conll: line 1: “GPE” is not an IOB2 tag\n"),
  ])
  func `data from which nothing can be learnt is told`(
    _ example: (data: String, arguments: [String], message: String)
  ) throws {
    let newsroom = try Newsroom([:])
    try newsroom.write(example.data, to: "data.conll")
    let run = try newsroom.run(["train", "--data", "data.conll", "-o", "m.model"] + example.arguments)
    #expect(run.exit == .status(65))
    #expect(run.errors == example.message)
    #expect(newsroom.files == ["data.conll"])
  }

  // MARK: - Damage

  @Test func `a file that is no model, cut short or damaged is told as such, whatever it is needed for`() throws {
    let newsroom = try TinyModel.newsroom(["a.txt": "The ship Morwenna left Kilkeel.\n"])
    let whole = try #require(bytes(newsroom, "tiny.model"))
    func put(_ data: Data) throws { try data.write(to: URL(filePath: newsroom.path + "/bad.model")) }
    var flipped = whole
    flipped[whole.count / 2] ^= 0x10
    var newer = whole
    newer[8] += 1
    var older = whole
    older[8] -= 1
    let examples: [(Data, String)] = [
      (Data("The ship left.".utf8), "not a tagger model"), (whole.prefix(whole.count / 2), "cut short"),
      (whole.prefix(whole.count - 1), "cut short"), (flipped, "damaged"), (Data(), "not a tagger model"),
      (newer, "made for a newer gloss (format \(newer[8]); "), (older, "made for an older gloss (format \(older[8]); "),
    ]
    for (data, message) in examples {
      try put(data)
      for arguments in [
        ["model", "info", "bad.model"], ["tag", "--model", "bad.model", "a.txt"],
        ["show", "--model", "bad.model", "a.txt"], ["evaluate", "bad.model", "--data", "dev.conll"],
        ["list", "--model", "bad.model", "."], ["find", "--model", "bad.model", "ship", "a.txt"],
      ] {
        let run = try newsroom.run(arguments)
        #expect(run.exit == .status(65), "\(arguments) \(run.errors)")
        #expect(run.output == "", "\(arguments)")
        #expect(run.errors.hasPrefix("gloss: bad.model: " + message), "\(arguments) \(run.errors)")
      }
    }
    let missing = try newsroom.run(["tag", "--model", "no.model", "a.txt"])
    #expect(missing.exit == .status(66) && missing.errors == "gloss: no.model: No such file or directory\n")
  }

  @Test func `no byte of a model can be changed without notice`() throws {
    let newsroom = try TinyModel.newsroom([:])
    let whole = try #require(bytes(newsroom, "tiny.model"))
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 23)) {
      var changed = whole
      changed[place] ^= 0x01
      try changed.write(to: URL(filePath: newsroom.path + "/bad.model"))
      let run = try newsroom.run(["model", "info", "bad.model"])
      #expect(run.exit == .status(65) && run.output == "", "byte \(place): \(run.output)\(run.errors)")
    }
  }

  // MARK: - Settings

  @Test func `the settings name a model as seen from where they are, and a wrong one is told with them`() throws {
    let newsroom = try TinyModel.newsroom(["inner/a.txt": "The ship Morwenna left Kilkeel.\n"])
    try newsroom.write("model = \"tiny.model\"\n", to: "gloss.toml")
    func labels(_ arguments: [String]) throws -> String {
      try ProcessRun(
        Newsroom.program, arguments, directory: newsroom.path + "/inner", folder: newsroom.folder
      ).output
    }
    #expect(try labels(["tag", "a.txt"]).contains(#""label":"SHIP""#))
    #expect(try !labels(["tag", "--config", "none", "a.txt"]).contains(#""label":"SHIP""#))
    #expect(try !labels(["tag", "--model", "default", "a.txt"]).contains(#""label":"SHIP""#))
    #expect(try labels(["config", "show"]).contains(/model +\S+\/news\/tiny\.model\t\S+\/gloss\.toml\n/))
    try newsroom.write("model = \"gone.model\"\n", to: "gloss.toml")
    let wrong = try newsroom.run(["tag", "inner/a.txt"])
    #expect(wrong.exit == .status(78) && wrong.output == "")
    #expect(wrong.errors.contains("gone.model: No such file") && wrong.errors.contains("gloss.toml"), "\(wrong.errors)")
    try newsroom.write("model = 3\n", to: "gloss.toml")
    #expect(try newsroom.run(["config", "check"]).exit == .status(78))
  }
}
