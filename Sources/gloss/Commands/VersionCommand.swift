import ArgumentParser

/// Prints the version, as `--version` does.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  func run() throws {
    StandardOutput.write(line: Version.text)
    StandardOutput.flush()
  }
}
