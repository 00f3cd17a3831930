import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Lists articles with counts.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List articles with their dates, sources and counts.",
    discussion: "A sign before each article says ✓ done, ? has unsure mentions, • has undecided ones.")

  @Argument(help: ArgumentHelp("Files and folders (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only articles that match, such as 'undecided>0 source:wire'.", valueName: "condition"))
  var filter: String = ""

  @Flag(help: "One JSON object a line.")
  var json = false

  @Flag(help: "Count decisions only; suggest nothing.")
  var decisionsOnly = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let environment = Environment.current
    let finder = ArticleFinder(paths.isEmpty ? ["."] : paths.map(environment.expanded))
    for problem in finder.problems { Exit.complain("\(problem.path): \(problem.description)") }
    var failed = !finder.problems.isEmpty
    let store = environment.store(annotator: shared.annotator)
    let articles = finder.articles.sorted()
    let condition = ArticleCondition(filter)
    if let problem = condition.problem { throw ValidationError("--filter: \(problem)") }
    let pipeline = try shared.suggesting.pipeline(environment)
    let suggests = !decisionsOnly
    for start in stride(from: 0, to: articles.count, by: 256) {
      let batch = Array(articles[start..<min(start + 256, articles.count)])
      let results = Parallel.map(batch, workers: Parallel.cores) { path -> Result<ArticleRecord, SystemError> in
        do throws(SystemError) {
          let opened = try store.open(path)
          var record = ArticleRecord(path, annotator: store.annotator)
          record.load(opened.document, layer: opened.layer)
          if suggests { record.take(pipeline.analyse(opened.document)) }
          return .success(record)
        } catch {
          return .failure(error)
        }
      }
      for result in results {
        switch result {
        case .success(let record) where condition.holds(for: record): printRecord(record)
        case .failure(let error):
          Exit.complain(error)
          failed = true
        default: break
        }
      }
    }
    StandardOutput.flush()
    if failed { throw Exit.noInput }
  }

  private func printRecord(_ record: ArticleRecord) {
    let metadata = record.document?.metadata
    let name = ShowCommand.shown(record.path)
    if json {
      var object: JSONObject = ["file": .string(name), "title": .string(record.title)]
      object["date"] = metadata?.date.map { .string($0.description) } ?? .null
      object["source"] = metadata?.publisher.map { .string($0) } ?? .null
      object["url"] = metadata?.url.map { .string($0) } ?? .null
      object["mentions"] = .int(record.mentionCount)
      object["undecided"] = .int(record.undecidedCount)
      object["done"] = .bool(record.layer.marks.isDone)
      StandardOutput.write(line: JSONWriter.text(.object(object)))
      return
    }
    let date = metadata?.date?.description ?? "          "
    let counts = "\(record.undecidedCount)/\(record.mentionCount)"
    let padded = String(repeating: " ", count: max(0, 9 - counts.count)) + counts
    StandardOutput.write(line: Terminal.neutralised(line: "\(record.sign) \(date) \(padded)  \(name)  \(record.title)"))
  }
}
