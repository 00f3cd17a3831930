extension ReaderState {
  /// A row of the help screen.
  package enum HelpRow: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// Keys and what they do.
    case keys(String, String)
    /// Nothing.
    case gap
  }

  mutating func openHelp() {
    let context = modes.last(where: { $0.context != nil && $0.context != .help })?.context ?? .everywhere
    modes.append(.help(HelpScreen(context: context)))
  }

  /// The rows of the help screen that match what has been typed: `@x` looks for a key, anything else for words or keys.
  package func helpRows(_ help: HelpScreen) -> [HelpRow] {
    let typed = help.field.text
    let wanted = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed.lowercased()
    var rows: [HelpRow] = []
    if typed.isEmpty {
      rows.append(.heading("Enough to start"))
      rows += CommandTable.enoughToStart.map { .keys($0.keys, $0.title) }
    }
    for context in help.context.chain {
      let entries = CommandTable.entries(of: context).compactMap { entry -> HelpRow? in
        let keys = keymap.keys(for: entry.command, in: context)
        if typed.hasPrefix("@") {
          guard keys.contains(where: { $0.description.hasPrefix(wanted) || $0.keys.first?.description == wanted })
          else { return nil }
        } else if !typed.isEmpty {
          let words = "\(entry.title) \(entry.command.rawValue) ".lowercased()
          guard words.contains(wanted) || keys.contains(where: { $0.description == typed }) else { return nil }
        }
        let shown =
          keys.count > 4 && entry.command == .labelByDigit ? "1-9 0" : keys.map(\.description).joined(separator: " ")
        return .keys(keys.isEmpty ? ":\(entry.command.rawValue)" : shown, entry.title)
      }
      guard !entries.isEmpty else { continue }
      if !rows.isEmpty { rows.append(.gap) }
      rows.append(.heading(context.heading))
      rows += entries
    }
    return rows
  }
}
