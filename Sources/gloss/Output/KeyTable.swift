import Annotations
import ReaderUI

/// The command table as text, for people, for README and for programs.
struct KeyTable {
  private let keymap: Keymap

  init(_ keymap: Keymap) { self.keymap = keymap }

  private func rows(_ context: Context) -> [(keys: [String], command: Command, title: String)] {
    CommandTable.entries(of: context).map { entry in
      (keymap.keys(for: entry.command, in: context).map(\.description), entry.command, entry.title)
    }
  }

  private static func shown(_ row: (keys: [String], command: Command, title: String)) -> [String] {
    if row.keys.isEmpty { return [":\(row.command.rawValue)"] }
    return row.command == .labelByDigit && row.keys.count == 10 ? ["1-9", "0"] : row.keys
  }

  /// A list for reading.
  func text(_ contexts: [Context]) -> String {
    contexts.map { context in
      let rows = rows(context)
      let width = rows.map { Self.shown($0).joined(separator: " ").count }.max() ?? 0
      let lines = rows.map { row -> String in
        let keys = Self.shown(row).joined(separator: " ")
        return "  \(keys)\(String(repeating: " ", count: width - keys.count))  \(row.title)"
      }
      return ([context.heading] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// Tables in Markdown.
  func markdown(_ contexts: [Context]) -> String {
    contexts.map { context in
      let lines = rows(context).map { row -> String in
        let keys = Self.shown(row).map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ")
        return "| \(keys) | \(row.title.replacing("|", with: "\\|")) |"
      }
      return "**\(context.heading)**\n\n| keys | does |\n|---|---|\n" + lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// One object for each command.
  func json(_ context: Context) -> [String] {
    rows(context).map { row in
      JSONWriter.text(
        .object([
          "context": .string(context.rawValue), "command": .string(row.command.rawValue),
          "keys": .array(row.keys.map { .string($0) }), "title": .string(row.title),
        ]))
    }
  }
}
