import Annotations
import ArgumentParser
import Dispatch
import Glibc
import Synchronization
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

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("What is read: text, conll or jsonl.", valueName: "format"))
  var input: InputFormat = .text

  @Option(help: ArgumentHelp("What is printed: json or conll.", valueName: "format"))
  var format: OutputFormat = .json

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write instead of standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("How many articles to analyse at once (default: as many as there are cores).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var suggesting: SuggestingOptions

  func validate() throws {
    if format == .text { throw ValidationError("--format: tag prints json or conll; gloss show prints text") }
    if input == .conll, format == .json, !json { return }
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
    case .conll: failed = try eachFile(environment) { try tagTokens($0, $1, pipeline) }
    case .jsonl: failed = try eachFile(environment) { try tagLines($0, $1, pipeline) }
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
    let cores = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    // A batch at a time, so that memory is bounded and lines come out in order.
    for start in stride(from: 0, to: sources.count, by: cores * 8) {
      let batch = Array(sources[start..<min(start + cores * 8, sources.count)])
      let results = Mutex<[Int: Result<String, SystemError>]>([:])
      let conll = format == .conll
      Parallel.forEach(0..<batch.count, workers: cores) { index in
        let result: Result<String, SystemError>
        do throws(SystemError) {
          result = .success(Self.tagged(try batch[index].read(), named: batch[index].name, conll: conll, pipeline))
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
      for index in batch.indices {
        switch results.withLock({ $0[index] }) {
        case .success(let text)?: StandardOutput.write(text)
        case .failure(let error)?:
          Exit.complain(error)
          failed = true
        case nil: break
        }
      }
      if Interruption.isRequested, start + batch.count < sources.count {
        StandardOutput.flush()
        Exit.complain(
          "stopped after \(start + batch.count) of \(sources.count) articles; go on with \(sources[start + batch.count].name)"
        )
        throw ExitCode(130)
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

  private func eachFile(_ environment: Environment, _ tag: ([UInt8], String) throws -> Void) throws -> Bool {
    var failed = false
    for path in paths {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes =
          path == "-"
          ? try FileAccess.read(STDIN_FILENO, "standard input")
          : try FileAccess.read(environment.expanded(path), ofAnyKind: true)
      } catch {
        Exit.complain(error)
        failed = true
        continue
      }
      try tag(bytes, path)
    }
    return failed
  }

  private func tagTokens(_ bytes: [UInt8], _ name: String, _ pipeline: Pipeline) throws {
    let file: IOB2File
    do {
      file = try IOB2File(reading: bytes)
    } catch {
      Exit.complain("\(name): \(error)")
      throw Exit.data
    }
    var tagged = file
    for index in tagged.parts.indices {
      tagged.parts[index].mentions = pipeline.recognise(tagged.parts[index].text)
    }
    guard format != .conll else {
      tagged.written().withUnsafeBufferPointer { StandardOutput.write($0) }
      return
    }
    for part in tagged.parts {
      // The offsets refer to the tokens joined by spaces, sentences by line breaks: that text goes with them.
      var record = ArticleRecordJSON(part.text.document, named: name).tagged(part.mentions)
      record["text"] = .string(part.text.document.text(in: part.text.document.span))
      StandardOutput.write(line: JSONWriter.text(.object(record)))
    }
  }

  private func tagLines(_ bytes: [UInt8], _ name: String, _ pipeline: Pipeline) throws {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
      let value: JSONValue
      do throws(JSONReader.Failure) {
        value = try JSONReader.read(line)
      } catch {
        Exit.complain("\(name):\(index + 1): \(error)")
        throw Exit.data
      }
      guard let object = value.object, let text = object["text"]?.string else {
        Exit.complain("\(name):\(index + 1): every line must be an object with a string \"text\"")
        throw Exit.data
      }
      let document = Document(text)
      let tagged = ArticleRecordJSON(document, named: name).tagged(pipeline.analyse(document).suggestions)
      var record = object
      record["mentions"] = tagged["mentions"]
      StandardOutput.write(line: JSONWriter.text(.object(record)))
    }
  }
}
