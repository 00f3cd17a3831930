import ArgumentParser
import CTerminal

/// The command line.
@main
struct Gloss: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gloss",
    abstract: "Read articles in the terminal; see, label and correct the entities in them.",
    discussion: """
      gloss ~/articles              read a folder
      gloss story.txt               read one file
      curl -s URL | gloss -         read a page from a pipe
      gloss demo                    practise on eight short articles
      gloss tag FILE… > out.jsonl   suggestions for programs, one line an article

      In the reader: Tab next mention, a accept, x reject, 1-9 label, A apply to all, u undo, ? help, q back. \
      Decisions go to NAME.gloss.jsonl beside each article; the articles are never changed.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(name: "Reading", subcommands: reading), CommandGroup(name: "Annotating", subcommands: annotating),
      CommandGroup(name: "Models", subcommands: models), CommandGroup(name: "Settings", subcommands: settings),
    ],
    defaultSubcommand: ReadCommand.self)

  private static let reading: [any ParsableCommand.Type] = [
    ReadCommand.self, DemoCommand.self, ListCommand.self, ShowCommand.self, FindCommand.self,
  ]
  private static let annotating: [any ParsableCommand.Type] = [TagCommand.self]
  private static let models: [any ParsableCommand.Type] = [TrainCommand.self, EvaluateCommand.self, ModelCommand.self]
  private static let settings: [any ParsableCommand.Type] = [
    KeysCommand.self, ThemeCommand.self, ConfigCommand.self, DoctorCommand.self, CompletionsCommand.self,
    ManCommand.self, VersionCommand.self,
  ]

  /// Runs the command line.
  static func main() {
    system_keep_streams()
    StandardOutput.checkAtExit()
    main(nil)
  }

  /// All sub-commands, in the order of the help text.
  static let allSubcommands = reading + annotating + models + settings
}
