import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import Synchronization
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
    let pipeline = try shared.suggesting.pipeline(environment)
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    for start in stride(from: 0, to: articles.count, by: 256) {
      let batch = Array(articles[start..<min(start + 256, articles.count)])
      let results = Mutex<[Int: Result<ArticleRecord, SystemError>]>([:])
      let suggests = !decisionsOnly
      Parallel.forEach(0..<batch.count, workers: cores) { index in
        let result: Result<ArticleRecord, SystemError>
        do throws(SystemError) {
          let opened = try store.open(batch[index])
          var record = ArticleRecord(batch[index], annotator: store.annotator)
          record.load(opened.document, layer: opened.layer)
          if suggests { record.take(pipeline.analyse(opened.document)) }
          result = .success(record)
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
      for index in batch.indices {
        switch results.withLock({ $0[index] }) {
        case .success(let record)? where condition.holds(for: record): printRecord(record)
        case .failure(let error)?:
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
    let sign = record.layer.marks.isDone ? "✓" : record.unsureCount > 0 ? "?" : record.undecidedCount > 0 ? "•" : " "
    let date = metadata?.date?.description ?? "          "
    let counts = "\(record.undecidedCount)/\(record.mentionCount)"
    let padded = String(repeating: " ", count: max(0, 9 - counts.count)) + counts
    StandardOutput.write(line: Terminal.neutralised(line: "\(sign) \(date) \(padded)  \(name)  \(record.title)"))
  }
}
