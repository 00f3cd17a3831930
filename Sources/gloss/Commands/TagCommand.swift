import Annotations
import ArgumentParser
import Glibc
import TextAnalysis

/// Prints what is suggested, for programs.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Suggest entities and print them; decisions are neither read nor changed.",
    discussion: """
      --format json (the default) prints one object a line for each article, in order: file, sha256 of the text that \
      the offsets refer to (for a text file: of the file), mentions with start and end in Unicode code points, text, \
      label, confidence from 0 to 1, annotator.

      --input conll reads TOKEN<TAB>TAG lines (the tag is ignored; blank lines end sentences, -DOCSTART- lines begin \
      documents), keeps exactly these tokens and sentences, and with --format conll writes TOKEN<TAB>IOB2.

      --input jsonl reads one object a line with a field "text", and writes each with its mentions added.
      """)

  /// What is read.
  enum InputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case conll
    case jsonl
  }

  /// How suggestions are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json
    case conll
  }

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("What is read: text, conll or jsonl.", valueName: "format"))
  var input: InputFormat = .text

  @Option(help: ArgumentHelp("What is printed.", valueName: "format"))
  var format: Format = .json

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write instead of standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("How many articles to analyse at once (default: as many as there are cores).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var suggesting: SuggestingOptions

  func validate() throws {
    if json, format == .conll { throw ValidationError("--json and --format conll exclude each other") }
    if input == .jsonl, format == .conll { throw ValidationError("--input jsonl is printed as json only") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs: at least 1") }
  }

  func run() throws {
    let environment = Environment.current
    let pipeline = try suggesting.pipeline(environment)
    if let output, output != "-" {
      guard freopen(environment.expanded(output), "w", standardOutput) != nil else {
        Exit.complain("\(output): \(String(cString: strerror(errno)))")
        throw Exit.cantCreate
      }
    }
    Interruption.watch()
    var failed = false
    switch input {
    case .text: failed = try tagTexts(pipeline, environment)
    case .conll: failed = try eachFile { try tagTokens($0, pipeline, environment) }
    case .jsonl: failed = try eachFile { try tagLines($0, pipeline, environment) }
    }
    StandardOutput.flush()
    if failed { throw Exit.noInput }
  }

  // MARK: - Articles

  private func tagTexts(_ pipeline: Pipeline, _ environment: Environment) throws -> Bool {
    let finder = ArticleFinder(paths.filter { $0 != "-" }.map(environment.expanded))
    for problem in finder.problems { Exit.complain("\(problem.path): \(problem.description)") }
    var failed = !finder.problems.isEmpty
    // Files are named as they were given; those in folders by their path from here.
    let given = Dictionary(
      paths.map { (FileAccess.resolved(environment.expanded($0)), $0) }, uniquingKeysWith: { first, _ in first })
    var sources = finder.articles.map { path -> (name: String, read: @Sendable () throws(SystemError) -> [UInt8]) in
      (
        given[path.text] ?? ShowCommand.shown(path),
        { () throws(SystemError) in try FileAccess.read(path.text, ofAnyKind: true) }
      )
    }
    if paths.contains("-") {
      sources.append(("-", { () throws(SystemError) in try FileAccess.read(STDIN_FILENO, "standard input") }))
    }
    let conll = format == .conll
    // A batch at a time, so that memory is bounded and lines come out in order.
    for start in stride(from: 0, to: sources.count, by: workers * 8) {
      let batch = Array(sources[start..<min(start + workers * 8, sources.count)])
      let results = Parallel.map(batch, workers: workers) { source -> Result<String, SystemError> in
        do throws(SystemError) {
          return .success(Self.tagged(try source.read(), named: source.name, conll: conll, pipeline))
        } catch {
          return .failure(error)
        }
      }
      for result in results {
        switch result {
        case .success(let text): StandardOutput.write(text)
        case .failure(let error):
          Exit.complain(error)
          failed = true
        }
      }
      if Interruption.isRequested, start + batch.count < sources.count {
        let next = sources[start + batch.count].name
        try stop("after \(start + batch.count) of \(sources.count) articles; go on with \(next)")
      }
    }
    return failed
  }

  private static func tagged(_ bytes: [UInt8], named name: String, conll: Bool, _ pipeline: Pipeline) -> String {
    let document = DocumentReader.read(bytes, format: DocumentReader.format(ofFileNamed: name))
    let analysis = pipeline.analyse(document)
    if conll {
      let tokens = Tokenizer.english.tokens(in: document, range: document.metadata.body)
      let text = TokenisedText(
        document: document, tokens: tokens.map(\.span),
        sentences: SentenceSplitter.english.ranges(of: tokens, in: document))
      let file = IOB2File(parts: [IOB2File.Part(opening: "-DOCSTART-", text: text, mentions: analysis.suggestions)])
      return String(decoding: file.written(), as: UTF8.self)
    }
    return JSONWriter.text(.object(ArticleRecordJSON(document, named: name).tagged(analysis.suggestions))) + "\n"
  }

  // MARK: - Other input

  private func eachFile(_ tag: (String) throws -> Void) throws -> Bool {
    var failed = false
    for path in paths {
      do {
        try tag(path)
      } catch let error as SystemError {
        Exit.complain(error)
        failed = true
      }
    }
    return failed
  }

  private func tagTokens(_ name: String, _ pipeline: Pipeline, _ environment: Environment) throws {
    let bytes =
      name == "-"
      ? try FileAccess.read(STDIN_FILENO, "standard input")
      : try FileAccess.read(environment.expanded(name), ofAnyKind: true)
    let file: IOB2File
    do {
      file = try IOB2File(reading: bytes)
    } catch {
      Exit.complain("\(name): \(error)")
      throw Exit.data
    }
    // A batch at a time, so that Ctrl-C is heard. What has been written then is whole documents.
    for start in stride(from: 0, to: file.parts.count, by: workers * 8) {
      let batch = Array(file.parts[start..<min(start + workers * 8, file.parts.count)])
      let tagged = Parallel.map(batch, workers: workers) { part in
        var part = part
        part.mentions = pipeline.recognise(part.text)
        return part
      }
      if format == .conll {
        IOB2File(parts: tagged).written().withUnsafeBufferPointer { StandardOutput.write($0) }
      } else {
        for part in tagged { write(part, named: name) }
      }
      if Interruption.isRequested, start + batch.count < file.parts.count {
        try stop("after \(start + batch.count) of \(file.parts.count) documents of \(name)")
      }
    }
  }

  private func write(_ part: IOB2File.Part, named name: String) {
    // The offsets refer to the tokens joined by spaces, sentences by line breaks: that text goes with them.
    var record = ArticleRecordJSON(part.text.document, named: name).tagged(part.mentions)
    record["text"] = .string(part.text.document.text(in: part.text.document.span))
    StandardOutput.write(line: JSONWriter.text(.object(record)))
  }

  private func tagLines(_ name: String, _ pipeline: Pipeline, _ environment: Environment) throws {
    var reader = try LineReader(name == "-" ? nil : environment.expanded(name))
    while true {
      let lines = try reader.next()
      guard let last = lines.last else { return }
      let results = Parallel.map(lines, workers: workers) { Self.tagged($0, of: name, pipeline) }
      for result in results {
        switch result {
        case .success(let text): StandardOutput.write(text)
        case .failure(let refusal):
          StandardOutput.flush()
          Exit.complain("\(name):\(refusal.line): \(refusal.reason)")
          throw Exit.data
        }
      }
      // Whoever feeds a pipe line by line may wait for what comes out of it.
      StandardOutput.flush()
      if Interruption.isRequested { try stop("after line \(last.number) of \(name)") }
    }
  }

  /// Why a line is not what it should be.
  private struct Refusal: Error {
    var line: Int
    var reason: String
  }

  /// A line with its mentions added; nothing for an empty one.
  private static func tagged(
    _ line: LineReader.Line, of name: String, _ pipeline: Pipeline
  ) -> Result<String, Refusal> {
    guard !line.bytes.allSatisfy({ $0 <= 0x20 }) else { return .success("") }
    let value: JSONValue
    do throws(JSONReader.Failure) {
      value = try JSONReader.read(line.bytes[...])
    } catch {
      return .failure(Refusal(line: line.number, reason: "\(error)"))
    }
    guard var record = value.object, let text = record["text"]?.string else {
      return .failure(Refusal(line: line.number, reason: "every line must be an object with a string \"text\""))
    }
    let document = Document(text)
    let tagged = ArticleRecordJSON(document, named: name).tagged(pipeline.analyse(document).suggestions)
    record["mentions"] = tagged["mentions"]
    return .success(JSONWriter.text(.object(record)) + "\n")
  }

  private var workers: Int { jobs ?? Parallel.cores }

  /// Somebody has pressed Ctrl-C.
  private func stop(_ place: String) throws {
    StandardOutput.flush()
    Exit.complain("stopped \(place)")
    throw ExitCode(130)
  }
}
