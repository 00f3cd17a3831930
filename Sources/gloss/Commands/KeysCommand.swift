import Annotations
import ArgumentParser
import ReaderUI

/// Prints the keys.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the keys, from the table that the program itself uses.")

  @Argument(
    help: ArgumentHelp(
      "everywhere, reader, select, list, library, pane, card, review, propagate, picker, prompt, help.",
      valueName: "context"))
  var context: String?

  @Flag(help: "As tables in Markdown.")
  var markdown = false

  @Flag(help: "One JSON object a line.")
  var json = false

  @Option(help: ArgumentHelp("A settings file to use instead of your own; none for none.", valueName: "file"))
  var config: String?

  func run() throws {
    var contexts = Context.allCases
    if let context {
      guard let known = Context(rawValue: context) else {
        let guess = ConfigurationText.closest(to: context, in: Context.allCases.map(\.rawValue))
        throw ValidationError("there is no context \"\(context)\"" + (guess.map { ". Did you mean \"\($0)\"?" } ?? ""))
      }
      contexts = [known]
    }
    let environment = Environment.current
    let keymap = ConfigurationFiles(
      environment, folder: FileAccess.resolved("."), only: markdown ? config ?? "none" : config
    ).read().keymap
    let table = KeyTable(keymap)
    if json {
      for context in contexts { table.json(context).forEach { StandardOutput.write(line: $0) } }
    } else {
      StandardOutput.write(markdown ? table.markdown(contexts) : table.text(contexts))
    }
    StandardOutput.flush()
  }
}
