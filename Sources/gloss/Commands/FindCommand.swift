import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Finds mentions, texts and notes in articles.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find mentions, text or notes in articles.",
    discussion: """
      Prints file:line:column, the label where a mention was found, and the place with its surroundings. A note is \
      printed behind its mention; that on an entity behind the first mention, that on an article at 1:1. Capitals matter \
      if the pattern has some. A pattern that begins with \\v is a regular expression (for text). The exit status is 1 \
      when nothing was found.
      """)

  /// Where to look.
  enum Place: String, ExpressibleByArgument, CaseIterable {
    case mentions
    case text
    case notes
  }

  @Argument(help: "What to look for.")
  var pattern: String

  @Argument(help: ArgumentHelp("Files and folders (default: this folder).", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Where to look: mentions, text, notes, with commas between.", valueName: "places"))
  var places: String = "mentions,text"

  @Option(help: ArgumentHelp("Only mentions with this label.", valueName: "label"))
  var label: String?

  @Flag(help: "One JSON object a line.")
  var json = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let environment = Environment.current
    let wanted = try Set(
      places.split(separator: ",").map { name -> Place in
        guard let place = Place(rawValue: String(name)) else {
          throw ValidationError("--in: there is no \"\(name)\" (mentions, text, notes)")
        }
        return place
      })
    let search = TextSearch(pattern)
    if search == nil, wanted.contains(.text), label == nil {
      throw ValidationError("\"\(pattern.dropFirst(2))\" is not a regular expression")
    }
    let finder = ArticleFinder(paths.isEmpty ? ["."] : paths.map(environment.expanded))
    for problem in finder.problems { Exit.complain("\(problem.path): \(problem.description)") }
    let pipeline = try shared.suggesting.pipeline(environment)
    var found = 0
    var failed = !finder.problems.isEmpty
    for path in finder.articles.sorted() {
      do throws(SystemError) {
        let opened = try environment.store(annotator: shared.annotator).open(path)
        found += look(in: opened, path, wanted, search, pipeline)
      } catch {
        Exit.complain(error)
        failed = true
      }
    }
    StandardOutput.flush()
    if failed { throw Exit.noInput }
    if found == 0 { throw Exit.no }
  }

  private func look(
    in opened: AnnotationStore.OpenedArticle, _ path: ArticlePath, _ wanted: Set<Place>, _ search: TextSearch?,
    _ pipeline: Pipeline
  ) -> Int {
    let document = opened.document
    let name = ShowCommand.shown(path)
    let printer = FindingPrinter(document, named: name, isJSON: json)
    var count = 0
    var shown: [Span] = []
    func noted(_ note: String?) -> String? {
      wanted.contains(.notes) ? note.flatMap { ArticleCondition.matches(pattern, in: $0) ? $0 : nil } : nil
    }
    if label == nil, let note = noted(opened.layer.marks.note) {
      printer.print(Span(0, 0), note: note)
      count += 1
    }
    if wanted.contains(.mentions) || wanted.contains(.notes) {
      let combined = CombinedLayer(
        decisions: opened.layer, suggestions: pipeline.analyse(document).suggestions)
      var entityNotes: [Mention.ID: String] = [:]
      if opened.layer.entities.values.contains(where: { noted($0.note) != nil }) {
        for group in EntityIndex(combined.mentions, entities: opened.layer.entities, in: document).groups {
          guard case .recorded(let id) = group.id, let note = noted(opened.layer.entities[id]?.note) else { continue }
          if let first = group.mentions.first { entityNotes[first.id] = note }
        }
      }
      for mention in combined.mentions where mention.status != .rejected {
        if let label, mention.label.name != label.uppercased() { continue }
        let text = document.text(in: mention.span)
        let isNamed = wanted.contains(.mentions) && ArticleCondition.matches(pattern, in: text)
        let notes = [noted(mention.note), entityNotes[mention.id]].compactMap(\.self)
        let note = notes.isEmpty ? nil : notes.joined(separator: " / ")
        guard isNamed || note != nil else { continue }
        printer.print(mention.span, mention: mention, note: note)
        shown.append(mention.span)
        count += 1
      }
    }
    guard wanted.contains(.text), label == nil, let search else { return count }
    // Both are in order, so what was shown need be gone through only once.
    var next = 0
    var reached = 0
    for span in search.spans(in: document) {
      while next < shown.count, shown[next].start <= span.start {
        reached = max(reached, shown[next].end)
        next += 1
      }
      guard span.end > reached else { continue }
      printer.print(span)
      count += 1
    }
    return count
  }
}
