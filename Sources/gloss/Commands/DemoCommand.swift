import Annotations
import ArgumentParser

/// Writes the practice articles and opens them.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Practise on eight short articles, written for this purpose.")

  @Argument(help: ArgumentHelp("Where to put them (default: your data directory).", valueName: "folder"))
  var folder: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let environment = Environment.current
    let path: String
    do throws(SystemError) {
      path = try Demo.write(into: folder.map(environment.expanded), environment)
    } catch {
      Exit.complain(error)
      throw Exit.cantCreate
    }
    var reader = try ReadCommand.parse([path])
    reader.shared = shared
    try reader.run()
  }
}
