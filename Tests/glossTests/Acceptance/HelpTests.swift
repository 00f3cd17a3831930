import Annotations
import TestSupport
import Testing

@testable import ReaderUI

@Suite struct HelpTests {
  @Test func `help starts with what is enough, filters while typing, by key too, and closes with Esc`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "?")
    try session.wait(for: "Enough to start")
    #expect(session.terminal.titleLine.contains("Help: reader"))
    #expect(session.terminal.line(1).contains("Enough to start"))
    for row in ["next mention", "accept", "reject", "give a label", "move an edge", "apply to all", "undo"] {
      #expect(session.terminal.shows(row), "\(row)")
    }
    try session.send("merge")
    try session.wait(for: "only what matches") { !$0.shows("Enough to start") && $0.shows("Merge this entity") }
    #expect(!session.terminal.shows("Accept, go to"))
    try session.send(keys: "C-u")
    try session.send("@A")
    try session.wait(for: "the command on A") { $0.shows("Apply to all occurrences") && !$0.shows("Accept, go to") }
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
  }

  @Test func `help is about the screen one is on`() throws {
    let session = try Newsroom().openLibrary()
    try session.send(keys: "?")
    try session.wait(for: "Help: library")
    try session.send(keys: "Esc")
    try session.waitForStatus("LIBRARY")
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.send(keys: "p")
    try session.waitForStatus("ENTITIES")
    try session.send(keys: "?")
    try session.wait(for: "Help: entity pane")
  }

  @Test func `the palette finds a command by its name and shows its key`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "Space", "?")
    try session.wait(for: "─ Commands ─")
    try session.send("mer")
    try session.wait(for: "merge first") { screen in
      screen.body.contains { $0.contains(" > :merge  Merge this entity") && $0.contains(" M │") }
    }
    try session.send(keys: "C-u")
    try session.send("half a page d")
    try session.wait(for: "a command by its words") { screen in
      screen.body.contains { $0.contains(" > :half-page-down") && $0.contains(" C-d │") }
    }
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
  }

  @Test func `every command can be reached from the palette of the screen it belongs to`() throws {
    // The list of the palette is longer than any screen, so its rows are looked at one by one.
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt", rows: 200, columns: 120)
    try session.send(keys: "Space", "?")
    try session.wait(for: "─ Commands ─")
    let wanted = Set(CommandTable.entries(holdingIn: .reader).map(\.command.rawValue))
    var found: Set<String> = []
    for name in wanted {
      try session.send(keys: "C-u")
      try session.send(":" + name)
      try session.wait(for: name) { screen in
        screen.shows("> :\(name) ") && screen.body.contains { $0.contains(" > :\(name)  ") }
      }
      found.insert(name)
    }
    #expect(found == wanted)
    // Whatever is not offered here belongs to another screen, whose palette offers it.
    let elsewhere = Context.allCases.filter { !$0.takesText && $0 != .propagate }.flatMap {
      CommandTable.entries(holdingIn: $0)
    }
    let inText: Set<Context> = [.picker, .prompt, .help, .propagate]
    for command in Command.allCases where !elsewhere.contains(where: { $0.command == command }) {
      #expect(CommandTable.entries.contains { $0.command == command && inText.contains($0.context) }, "\(command)")
    }
  }

  @Test func `Space lists what may follow, and every hint of every screen is whole`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "Space")
    try session.wait(for: "─ Space ─")
    for title in ["Command palette: all commands", "Review queue: what is undecided", "Message history"] {
      #expect(session.terminal.shows(title), "\(session.terminal.text)")
    }
    #expect(!session.terminal.body.contains { $0.contains("…  ") })
    try session.send(keys: "Esc")
    try session.wait(for: "the list closed") { !$0.shows("─ Space ─") }
    #expect(session.terminal.hintLine.contains("Tab:next  Enter:menu  a:accept"))
    try session.send(keys: "v")
    try session.waitForStatus("SELECT")
    #expect(session.terminal.hintLine.contains("o:other edge"))
  }
}
