import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func `Tab walks the mentions, and the status line names text, label, status and score`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    let first = suggestions[0]
    #expect(session.terminal.statusLine.contains("\(first.text) · \(first.label) · \(first.status) 0."))
    for next in suggestions.dropFirst().prefix(5) {
      try session.send(keys: "Tab")
      try session.waitForStatus("\(next.text) · \(next.label) · \(next.status) ")
    }
    try session.send(keys: "S-Tab")
    try session.waitForStatus("\(suggestions[4].text) · \(suggestions[4].label)")
  }

  @Test func `the terminal's cursor sits on the selected mention, in the text, in lists and in the pane`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openLibrary()
    #expect(session.terminal.isCursorVisible)
    #expect(session.terminal.cursor == .init(row: 2, column: 0))
    try session.send(keys: "Enter")
    for mention in suggestions.prefix(4) {
      try session.waitForStatus("\(mention.text) · \(mention.label)")
      let word = mention.text.prefix { $0 != " " }
      #expect(session.terminal.textAtCursor.hasPrefix(word), "\(session.terminal.text)")
      #expect(session.terminal.isCursorVisible)
      try session.send(keys: "Tab")
    }
    try session.send(keys: "p", "Down")
    try session.waitForStatus("ENTITIES")
    try session.send(keys: "p")
    try session.waitForStatus("READ")
    try session.send(keys: "Space", "u")
    try session.wait(for: "the review queue") { $0.statusLine.contains("REVIEW") && $0.statusLine.contains("1/") }
    #expect(session.terminal.cursor == .init(row: 2, column: 0))
    #expect(session.terminal.line(2).hasPrefix(">"))
  }

  @Test func `the reader comes back to the same article, mention, scroll and filter after a restart`() throws {
    let newsroom = try Newsroom(["a.txt": Articles.court, "b.txt": Articles.long(paragraphs: 60)])
    let session = try newsroom.openLibrary()
    try session.send(keys: "Down", "Enter")
    try session.wait(for: "the long article") { $0.titleLine.contains("A long tide") }
    try session.select("Paragraph 31")
    try session.send(keys: "F")
    try session.waitForStatus("Tab visits undecided mentions")
    try session.send(keys: "Tab")
    try session.waitForStatus(" · suggested")
    let before = session.terminal
    #expect(try session.quit() == .status(0))

    let again = try newsroom.open()
    try again.wait(for: "the same screen") { screen in
      screen.titleLine == before.titleLine && screen.cursor == before.cursor
        && screen.body.map { $0.prefix(50) } == before.body.map { $0.prefix(50) }
    }
    try again.wait(for: "the same selection") { $0.statusLine == before.statusLine }
    #expect(again.terminal.statusLine.contains("Tab: undecided"))
    try again.send(keys: "F")
    try again.waitForStatus("Tab visits unsure mentions")
    try again.send(keys: "q")
    try again.waitForStatus("LIBRARY")
    #expect(again.terminal.chosenRow.contains("A long tide"))
  }

  @Test func `with a condition the list is shown, whatever was open last`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    #expect(try session.quit() == .status(0))
    let again = try newsroom.open(["--filter", "title:garden", newsroom.path])
    try again.wait(for: "the list") { $0.statusLine.contains("LIBRARY") && $0.titleLine.contains("garden”: 1") }
    #expect(!again.terminal.shows("Storm closes"))
  }

  @Test func `keys typed ahead are taken one by one: aaaa in one write decides exactly four`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send("aaaa")
    try session.waitForStatus("\(suggestions.count - 4) undecided")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.text) == suggestions.prefix(4).map(\.text))
  }

  @Test func `an unknown key says so and points to help`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "E")
    try session.waitForStatus("E does nothing here   ?: help")
    try session.send(keys: "g", "!")
    try session.waitForStatus("g! does nothing here   ?: help")
  }

  @Test func `Esc alone acts without waiting for another key`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "Space")
    try session.wait(for: "Command palette: all commands")
    try session.send(keys: "Esc")
    try session.wait(for: "the menu closed") { !$0.shows("Command palette") }
    try session.send(keys: "?")
    try session.wait(for: "Enough to start")
    try session.send(keys: "Esc")
    try session.wait(for: "the help closed") { !$0.shows("Enough to start") }
  }

  @Test func `one article, every suggestion one key`() throws {
    let newsroom = try Newsroom()
    let count = try newsroom.suggestions("a-storm.txt").count
    let session = try newsroom.openArticle("a-storm.txt")
    for number in 1...count {
      try session.send(keys: number % 5 == 0 ? "x" : "a")
      try session.waitForStatus(" \(count - number) undecided")
    }
    try session.waitForStatus("all decided, D: done")
    try session.waitUntilSaved()
    let decisions = try newsroom.decisions("a-storm.txt")
    #expect(decisions.count == count)
    #expect(decisions.count { $0.status == "rejected" } == count / 5)
  }
}
