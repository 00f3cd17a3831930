import Annotations
import ArgumentParser
import CTerminal
import Glibc
import ReaderUI

/// Shows, checks and edits the settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show, check and edit the settings.",
    subcommands: [ShowSettings.self, PathOfSettings.self, CheckSettings.self, EditSettings.self],
    defaultSubcommand: ShowSettings.self)

  fileprivate static func files() -> ConfigurationFiles {
    ConfigurationFiles(Environment.current, folder: FileAccess.resolved("."))
  }

  struct ShowSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print each setting with its value and where it comes from.")

    func run() throws {
      let configuration = ConfigCommand.files().read()
      func line(_ name: String, _ value: String) {
        let padded = name + String(repeating: " ", count: max(1, 14 - name.count))
        StandardOutput.write(line: "\(padded)\(value)\t\(configuration.origins[name] ?? "built in")")
      }
      let settings = configuration.settings
      line("theme", settings.theme ?? "\(settings.darkTheme) on dark, \(settings.lightTheme) on light terminals")
      line("model", settings.model ?? PipelineChoice.builtIn)
      for name in SettingName.allCases { line(name.rawValue, name.value(in: settings)) }
      line("labels", configuration.labels.labels.map(\.name).joined(separator: " "))
      for (name, file) in configuration.origins.sorted(by: { $0.key < $1.key }) where name.hasPrefix("keys.") {
        StandardOutput.write(line: "\(name)\t\(file)")
      }
      StandardOutput.flush()
      for problem in configuration.problems { Exit.complain(problem.description) }
    }
  }

  struct PathOfSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: "Print where files are looked for and kept.")

    @Argument(help: ArgumentHelp("config, themes, state, data or locks (default: all).", valueName: "what"))
    var what: String?

    func run() throws {
      let directories = Environment.current.directories
      let places: [(String, [String])] = [
        ("config", ConfigCommand.files().paths), ("themes", ThemeFiles(directories).folders),
        ("state", [directories.state]), ("data", [directories.data]), ("locks", [directories.runtime]),
      ]
      if let what {
        guard let place = places.first(where: { $0.0 == what }) else {
          throw ValidationError("there is no \"\(what)\" (\(places.map(\.0).joined(separator: ", ")))")
        }
        for path in place.1 { StandardOutput.write(line: path) }
      } else {
        for (name, paths) in places {
          for path in paths {
            StandardOutput.write(line: "\(name)\t\(FileAccess.exists(path) ? "" : "(not there) ")\(path)")
          }
        }
      }
      StandardOutput.flush()
    }
  }

  struct CheckSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say what is wrong in the settings; the exit status is 78 when something is.")

    func run() throws {
      let problems = ConfigCommand.files().read().problems
      for problem in problems { Exit.complain(problem.explanation.joined(separator: "\n")) }
      if problems.contains(where: { !$0.isWarning }) { throw Exit.configuration }
      StandardOutput.write(line: problems.isEmpty ? "nothing wrong" : "warnings only")
      StandardOutput.flush()
    }
  }

  struct EditSettings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: "Open your settings in $VISUAL or $EDITOR; a commented file is made if there is none.")

    func run() throws {
      let environment = Environment.current
      let path = environment.directories.config + "/config.toml"
      if !FileAccess.exists(path) {
        do throws(SystemError) {
          try FileAccess.makeFolder(environment.directories.config)
          try FileAccess.replace(path, with: Array(ConfigCommand.template.utf8))
        } catch {
          Exit.complain(error)
          throw Exit.cantCreate
        }
      }
      guard StandardOutput.isTerminal else {
        StandardOutput.write(line: path)
        StandardOutput.flush()
        return
      }
      let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
      let words = editor.split(separator: " ").map(String.init) + [path]
      let pointers = words.map { UnsafePointer(strdup($0)) } + [nil]
      defer { for pointer in pointers { free(UnsafeMutableRawPointer(mutating: pointer)) } }
      guard terminal_run(pointers) >= 0 else {
        Exit.complain("\(words[0]) cannot be started; the file is \(path)")
        throw Exit.unavailable
      }
      try CheckSettings.parse([]).run()
    }
  }

  /// What a new settings file says: everything, switched off.
  static let template = """
    # Settings of Gloss. Every line is optional; what stands here as a comment is what holds anyway.

    # theme = "desk"                            # or { dark = "desk", light = "paper" }: by the terminal's background
    # model = "default"                         # what suggests: "rules", or a file that gloss train made
    # width = 88                                # text at most so wide: 72, 88, any number, "full"
    # markers = "letters"                       # behind mentions: "letters", "brackets", "none"
    # digits = "labels"                         # or "counts", as in vi: then t gives labels
    # mouse = false
    # ascii = false
    # pane = true
    # lanes = false
    # rejected = false
    # layouts = true                            # keys of Cyrillic, Greek … layouts act by their place
    # hint-delay = 0                            # milliseconds before the keys that may follow are listed

    # [keys.reader]
    # "F2" = [":label ORG", "propagate"]
    # "x" = "none"

    # [[labels]]                                # your own labels take the place of all standard ones
    # name = "PERSON"
    # key = "1"
    # letter = "p"
    # colour = 1
    # meaning = "person"

    """
}
