import Foundation
import TestSupport

/// The measurements.
struct Bench {
  private let gloss: String
  private let less: String?
  private let material: Material

  init() throws {
    gloss = try builtProgram(named: "gloss")
    less = systemProgram(named: "less")
    material = try Material()
  }

  /// What can be measured, by name.
  var all: [(name: String, run: () throws -> Void)] {
    [
      ("first-frame", firstFrame), ("keys", keys), ("keys-during-analysis", keysDuringAnalysis), ("large", large),
      ("folder", folder), ("recognition", recognition),
    ]
  }

  // MARK: - Measurements

  /// Start to first frame of a 3 KB article, in turns with less.
  private func firstFrame() throws {
    let article = try material.article()
    let home = try TemporaryFolder()
    var ours = Samples()
    var theirs = Samples()
    for _ in 0..<25 {
      try start(gloss, [article], home: home, &ours)
      if let less { try start(less, [article], home: home, &theirs) }
    }
    report("gloss", "%.1f ms", ours.median)
    report("less", "%.1f ms", theirs.median)
    report("ratio", "%.1f  (wanted: at most 2)", ours.median / theirs.median)
  }

  /// Key to frame in an article, nothing else going on.
  private func keys() throws {
    let session = try TerminalSession(gloss, [material.longArticle(named: "long.txt")], rows: 60, columns: 200)
    try session.wait(for: "suggested")
    try measureKeys(session)
  }

  /// Key to frame while thousands of articles are being analysed.
  private func keysDuringAnalysis() throws {
    let path = try material.manyArticles(10_000)
    try material.longArticle(named: "many/00000.txt")
    let session = try TerminalSession(gloss, [path], rows: 60, columns: 200)
    try session.wait(for: "10000 articles")
    try session.send(keys: "Enter")
    try session.wait(for: "undecided")
    try measureKeys(session, isBusy: true)
  }

  /// A file of 100 MB.
  private func large() throws {
    let path = try material.largeFile(megabytes: 100)
    let home = try TemporaryFolder()
    var ours = Samples()
    var theirs = Samples()
    for _ in 0..<5 {
      try start(gloss, [path], home: home, &ours)
      if let less { try start(less, [path], home: home, &theirs) }
    }
    report("first frame", "%.0f ms  (wanted: at most 150; less: %.0f)", ours.median, theirs.median)
    let session = try TerminalSession(gloss, [path], rows: 60, columns: 200)
    try session.wait(for: material.opening)
    let keys = try press("Down", 100, in: session)
    report("j", "p50 %.1f ms, p99 %.1f ms", keys.times.median, keys.times.quantile(0.99))
    let memory = try peakMemory(of: session)
    report("memory", "%.0f MB, %.1f times the file  (wanted: at most 3)", memory, memory / 100)
  }

  /// A folder of 10,000 articles.
  private func folder() throws {
    let path = try material.manyArticles(10_000)
    var list = Samples()
    for _ in 0..<5 {
      let begin = ContinuousClock.now
      let session = try TerminalSession(gloss, [path], rows: 60, columns: 200)
      try session.wait(for: "10000 articles")
      list.add(since: begin)
    }
    report("list", "%.0f ms", list.median)
    let session = try TerminalSession(gloss, [path], rows: 60, columns: 200)
    try session.wait(for: "10000 articles")
    try session.wait(for: "analysing", timeout: 100)
    try session.wait(for: "the end of the analysis", timeout: 300) { !$0.shows("analysing") }
    try session.send("/")
    quiet(session)
    let filter = try press("7", 1, in: session)
    report("filter, one letter", "%.1f ms", filter.times.median)
    report("memory", "%.0f MB", try peakMemory(of: session))
  }

