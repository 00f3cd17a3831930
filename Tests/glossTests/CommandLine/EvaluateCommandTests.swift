import Annotations
import Foundation
import TestSupport
import Testing

@Suite struct EvaluateCommandTests {
  /// Two right, one with a wrong edge, one with a wrong label, one that no list knows, one spurious: whatever the
  /// recogniser finds, these counts of what is expected hold.
  private static let tokens = """
    -DOCSTART-\tO

    Marta\tB-PERSON
    Solheim\tI-PERSON
    lives\tO
    in\tO
    Oslo\tB-GPE
    .\tO

    The\tO
    kestrel\tB-PRODUCT
    flew\tO
    to\tO
    Norway\tB-GPE
    .\tO

    """

  private func record(_ run: ProcessRun) throws -> JSONObject {
    try #require(run.exit == .status(0), "\(run.errors)")
    let line = try #require(run.output.split(separator: "\n").first)
    return try #require(try JSONReader.read(String(line)).object)
  }

  private func count(_ record: JSONObject, _ path: String...) throws -> Int {
    var value = JSONValue.object(record)
    for key in path { value = try #require(value.object?[key], "\(path)") }
    return try #require(value.int, "\(path)")
  }

  @Test func `figures are printed for each label, with averages, errors and calibration`() throws {
    let newsroom = try Newsroom(["dev.conll": Self.tokens])
    let run = try newsroom.run(["evaluate", "rules", "--data", "dev.conll"])
    #expect(run.exit == .status(0))
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("on dev.conll: 2 sentences, 12 tokens"))
    #expect(lines[1].split(separator: " ") == ["precision", "recall", "F1", "expected", "proposed", "correct"])
    for name in ["GPE", "PERSON", "PRODUCT", "micro"] {
      let row = try #require(lines.first { $0.hasPrefix(name + " ") }).split(separator: " ")
      #expect(row.count == 7 && row[1...3].allSatisfy { $0.contains(/^\d+\.\d\d$/) }, "\(row)")
    }
    #expect(
      lines.contains {
        $0.contains(/^errors +boundary \d+, label \d+, boundary\+label \d+, missing \d+, spurious \d+$/)
      })
    #expect(lines.contains { $0.hasPrefix("calibration  expected calibration error 0.") })
    let last = try #require(lines.last)
    #expect(last.contains(/^[\d,]+ words\/s \(12 given tokens in \d+\.\d\d s of one core\)$/), "\(last)")
  }

  @Test func `JSON has the same figures, and each error in its sentence`() throws {
    let newsroom = try Newsroom(["dev.conll": Self.tokens])
    let record = try record(newsroom.run(["evaluate", "rules", "--data", "dev.conll", "--json", "--errors"]))
    #expect(record["file"] == .string("dev.conll"))
    #expect(try count(record, "tokens") == 12 && count(record, "sentences") == 2)
    #expect(try count(record, "labels", "GPE", "expected") == 2 && count(record, "labels", "PRODUCT", "expected") == 1)
    #expect(try count(record, "micro", "expected") == 4)
    let errors = try #require(record["errors"]?.array).compactMap(\.object)
    let kinds = ["boundary", "label", "boundary+label", "missing", "spurious"]
    for kind in kinds {
      #expect(try count(record, "errorCounts", kind) == errors.count { $0["kind"] == .string(kind) }, "\(kind)")
    }
    let missing = try #require(errors.first { $0["kind"] == .string("missing") })
    #expect(missing["text"] == .string("The kestrel flew to Norway .") && missing["sentence"] == .int(2))
    #expect(missing["proposed"] == .null)
    let expected = try #require(missing["expected"]?.object)
    #expect(expected["start"] == .int(4) && expected["end"] == .int(11) && expected["label"] == .string("PRODUCT"))
    let bins = try #require(record["calibration"]?.object?["bins"]?.array)
    #expect(bins.count == 10)
    #expect(
      try bins.reduce(0) { try $0 + count(try #require($1.object), "number") } == count(record, "micro", "proposed"))
    let text = try newsroom.run(["evaluate", "rules", "--data", "dev.conll", "--errors"])
    #expect(text.output.contains("missing        dev.conll, sentence 2: The [kestrel]PRODUCT flew to Norway .\n"))
  }

  @Test func `what a set does not annotate is passed over, labels can be merged and chosen`() throws {
    let newsroom = try Newsroom(["set_a.dev.conll": Self.tokens, "types.json": #"{"set_a": ["GPE", "LOC"]}"#])
    let some = try record(
      newsroom.run(["evaluate", "rules", "--data", "set_a.dev.conll", "--complete-types", "types.json", "--json"]))
    #expect(try #require(some["labels"]?.object).members.map(\.key) == ["GPE", "LOC"])
    #expect(try count(some, "micro", "expected") == 2)
    let merged = try record(
      newsroom.run([
        "evaluate", "--data", "set_a.dev.conll", "--map", "GPE=PLACE", "PERSON=PLACE", "--labels", "PLACE", "--json",
      ]))
    #expect(try #require(merged["labels"]?.object).members.map(\.key) == ["PLACE"])
    #expect(try count(merged, "micro", "expected") == 3)
    let unknown = try newsroom.run(["evaluate", "--data", "-", "--complete-types", "types.json"], input: Self.tokens)
    #expect(unknown.exit == .status(0))
    #expect(
      unknown.errors
        == "gloss: types.json does not mention -: taken as annotated is what occurs in it, GPE PERSON PRODUCT\n")
  }

  @Test func `several files make a table with their average and with all their mentions together`() throws {
    let newsroom = try Newsroom(["a.conll": Self.tokens, "b.conll": "Oslo\tB-GPE\n"])
    let text = try newsroom.run(["evaluate", "rules", "--data", "a.conll", "b.conll"])
    let lines = text.output.split(separator: "\n").suffix(6)
    let names = ["precision", "a.conll", "b.conll", "average", "together"]
    #expect(lines.dropLast().map { String($0.split(separator: " ")[0]) } == names)
    let json = try newsroom.run(["evaluate", "rules", "--data", "a.conll", "--data", "b.conll", "--json"])
    let records = try json.output.split(separator: "\n").map { try #require(try JSONReader.read(String($0)).object) }
    #expect(records.map { $0["file"]?.string } == ["a.conll", "b.conll", nil] && records[2]["averageOf"] == .int(2))
    let scores = try records.map { try #require($0["micro"]?.object?["f1"]?.double) }
    #expect(abs((scores[0] + scores[1]) / 2 - scores[2]) < 1e-4)
    let together = try #require(records[2]["together"]?.object?["micro"]?.object)
    for key in ["expected", "proposed", "correct"] {
      let single = try records.prefix(2).map { try #require($0["micro"]?.object?[key]?.int) }
      #expect(together[key]?.int == single[0] + single[1], "\(key)")
    }
  }

  @Test func `the text can be measured in capitals and in lower case`() throws {
    let newsroom = try Newsroom(["a.conll": Self.tokens])
    for (flag, words) in [("--upper", "THE [KESTREL]PRODUCT FLEW"), ("--lower", "the [kestrel]PRODUCT flew")] {
      let run = try newsroom.run(["evaluate", "rules", "--data", "a.conll", flag, "--errors"])
      #expect(run.output.contains(words), "\(run.output)")
    }
  }

  // MARK: - Decisions

  @Test func `decisions on articles are data, alone, by their file or by the folder`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide(
      "a-storm.txt",
      [("Oslo", "GPE", "accepted"), ("kestrel", "PRODUCT", "accepted"), ("Bergen", "GPE", "rejected")])
    try newsroom.decide("c-court.txt", [("in [Vienna] will", "GPE", "accepted"), ("cheese mak", "NORP", "accepted")])
    for path in ["a-storm.txt", "a-storm.txt.gloss.jsonl", newsroom.path + "/a-storm.txt"] {
      let one = try record(newsroom.run(["evaluate", "rules", "--data", path, "--json"]))
      #expect(try #require(one["labels"]?.object).members.map(\.key) == ["GPE", "PRODUCT"])
      #expect(try count(one, "micro", "expected") == 2)
    }
    // What has been taken back leaves an annotation file in which nothing is decided.
    try newsroom.decide("b-ferry.txt", [])
    let folder = try newsroom.run(["evaluate", "rules", "--data", ".", "--json"])
    #expect(folder.errors.contains("gloss: .: 2 of 2 articles not marked done: what is undecided there counts as no"))
    #expect(try count(record(folder), "micro", "expected") == 3)
    #expect(folder.errors.contains("gloss: c-court.txt:6: “cheese mak” is left out: it cuts the token “makers”\n"))
    #expect(newsroom.homeFiles == [])
  }

  @Test func `an annotator's own file is read as theirs`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide(
      "c-court.txt", [("in [Vienna] will", "GPE", "accepted"), ("the [appeal] of", "EVENT", "accepted")])
    try newsroom.write(newsroom.sidecar("c-court.txt"), to: "c-court.txt.anna.gloss.jsonl")
    try newsroom.decide("c-court.txt", [("in [Vienna] will", "GPE", "accepted")])
    let anna = try record(newsroom.run(["evaluate", "--data", "c-court.txt.anna.gloss.jsonl", "--json"]))
    #expect(try count(anna, "micro", "expected") == 2)
    let own = try record(newsroom.run(["evaluate", "--data", "c-court.txt.gloss.jsonl", "--json"]))
    #expect(try count(own, "micro", "expected") == 1)
  }

  @Test(arguments: [
    (["a.conll"], "Oslo\tB-GPE\nis\tMAYBE\n", "a.conll: line 2: “MAYBE” is not an IOB2 tag", 65),
    (["a.conll"], "\n\n", "a.conll: no tokens; one line for each, TOKEN<TAB>TAG, was expected", 65),
    (["no.conll"], "", "no.conll: No such file or directory", 66),
    (["a.txt"], "He is in Oslo.\n", "a.txt: line 1: “Oslo.” is not an IOB2 tag; an article counts when", 65),
    (["a.gloss.jsonl"], "{}\n", "a.gloss.jsonl: line 1: an annotation file begins with the name of its article", 65),
    (
      ["a.gloss.jsonl"], "{\"type\":\"gloss\",\"article\":\"b.txt\"}\n",
      "a.gloss.jsonl: line 1: says that it belongs to b.txt, but is not named after it", 65
    ),
    (["a.conll", "--complete-types", "a.conll"], "Oslo\tB-GPE\n", "a.conll: line 1: ", 65),
    (["."], "", ".: nothing has been accepted in it, so there is nothing to compare with", 65),
  ])
  func `what cannot be read is told with its place, and nothing is printed`(
    _ example: (arguments: [String], contents: String, message: String, status: Int32)
  ) throws {
    let newsroom = try Newsroom([:])
    if example.arguments[0] != "no.conll", example.arguments[0] != "." {
      try newsroom.write(example.contents, to: example.arguments[0])
    }
    let run = try newsroom.run(["evaluate", "rules", "--data"] + example.arguments)
    #expect(run.exit == .status(example.status))
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("gloss: " + example.message), "\(run.errors)")
  }
}
