import Annotations
import ArgumentParser
import Glibc
import ReaderUI

/// Lists, shows, checks and makes themes.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "List, show, check and make themes.",
    subcommands: [ListThemes.self, ShowTheme.self, CheckTheme.self, NewTheme.self], defaultSubcommand: ListThemes.self)

  struct ListThemes: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the themes.")

    func run() throws {
      let (themes, problems) = ThemeFiles(Environment.current.directories).readAll()
      for problem in problems { Exit.complain(problem.description) }
      for theme in themes {
        let contrast = theme.lowestContrast.map { "\(($0 * 10).rounded(.down) / 10):1" } ?? "yours"
        let name = theme.name + String(repeating: " ", count: max(1, 16 - theme.name.count))
        StandardOutput.write(line: "\(name)\(contrast)\t\(theme.summary)")
      }
      StandardOutput.flush()
    }
  }

  struct ShowTheme: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a theme's file.")

    @Argument(help: "The theme.")
    var name: String

    func run() throws {
      let files = ThemeFiles(Environment.current.directories)
      guard let source = files.source(named: name) else { throw ThemeCommand.unknown(name, files) }
      StandardOutput.write(source.text)
      StandardOutput.flush()
    }
  }

  struct CheckTheme: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Print the contrast of every pair of colours; the exit status is 1 when one is too low.",
      discussion: """
        Text must reach 4.5:1 (WCAG 2.2, 1.4.3), in themes called contrast 7:1 (1.4.6), also after rounding to the \
        palette of 256 colours. Below the table stands the smallest difference (CIEDE2000) between any two labels as \
        people with normal, deutan, protan and tritan vision see them; below about 10 the letter must be read.
        """)

    @Argument(help: ArgumentHelp("Themes or theme files (default: all).", valueName: "theme"))
    var names: [String] = []

    func run() throws {
      let files = ThemeFiles(Environment.current.directories)
      var passes = true
      for name in names.isEmpty ? files.names : names {
        let result: ThemeReader.Result
        do throws(ConfigurationProblem) {
          if name.hasSuffix(".toml"), let bytes = try? FileAccess.read(name) {
            let own = ArticlePath(FileAccess.resolved(name)).fileName.dropLast(5)
            result = try ThemeReader.read(String(decoding: bytes, as: UTF8.self), name: String(own), file: name) {
              files.source(named: $0)?.text
            }
          } else {
            result = try files.read(name)
          }
        } catch {
          Exit.complain(error.explanation.joined(separator: "\n"))
          throw Exit.configuration
        }
        for problem in result.problems {
          Exit.complain(problem.explanation.joined(separator: "\n"))
          if !problem.isWarning { passes = false }
        }
        StandardOutput.write(ThemeReport(ThemeCheck(result.theme)).text)
        if !ThemeCheck(result.theme).passes { passes = false }
      }
      StandardOutput.flush()
      if !passes { throw Exit.no }
    }
  }

  struct NewTheme: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Make a theme of your own out of another, to change.")

    @Argument(help: "What it is to be called.")
    var name: String

    @Option(help: ArgumentHelp("The theme to begin with.", valueName: "theme"))
    var from: String = "desk"

    func run() throws {
      let environment = Environment.current
      let files = ThemeFiles(environment.directories)
      guard let source = files.source(named: from) else { throw ThemeCommand.unknown(from, files) }
      guard !name.contains("/"), !name.isEmpty else {
        throw ValidationError("a theme's name cannot be empty or contain /")
      }
      let path = "\(environment.directories.config)/themes/\(name).toml"
      guard !FileAccess.exists(path) else {
        Exit.complain("\(path) is there already")
        throw Exit.cantCreate
      }
      let palette = source.text.firstRange(of: "[palette]").map { String(source.text[$0.lowerBound...]) } ?? ""
      let text = "inherits = \"\(from)\"\ndescription = \"my own, after \(from)\"\n\n\(palette)"
      do throws(SystemError) {
        try FileAccess.makeFolder(ArticlePath(path).folder)
        try FileAccess.replace(path, with: Array(text.utf8))
      } catch {
        Exit.complain(error)
        throw Exit.cantCreate
      }
      StandardOutput.write(
        line:
          "\(path)\nChange its colours while gloss shows it (:theme \(name)); gloss theme check \(name) says whether it can be read."
      )
      StandardOutput.flush()
    }
  }

  /// The complaint about a name that no theme has.
  static func unknown(_ name: String, _ files: ThemeFiles) -> any Error {
    let guess = ConfigurationText.closest(to: name, in: files.names)
    return ValidationError("there is no theme \"\(name)\"" + (guess.map { ". Did you mean \"\($0)\"?" } ?? ""))
  }
}
