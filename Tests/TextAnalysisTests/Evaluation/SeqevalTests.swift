import Annotations
import Foundation
import TestSupport
import Testing
import TextAnalysis

/// Our counts beside those of seqeval (Nakayama 2018), which computes what `conlleval` computes.
///
/// Skipped where Python has no seqeval. `GLOSS_PYTHON` names a Python that has it: `python3 -m venv v;
/// v/bin/pip install seqeval; GLOSS_PYTHON=v/bin/python swift test --filter Seqeval`.
@Suite(.enabled(if: Seqeval.isPresent, "seqeval is not installed (pip install seqeval, or set GLOSS_PYTHON)"))
struct SeqevalTests {
  private static let labels = ["PER", "ORG", "LOC", "A-B"]

  /// Tags as no annotator would write them: ends without beginnings, labels that change inside.
  private static func tags(_ count: Int, prefixes: [String], _ random: inout IdentifierSource) -> [String] {
    (0..<count).map { _ in
      guard Int.random(in: 0..<3, using: &random) > 0 else { return "O" }
      let prefix = prefixes[Int.random(in: 0..<prefixes.count, using: &random)]
      return "\(prefix)-\(labels[Int.random(in: 0..<labels.count, using: &random)])"
    }
  }

  @Test(
    "odd and proper tags are counted as seqeval counts them", arguments: [["B", "I"], ["I"], ["B", "I", "E", "S"]])
  func random(_ prefixes: [String]) throws {
    var random = IdentifierSource(seed: UInt64(prefixes.count))
    let lengths = (0..<400).map { _ in Int.random(in: 1...9, using: &random) }
    let expected = lengths.map { Self.tags($0, prefixes: prefixes, &random) }
    // Half of the sentences differ in a few places only, so that there is something right.
    let proposed = expected.enumerated().map { index, tags in
      let other = Self.tags(tags.count, prefixes: prefixes, &random)
      guard index % 2 == 0 else { return other }
      return tags.indices.map { Int.random(in: 0..<5, using: &random) == 0 ? other[$0] : tags[$0] }
    }
    try compare(expected, proposed)
  }

  @Test(
    "the rules on a development set are counted as seqeval counts them",
    .enabled(if: SharedMaterial.isPresent, Comment(rawValue: SharedMaterial.absence)))
  func corpus() throws {
    let file = try IOB2File(reading: try #require(SharedMaterial.bytes("corpora/dev/gum_open.dev.conll")))
    func tags(_ mentions: (IOB2File.Part) -> [Mention]) -> [[String]] {
      file.parts.flatMap { part in
        let tags = IOB2File.tags(of: mentions(part), in: part.text)
        return part.text.sentences.map { Array(tags[$0]) }
      }
    }
    try compare(tags(\.mentions), tags { Pipeline.english.recognise($0.text) })
  }

  private func compare(_ expected: [[String]], _ proposed: [[String]]) throws {
    func file(_ tags: [[String]]) -> String {
      tags.map { $0.map { "w\t\($0)\n" }.joined() }.joined(separator: "\n")
    }
    let ours = try IOB2File(reading: Array(file(expected).utf8))
    let theirs = try IOB2File(reading: Array(file(proposed).utf8))
    let evaluation = SetEvaluation(
      of: AnnotatedSet(
        name: "a", ours, labels: Set(zip(ours.parts, theirs.parts).flatMap { ($0.mentions + $1.mentions).map(\.label) })
      )
    ) { _ in theirs.parts[0].mentions }
    let reference = try Seqeval.report(expected, proposed)
    var macro = 0
    for (label, counts) in evaluation.spans.counts {
      let row = try #require(reference[label.name], "\(label)")
      #expect(abs(row.precision - counts.precision) < 1e-9 && abs(row.recall - counts.recall) < 1e-9, "\(label)")
      #expect(abs(row.f1 - counts.f1) < 1e-9 && row.support == counts.expected, "\(label)")
      macro += 1
    }
    #expect(reference.count == macro + 2)
    let micro = try #require(reference["micro avg"])
    let total = evaluation.spans.total
    #expect(abs(micro.precision - total.precision) < 1e-9 && abs(micro.recall - total.recall) < 1e-9)
    #expect(abs(micro.f1 - total.f1) < 1e-9 && micro.support == total.expected && total.correct > 0)
    let mean = try #require(reference["macro avg"])
    let ourMean = evaluation.spans.macro
    #expect(abs(mean.precision - ourMean.precision) < 1e-9 && abs(mean.recall - ourMean.recall) < 1e-9)
    #expect(abs(mean.f1 - ourMean.f1) < 1e-9)
  }
}

/// seqeval, run by Python.
private enum Seqeval {
  struct Row {
    var precision: Double
    var recall: Double
    var f1: Double
    var support: Int
  }

  private static let python = ProcessInfo.processInfo.environment["GLOSS_PYTHON"] ?? systemProgram(named: "python3")

  static let isPresent: Bool = {
    guard let python else { return false }
    return (try? ProcessRun(python, ["-c", "import seqeval"]))?.exit == .status(0)
  }()

  private static let script = """
    import json, sys
    from seqeval.metrics import classification_report
    expected, proposed = json.load(sys.stdin)
    report = classification_report(expected, proposed, output_dict=True, zero_division=0)
    report.pop("weighted avg")
    for name, row in report.items():
        print(name, *(repr(float(row[key])) for key in ("precision", "recall", "f1-score", "support")), sep="\\t")
    """

  static func report(_ expected: [[String]], _ proposed: [[String]]) throws -> [String: Row] {
    func list(_ tags: [[String]]) -> JSONValue { .array(tags.map { .array($0.map { .string($0) }) }) }
    let run = try ProcessRun(
      try #require(python), ["-c", script], input: JSONWriter.text(.array([list(expected), list(proposed)])))
    try #require(run.exit == .status(0), "\(run.errors)")
    var rows: [String: Row] = [:]
    for line in run.output.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      let numbers = try fields.dropFirst().map { try #require(Double($0)) }
      try #require(numbers.count == 4, "\(line)")
      rows[String(fields[0])] = Row(
        precision: numbers[0], recall: numbers[1], f1: numbers[2], support: Int(numbers[3]))
    }
    return rows
  }
}
