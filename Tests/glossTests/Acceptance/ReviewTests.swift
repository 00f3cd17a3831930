import TestSupport
import Testing

@Suite struct ReviewTests {
  /// The scores of the rows in view, from the top.
  private func scores(_ screen: VirtualTerminal) -> [String] {
    screen.body.dropFirst().prefix { !$0.hasPrefix("──") && !$0.isEmpty }.compactMap { row in
      row.split(separator: " ").first { $0.hasPrefix("0.") || $0.hasPrefix("1.") }.map(String.init)
    }
  }

  @Test func `the queue has the least certain first, a accepts, Enter shows it in the text, q comes back`() throws {
    let newsroom = try Newsroom()
    let total = try newsroom.undecided()
    let session = try newsroom.openLibrary()
    try session.send(keys: "Space", "u")
    try session.waitForStatus("\(total) undecided")
    let scores = scores(session.terminal)
    #expect(scores.count > 5)
    #expect(scores == scores.sorted())
    let words = session.terminal.chosenRow.dropFirst(11).prefix(23).split(separator: "  ")[0]
    try session.send(keys: "a")
    try session.waitForStatus("Accepted 1 mention   u: undo")
    #expect(session.terminal.statusLine.contains("\(total - 1) undecided"))
    #expect(!session.terminal.chosenRow.contains(words))
    try session.waitUntilSaved()
    let next = session.terminal.chosenRow.dropFirst(11).prefix(23).split(separator: "  ")[0]
    try session.send(keys: "Enter")
    try session.waitForStatus("READ  \(next) · ")
    #expect(session.terminal.textAtCursor.hasPrefix(next.prefix { $0 != " " }))
    try session.send(keys: "q")
    try session.waitForStatus("REVIEW")
    #expect(session.terminal.chosenRow.contains(next))
    let decided = try newsroom.files.filter { $0.hasSuffix(".jsonl") }.flatMap {
      try newsroom.decisions(String($0.dropLast(".gloss.jsonl".count)))
    }
    #expect(decided.map(\.text) == [String(words)])
  }

  @Test func `a group is decided as a whole, and undo brings it back`() throws {
    let newsroom = try Newsroom([
      "a.txt": "The harbour of Hamburg is closed. Ships wait off Hamburg.", "b.txt": "Rain fell in Hamburg.",
    ])
    try #require(try newsroom.undecided() == 3)
    let session = try newsroom.open(["--review", newsroom.path])
    try session.wait(for: "3 mentions  1 group")
    #expect(session.terminal.chosenRow.contains("Hamburg"))
    #expect(session.terminal.chosenRow.contains(" 3  "))
    try session.send(keys: "x")
    try session.waitForStatus("Rejected 3 mentions   u: undo")
    try session.wait(for: "Nothing is undecided in any article")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a.txt").map(\.status) == ["rejected", "rejected"])
    #expect(try newsroom.decisions("b.txt").map(\.status) == ["rejected"])
    try session.send(keys: "u")
    try session.waitForStatus("Undid: rejected 3 mentions")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a.txt") == [])
  }
}
