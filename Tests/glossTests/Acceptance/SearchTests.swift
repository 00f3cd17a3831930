import TestSupport
import Testing

@Suite struct SearchTests {
  @Test func `the search shows matches while typing, and n goes on from the start and says so`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "/")
    try session.send("kes")
    try session.wait(for: "two matches while typing") { $0.shows("> kes ") && $0.shows("2 matches") }
    try session.send("trel was")
    try session.wait(for: "one match") { $0.shows("> kestrel was ") && $0.shows("1 match") }
    try session.send(keys: "Enter")
    try session.wait(for: "the cursor on it") { $0.textAtCursor.hasPrefix("kestrel was back") }
    try session.select("kestrel")
    try session.send(keys: "n")
    try session.waitForStatus("“kestrel” 2 of 2")
    try session.send(keys: "n")
    try session.waitForStatus("“kestrel” 1 of 2   on from the start")
    try session.send(keys: "N")
    try session.waitForStatus("“kestrel” 2 of 2   on from the end")
  }

  @Test func `Esc leaves the search where it began`() throws {
    let newsroom = try Newsroom(["long.txt": Articles.long(paragraphs: 80)])
    let session = try newsroom.openArticle("long.txt")
    let before = session.terminal.body
    try session.send(keys: "/")
    try session.send("Paragraph 70")
    try session.wait(for: "the match is shown") { $0.body.contains { $0.contains("Paragraph 70 says") } }
    try session.send(keys: "Esc")
    try session.wait(for: "the same lines as before") { $0.body == before }
  }

  @Test func `a regular expression begins with backslash v, and a broken one says what is wrong`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "/")
    try session.send("\\vke(st|x)rel")
    try session.wait(for: "2 matches")
    try session.send("(")
    try session.wait(for: "the problem") { $0.shows("not a regular expression") && !$0.shows("2 matches") }
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
  }

  @Test func `Space slash searches all articles and opens what is chosen`() throws {
    let session = try Newsroom().openLibrary()
    try session.send(keys: "Space", "/")
    try session.wait(for: "Search all articles")
    try session.send("kestrel")
    try session.wait(for: "5 matches in 3 articles")
    #expect(session.terminal.body.contains { $0.contains("b-ferry.txt") })
    try session.send(keys: "Down", "Down", "Enter")
    try session.wait(for: "the ferry") { $0.titleLine.contains("Ferry between") }
    try session.wait(for: "the cursor on it") { $0.textAtCursor.hasPrefix("kestrel, ") }
    try session.send(keys: "q")
    try session.waitForStatus("LIBRARY")
  }
}
