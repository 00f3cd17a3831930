import Foundation
import TestSupport
import Testing

/// What `gloss train` learns beside marked texts: text without labels, clusters of words, names; and from how many seeds.
@Suite struct TrainTextTests {
  private func newsroom() throws -> Newsroom {
    let newsroom = try Newsroom([:])
    try newsroom.write(TinyModel.sentences(60, seed: 1), to: "train.conll")
    try newsroom.write(TinyModel.sentences(20, seed: 101), to: "dev.conll")
    let plain = TinyModel.sentences(90, seed: 11).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.prefix { $0 != "\t" } }.split(separator: "").map { $0.joined(separator: " ") + "\n" }.joined()
    try newsroom.write(plain, to: "plain.txt")
    try newsroom.write("[forename]\nMorwenna\nKarrek Morwenna\n\n[smallPlace]\nKilkeel\n", to: "names.txt")
    return newsroom
  }

  private func train(_ newsroom: Newsroom, _ more: [String]) throws -> ProcessRun {
    try newsroom.run(
      ["train", "--data", "train.conll", "--dev", "dev.conll", "-o", "own.model"] + TinyModel.arguments + more)
  }

  private func history(_ newsroom: Newsroom) throws -> String {
    try newsroom.run(["model", "info", "own.model"]).output
  }

  private func size(_ newsroom: Newsroom) throws -> Int {
    try #require(FileManager.default.contents(atPath: newsroom.path + "/own.model")).count
  }

  @Test func `what a first model is sure of in text without labels is learnt too`() throws {
    let newsroom = try newsroom()
    let run = try train(newsroom, ["--unlabelled", "plain.txt"])
    #expect(run.exit == .status(0), "\(run.errors)")
    let steps = run.errors.split(separator: "\n").map(String.init)
    let tagging = try #require(steps.firstIndex { $0.hasPrefix("tagging unlabelled text") }, "\(run.errors)")
    #expect(steps[..<tagging].contains { $0.contains("first stage, epoch 5 of 5") })
    #expect(steps[tagging...].contains { $0.contains("first stage, epoch 5 of 5") })
    let record = try history(newsroom)
    #expect(record.contains(/data: unlabelled text, [1-9]\d* documents, [1-9]\d* sentences/), "\(record)")
  }

  @Test func `a text shorter than a part that is tagged at once counts as well`() throws {
    let newsroom = try newsroom()
    let plain = try newsroom.folder.read("news/plain.txt").split(separator: "\n").prefix(6)
    try newsroom.write(plain.map { $0 + "\r\n" }.joined(), to: "short.txt")
    #expect(try train(newsroom, ["--unlabelled", "short.txt", "--quiet"]).errors == "")
    let record = try history(newsroom)
    #expect(record.contains(/data: unlabelled text, 1 documents, [1-6] sentences/), "\(record)")
  }

  @Test func `words are sorted into clusters of one's own`() throws {
    let newsroom = try newsroom()
    #expect(try train(newsroom, ["--unlabelled", "plain.txt", "--quiet"]).exit == .status(0))
    let whole = try size(newsroom)
    let run = try train(newsroom, ["--unlabelled", "plain.txt", "--clusters"])
    #expect(run.exit == .status(0), "\(run.errors)")
    #expect(run.errors.contains("\nclustering words, 100 %\n"), "\(run.errors)")
    #expect(run.errors.contains(/\n[1-9]\d words in clusters\n/), "\(run.errors)")
    // Some words take the place of the many of the built-in model.
    #expect(try size(newsroom) < whole - 100_000)
  }

  @Test func `names of one's own take the place of the built-in ones`() throws {
    let newsroom = try newsroom()
    #expect(try train(newsroom, ["--quiet"]).exit == .status(0))
    let whole = try size(newsroom)
    let run = try train(newsroom, ["--names", "names.txt", "--quiet"])
    #expect(run.exit == .status(0) && run.errors == "", "\(run.errors)")
    #expect(try size(newsroom) < whole - 1_000_000)
    #expect(try newsroom.run(["evaluate", "own.model", "--data", "dev.conll"]).exit == .status(0))
  }

  @Test func `several seeds become one model`() throws {
    let newsroom = try newsroom()
    let run = try train(newsroom, ["--ensemble", "3"])
    #expect(run.exit == .status(0), "\(run.errors)")
    #expect(run.errors.contains("first stage, epoch 1 of 15") && run.errors.contains("first stage, epoch 15 of 15"))
    #expect(run.errors.matches(of: /first stage, epoch \d+ of 15, loss \d\.\d+, dev F1/).count == 15, "\(run.errors)")
    #expect(try history(newsroom).contains("ensemble 3"))
  }

  // MARK: - What is refused

  @Test(arguments: [
    (["--clusters"], 64, "--clusters: needs a text to count words in, with --unlabelled FILE"),
    (["--ensemble", "0"], 64, "--ensemble: 1 to 100"),
    (["--unlabelled", "gone.txt"], 66, "gloss: gone.txt: No such file or directory\n"),
    (["--unlabelled", "bad.txt"], 65, "gloss: bad.txt: no text; one sentence a line was expected"),
    (["--unlabelled", "short.txt", "--clusters"], 65, "gloss: short.txt: too short for clusters"),
    (["--names", "gone.txt"], 66, "gloss: gone.txt: No such file or directory\n"),
    (["--names", "bad.txt"], 65, "gloss: bad.txt: there are no names in it\n"),
    (["--names", "short.txt"], 65, "gloss: short.txt: line 1: names belong under a line with the name of their list"),
    (
      ["--names", "lists.txt"], 65, "gloss: lists.txt: line 4: there is no list “surname” of names; there are forename"
    ),
    (["--names", "open.txt"], 65, "gloss: open.txt: line 1: there is no list “” of names; there are forename"),
  ])
  func `text and names that cannot be used are told`(
    _ example: (arguments: [String], status: Int32, message: String)
  ) throws {
    let newsroom = try newsroom()
    try newsroom.write("\n \n", to: "bad.txt")
    try newsroom.write("The ship left .\n", to: "short.txt")
    try newsroom.write("[forename]\r\nAda\r\n\r\n[surname]\r\nLovelace\r\n", to: "lists.txt")
    try newsroom.write("[", to: "open.txt")
    let run = try train(newsroom, example.arguments + ["--quiet"])
    #expect(run.exit == .status(example.status), "\(run.errors)")
    #expect(run.errors.contains(example.message), "\(run.errors)")
    #expect(!newsroom.files.contains("own.model"))
  }

  @Test func `text in another encoding is told`() throws {
    let newsroom = try newsroom()
    try Data([0x63, 0x61, 0x66, 0xE9, 0x0A]).write(to: URL(filePath: newsroom.path + "/latin.txt"))
    let run = try train(newsroom, ["--unlabelled", "latin.txt", "--quiet"])
    #expect(run.exit == .status(65))
    #expect(run.errors == "gloss: latin.txt: not UTF-8; convert it first, for instance with iconv\n")
  }
}
