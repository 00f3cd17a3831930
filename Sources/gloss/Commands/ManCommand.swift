import ArgumentParser

/// Prints the manual page.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Print the manual page: gloss man | man -l -")

  func run() throws {
    StandardOutput.write(ManualPage.text)
    StandardOutput.flush()
  }
}
