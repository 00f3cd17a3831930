import ArgumentParser

/// Prints scripts that complete the command line.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a script that completes gloss in bash, zsh or fish.")

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw ValidationError(
        "there are completions for \(CompletionShell.allCases.map(\.rawValue).joined(separator: ", ")), not \"\(shell)\""
      )
    }
    StandardOutput.write(line: Gloss.completionScript(for: shell))
    StandardOutput.flush()
  }
}