  /// Whole recognition from raw text on one core, as `gloss tag` does it: one long text, and many articles of 600 words.
  private func recognition() throws {
    func run(_ path: String) throws -> Double {
      var samples = Samples()
      for _ in 0..<3 {
        let begin = ContinuousClock.now
        _ = try ProcessRun(gloss, ["tag", "--jobs", "1", "--output", "/dev/null", path], timeout: 300)
        samples.add(since: begin)
      }
      return samples.median
    }
    let start = try run(material.folder.write("Nothing.\n", to: "nothing.txt"))
    let path = try material.largeFile(megabytes: 10)
    let words = Double(try Data(contentsOf: URL(filePath: path)).split { $0 <= 0x20 }.count)
    let whole = try run(path)
    report("10 MB", "%.0f words/s  (wanted: at least 200,000)", words / whole * 1000)
    let articles = try run(material.articles(400, wordCount: 600))
    report("600 words", "%.1f ms  (wanted: at most 5; start and model: %.0f)", (articles - start) / 400, start)
  }

  // MARK: - Means

  private func start(_ program: String, _ arguments: [String], home: TemporaryFolder, _ samples: inout Samples) throws {
    let begin = ContinuousClock.now
    let session = try TerminalSession(program, arguments, rows: 60, columns: 200, folder: home)
    try session.wait(for: material.opening)
    samples.add(since: begin)
    session.signal(SIGKILL)
    try session.waitForExit()
  }

  private func measureKeys(_ session: TerminalSession, isBusy: Bool = false) throws {
    for (name, key, count) in [
      ("l, next word", "l", 100), ("j, next line", "j", 100), ("Tab, next entity", "Tab", 100),
      ("C-d, half a screen", "C-d", 12),
      ("a, accept", "a", 100), ("u, undo", "u", 100),
    ] {
      try session.send(keys: "g", "g", "Tab")
      quiet(session)
      let (times, bytes) = try press(key, count, in: session, isBusy: isBusy)
      report(
        name, "p50 %.2f ms, p99 %.2f ms, p50 %.0f bytes, most %.0f", times.median, times.quantile(0.99),
        Double(bytes.sorted()[bytes.count / 2]), Double(bytes.max() ?? 0))
    }
  }

  /// Presses a key again and again, each time when the last has been answered.
  private func press(
    _ key: String, _ count: Int, in session: TerminalSession, isBusy: Bool = false
  ) throws -> (times: Samples, bytes: [Int]) {
    var times = Samples()
    var bytes: [Int] = []
    for _ in 0..<count {
      let before = session.transcript.count
      let cursor = session.terminal.cursor
      let text = Self.text(of: session.terminal)
      let begin = ContinuousClock.now
      try session.send(keys: key)
      // When other things change on the screen too, the answer is known by the cursor, or by the text that it scrolls.
      try session.wait(for: "an answer to \(key)") {
        isBusy ? $0.cursor != cursor || Self.text(of: $0) != text : session.transcript.count > before
      }
      times.add(since: begin)
      bytes.append(session.transcript.count - before)
      if !isBusy { quiet(session) }
    }
    return (times, bytes)
  }

  /// The first lines of the article, without what stands beside it.
  private static func text(of terminal: VirtualTerminal) -> String {
    (1...6).map { String(terminal.line($0).dropFirst(45).prefix(90)) }.joined(separator: "\n")
  }

  /// Waits until the program has sent nothing for a moment, or has gone on sending for a second.
  private func quiet(_ session: TerminalSession) {
    let end = ContinuousClock.now + .seconds(1)
    while ContinuousClock.now < end {
      let before = session.transcript.count
      do {
        try session.wait(for: "output", timeout: 0.03) { _ in session.transcript.count > before }
      } catch {
        return
      }
    }
  }

  /// The most memory a program has had, in MB.
  private func peakMemory(of session: TerminalSession) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(session.process)/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first).flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1024 }
      ?? .nan
  }

  private func report(_ what: String, _ format: String, _ figures: Double...) {
    Benchmarks.say(
      "  \(what.padding(toLength: 22, withPad: " ", startingAt: 0))\(String(format: format, arguments: figures))")
  }
}
