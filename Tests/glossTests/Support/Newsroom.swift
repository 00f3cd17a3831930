import Annotations
import Foundation
import Synchronization
import TestSupport
import Testing

/// A folder of articles, the home of a person who reads them, and what is on disk about them.
final class Newsroom: Sendable {
  /// Holds everything: home, configuration, state and the articles.
  let folder: TemporaryFolder
  /// The folder of the articles.
  var path: String { folder.path + "/news" }

  /// The program under test.
  static var program: String { get throws { try builtProgram(named: "gloss") } }

  /// What is said of some words, by the recogniser or by a person.
  struct Entry: Hashable, Sendable {
    /// The words.
    var text: String
    /// The name of the label.
    var label: String
    /// `suggested`, `unsure`, `accepted` or `rejected`.
    var status: String
    /// Code points from the start of the article.
    var start: Int
    /// One who wrote it down.
    var by: String
  }

  /// Writes articles, by file name.
  init(_ articles: KeyValuePairs<String, String> = Articles.all) throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in articles { try write(text, to: name) }
  }

  // MARK: - Files

  /// Writes a file among the articles.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: "news/" + name) }

  /// Writes a file of the person's settings, such as `config.toml`.
  func configure(_ text: String, in name: String = "config.toml") throws {
    try folder.write(text, to: "home/.config/gloss/" + name)
  }

  /// The names of the files among the articles, sorted.
  var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// All files in the home, by their path from there, sorted.
  var homeFiles: [String] {
    let home = folder.path + "/home"
    var isFolder = ObjCBool(false)
    return (FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []).filter {
      FileManager.default.fileExists(atPath: home + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  /// The annotations of an article as they are on disk, an empty text where there are none.
  func sidecar(_ name: String) -> String { (try? folder.read("news/\(name).gloss.jsonl")) ?? "" }

  /// The journals of everything, one after the other.
  var journal: String {
    homeFiles.filter { $0.contains("/gloss/journal/") }.compactMap { try? folder.read("home/" + $0) }.joined()
  }

  /// What has been decided on an article, as it is on disk, in reading order.
  func decisions(_ name: String) throws -> [Entry] {
    try sidecar(name).split(separator: "\n").compactMap { line in
      let record = try #require(try JSONReader.read(String(line)).object, "\(line)")
      return record["type"]?.string == "mention" ? Self.entry(record) : nil
    }
  }

  /// Writes decisions on an article, as if they had been made before.
  ///
  /// - Parameter decisions: Words of the article with label and status. The first occurrence is meant; square brackets
  ///   set the words off from others that are only there to find the place: `in [Oslo], Solheim`.
  func decide(_ name: String, _ decisions: [(words: String, label: String, status: String)]) throws {
    let article = try folder.read("news/" + name)
    var lines = [#"{"type":"gloss","version":1,"article":"\#(name)","unit":"code point","annotator":"tester"}"#]
    for (index, decision) in decisions.enumerated() {
      let parts = decision.words.split(separator: /[\[\]]/, omittingEmptySubsequences: false).map(String.init)
      let text = parts.count == 3 ? parts[1] : decision.words
      let range = try #require(article.range(of: parts.joined()), "\(decision.words) is not in \(name)")
      let place = article.unicodeScalars.distance(from: article.startIndex, to: range.lowerBound)
      let start = place + (parts.count == 3 ? parts[0].unicodeScalars.count : 0)
      let record: JSONObject = [
        "type": "mention", "start": .int(start), "end": .int(start + text.unicodeScalars.count),
        "text": .string(text), "label": .string(decision.label), "status": .string(decision.status),
        "by": "tester", "id": .string("m\(index)"),
      ]
      lines.append(JSONWriter.text(.object(record)))
    }
    try write(lines.joined(separator: "\n") + "\n", to: name + ".gloss.jsonl")
  }

  // MARK: - The program

  /// Runs the program without a terminal, in the folder of the articles.
  func run(
    _ arguments: [String], input: String? = nil, output: ProcessRun.Output = .captured,
    environment: [String: String?] = [:]
  ) throws -> ProcessRun {
    try ProcessRun(
      Self.program, arguments, input: input.map { Array($0.utf8) } ?? [], output: output,
      environment: ["USER": "tester"].merging(environment) { $1 }, directory: path, folder: folder)
  }

  /// Opens the reader in a terminal that can show whole frames at once, on the folder of the articles unless other
  /// arguments are given.
  ///
  /// - Parameter waitsForFrames: Whether to wait until frames come between marks. On a busy machine the first frame may
  ///   come before the terminal has said that it knows the marks, and where nothing happens there is no other.
  func open(
    _ arguments: [String]? = nil, rows: Int = 24, columns: Int = 80, term: String = "xterm-256color",
    environment: [String: String?] = [:], waitsForFrames: Bool = true,
    width: @escaping VirtualTerminal.Width = CharacterWidth.columns
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      Self.program, arguments ?? [path], rows: rows, columns: columns, term: term,
      environment: ["USER": "tester"].merging(environment) { $1 }, directory: path, folder: folder, width: width)
    session.answer = Self.answer
    if waitsForFrames, term != "linux", !term.hasPrefix("vt") {
      // From here on frames come between marks, and a test never looks at half of one.
      try session.wait(for: "a whole frame") { _ in session.transcript.contains(Self.beginningOfFrame) }
    }
    return session
  }

  /// Answers as a terminal that can show whole frames at once, and nothing else.
  static let answer: @Sendable (TerminalQuery) -> String? = { $0 == .mode(2026) ? "\u{1B}[?2026;2$y" : nil }
  private static let beginningOfFrame = Array("\u{1B}[?2026h".utf8)

  /// Opens the reader on the list of articles and waits until all are analysed.
  func openLibrary(
    _ arguments: [String]? = nil, rows: Int = 24, columns: Int = 80, term: String = "xterm-256color",
    environment: [String: String?] = [:]
  ) throws -> TerminalSession {
    let session = try open(arguments, rows: rows, columns: columns, term: term, environment: environment)
    let count = try undecided()
    try session.wait(for: "\(count) undecided in the title") { $0.line(0).contains(" \(count) undec") }
    return session
  }

  /// Opens the reader on one article and waits until its suggestions are there.
  func openArticle(
    _ name: String, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80, term: String = "xterm-256color",
    environment: [String: String?] = [:]
  ) throws -> TerminalSession {
    let session = try open(
      [path + "/" + name] + arguments, rows: rows, columns: columns, term: term, environment: environment)
    let count = try undecided(name)
    try session.wait(for: "\(count) undecided in the status line") { $0.shows("\(count) undecided") }
    return session
  }

  /// What is decided and suggested in an article, in reading order, as the program itself prints it.
  func suggestions(_ name: String) throws -> [Entry] {
    let key = [name, try folder.read("news/" + name), sidecar(name)]
    if let known = Self.known.withLock({ $0[key] }) { return known }
    let run = try run(["show", "--format", "json", name])
    let record = try #require(try JSONReader.read(run.output).object, "\(run.output) \(run.errors)")
    let entries = (record["mentions"]?.array ?? []).compactMap { $0.object.map(Self.entry) }
    Self.known.withLock { $0[key] = entries }
    return entries
  }

  /// How many mentions wait for a decision, in one article or in all.
  func undecided(_ name: String? = nil) throws -> Int {
    let names = name.map { [$0] } ?? files.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }
    return try names.reduce(0) { sum, name in
      sum + (try suggestions(name).count { $0.status == "suggested" || $0.status == "unsure" })
    }
  }

  /// Most tests read the same articles, which need not be analysed anew for each.
  private static let known = Mutex<[[String]: [Entry]]>([:])

  private static func entry(_ record: JSONObject) -> Entry {
    Entry(
      text: record["text"]?.string ?? "", label: record["label"]?.string ?? "",
      status: record["status"]?.string ?? "", start: record["start"]?.int ?? -1,
      by: record["by"]?.string ?? record["annotator"]?.string ?? "")
  }
}

extension Newsroom.Entry: CustomStringConvertible {
  var description: String { "\(text) \(label) \(status)" }
}
