import TestSupport
import Testing

@Suite struct DecidingTests {
  @Test func `a accepts, goes on to the next undecided, and is on disk at once`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a")
    try session.waitForStatus("Accepted \(suggestions[0].text) (\(suggestions[0].label))")
    // What the screen tells is in the journal already: it was written before the screen was drawn.
    #expect(newsroom.journal.contains("accepted \(suggestions[0].text) (\(suggestions[0].label))"))
    #expect(session.terminal.statusLine.contains("\(suggestions.count - 1) undecided"))
    #expect(session.terminal.textAtCursor.hasPrefix(suggestions[1].text.prefix { $0 != " " }))
    try session.waitUntilSaved()
    let decisions = try newsroom.decisions("a-storm.txt")
    #expect(decisions.map(\.description) == ["\(suggestions[0].text) \(suggestions[0].label) accepted"])
    #expect(decisions[0].start == suggestions[0].start)
    #expect(decisions[0].by == "tester")
  }

  @Test func `x rejects with one key and hides what was rejected until zr shows it`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt", ["--color", "never"])
    try session.send(keys: "x")
    try session.waitForStatus("Rejected \(suggestions[0].text)")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.status) == ["rejected"])
    #expect(!session.terminal.shows("~\(suggestions[0].text)"))
    try session.send(keys: "z", "r")
    try session.wait(for: "~\(suggestions[0].text)")
  }

  @Test func `s flags a mention as unsure and goes on`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "s")
    try session.waitForStatus("Flagged \(suggestions[0].text)")
    #expect(session.terminal.statusLine.contains("\(suggestions.count) undecided"))
    try session.send(keys: "S-Tab")
    try session.waitForStatus("\(suggestions[0].text) · \(suggestions[0].label) · unsure")
  }

  @Test func `undo names what it undid and goes back there, redo does it again`() throws {
    let newsroom = try Newsroom()
    let first = try newsroom.suggestions("a-storm.txt")[0]
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a", "Tab", "Tab", "u")
    try session.waitForStatus("Undid: accepted \(first.text) (\(first.label))   U: redo")
    #expect(session.terminal.textAtCursor.hasPrefix(first.text.prefix { $0 != " " }))
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt") == [])
    try session.send(keys: "U")
    try session.waitForStatus("Redid: accepted \(first.text)")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.text) == [first.text])
    try session.send(keys: "u", "u")
    try session.waitForStatus("Nothing to undo")
  }

  @Test func `a digit gives a mention another label and stays there`() throws {
    let newsroom = try Newsroom()
    let first = try newsroom.suggestions("a-storm.txt")[0]
    let session = try newsroom.openArticle("a-storm.txt")
    // 7 is EVENT, which nothing is in this article.
    try session.send(keys: "7")
    try session.waitForStatus("\(first.text) · EVENT")
    #expect(session.terminal.textAtCursor.hasPrefix(first.text.prefix { $0 != " " }))
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.description) == ["\(first.text) EVENT accepted"])
  }

  @Test func `one digit labels a plain word, and the other occurrences are offered`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select("kestrel")
    try session.waitForStatus("“kestrel” has no label")
    try session.send(keys: "0")
    try session.waitForStatus("kestrel · PRODUCT   1 more here, A: apply to all")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.description) == ["kestrel PRODUCT accepted"])
  }

  @Test func `plus and a digit label a name of several words`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("a-storm.txt", [("Blue Kettle Hall", "FAC", "rejected")])
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select("Blue")
    try session.send(keys: "+")
    try session.waitForStatus("Blue Kettle Hall")
    try session.send(keys: "2")
    try session.waitForStatus("Blue Kettle Hall · ORG")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").contains { $0.description == "Blue Kettle Hall ORG accepted" })
  }

  @Test func `t shows every label with its letter, a letter gives it, and Esc leaves`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select("kestrel")
    try session.send(keys: "t")
    try session.wait(for: "letter or digit: give")
    for label in ["PERSON", "ORG", "GPE", "WORK_OF_ART", "LANGUAGE", "WEAPON", "TITLE"] {
      #expect(session.terminal.shows(label), "\(label)\n\(session.terminal.text)")
    }
    #expect(session.terminal.shows("1 p  PERSON"))
    try session.send(keys: "Esc")
    try session.wait(for: "the labels closed") { !$0.shows("letter or digit: give") }
    // Enter on a word that is no mention opens the same picker.
    try session.send(keys: "Enter")
    try session.wait(for: "letter or digit: give")
    try session.send(keys: "w")
    try session.waitForStatus("kestrel · WEAPON")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.description) == ["kestrel WEAPON accepted"])
  }

  @Test func `Tab, Enter, Down, Enter reject through the menu, which teaches the keys`() throws {
    let newsroom = try Newsroom()
    let second = try newsroom.suggestions("a-storm.txt")[1]
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "Tab", "Enter")
    try session.wait(for: "\(second.text) · \(second.label) · \(second.status) ─")
    #expect(session.terminal.body.contains { $0.contains("Accept, go to") && $0.contains(" a │") })
    #expect(session.terminal.body.contains { $0.contains("Reject (not") && $0.contains(" x │") })
    #expect(session.terminal.body.contains { $0.contains("Left edge one word out") && $0.contains(" H │") })
    try session.send(keys: "Down", "Enter")
    try session.waitForStatus("Rejected \(second.text)")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.status) == ["rejected"])
  }

  @Test func `d removes what was marked by hand and leaves nothing behind`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt")
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("fork · PRODUCT")
    try session.send(keys: "d")
    try session.waitForStatus("Removed fork (PRODUCT)")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt") == [])
  }
}
