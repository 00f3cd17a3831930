import Annotations
import ArgumentParser
import Glibc
import ReaderUI
import TextAnalysis

/// Prints articles with their entities.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print articles with their entities: decisions, and suggestions nobody has decided on.",
    discussion: """
      Text is printed with the mentions in colour, or in brackets where there is no colour: [accepted]G, (suggested)G, \
      (unsure)G?, each with the label's letter.

      --format json prints one object a line: file, sha256 (of the text that the offsets refer to; for a text file that \
      is the file), mentions with start and end in Unicode code points, text, label, status, confidence, annotator, \
      entity and note. For a web page the text itself is in the field "text".

      --format conll prints TOKEN<TAB>TAG in IOB2.
      """)

  @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("text, json or conll.", valueName: "format"))
  var format: OutputFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(help: ArgumentHelp("The theme for text in colour.", valueName: "name"))
  var theme: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let environment = Environment.current
    let format = json ? .json : format
    let themes = ThemeFiles(environment.directories)
    if let theme, themes.source(named: theme) == nil { throw ThemeCommand.unknown(theme, themes) }
    if paths == ["-"] {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try FileAccess.read(STDIN_FILENO, "standard input")
      } catch {
        Exit.complain(error)
        throw Exit.noInput
      }
      try Self.show(bytes, named: "-", format: format, shared, environment)
      return
    }
    let finder = ArticleFinder(paths.map(environment.expanded))
    for problem in finder.problems { Exit.complain("\(problem.path): \(problem.description)") }
    var failed = !finder.problems.isEmpty
    let printer = try ArticlePrinter(format: format, shared: shared, theme: theme, environment)
    for (index, path) in finder.articles.enumerated() {
      do throws(SystemError) {
        let opened = try environment.store(annotator: shared.annotator).open(path)
        for (text, weight) in ArticleFiles.remarks(opened) where weight != .info {
          Exit.complain("\(path.fileName): \(text)")
        }
        if index > 0, format == .text { StandardOutput.write(line: "") }
        printer.printArticle(
          opened.document, named: paths.contains(path.text) ? path.text : Self.shown(path), layer: opened.layer)
      } catch {
        Exit.complain(error)
        failed = true
      }
    }
    StandardOutput.flush()
    if failed { throw Exit.noInput }
  }

  /// A path as it is shortest from here.
  static func shown(_ path: ArticlePath) -> String {
    let here = FileAccess.resolved(".") + "/"
    return path.text.hasPrefix(here) ? String(path.text.dropFirst(here.count)) : path.text
  }

  /// Prints an article that no file holds.
  static func show(
    _ bytes: [UInt8], named name: String, format: OutputFormat, _ shared: SharedOptions, _ environment: Environment
  ) throws {
    let printer = try ArticlePrinter(format: format, shared: shared, theme: nil, environment)
    printer.printArticle(DocumentReader.read(bytes), named: name, layer: Layer(annotator: .person(environment.user)))
    StandardOutput.flush()
  }
}
