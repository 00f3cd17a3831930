import TestSupport
import Testing

@Suite struct LayoutsAndPasteTests {
  @Test(arguments: [("ф", "Accepted"), ("ч", "Rejected"), ("ы", "Flagged"), ("α", "Accepted"), ("χ", "Rejected")])
  func `on Cyrillic and Greek keyboards a key acts by its place`(_ example: (key: String, word: String)) throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(example.key)
    try session.waitForStatus(example.word)
  }

  @Test func `Cyrillic prefixes and pickers work, and in a search field what is typed stays Cyrillic`() throws {
    let newsroom = try Newsroom(["a.txt": "Ада Лавлейс wrote a letter. Ада was twenty."])
    let session = try newsroom.openArticle("a.txt")
    // g g on a Russian keyboard.
    try session.send("ПП")
    try session.send("пп")
    try session.wait(for: "the top") { $0.textAtCursor.hasPrefix("Ада") }
    try session.send(keys: "/")
    try session.wait(for: "Search this article")
    try session.send("ада")
    try session.wait(for: "two matches") { $0.shows("> ада ") && $0.shows("2 matches") }
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    // The keys where t and p are: the label picker, and a letter in it.
    try session.send("е")
    try session.wait(for: "letter or digit: give")
    try session.send("з")
    try session.waitForStatus(" · PERSON")
  }

  @Test func `text that is pasted is not taken for keys`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    #expect(session.terminal.modes.contains(2004))
    try session.paste("axxa\nQ\n:quit\nDd")
    try session.waitForStatus("Pasted text is not taken for keys (15 characters)")
    try session.send(keys: "Tab")
    try session.waitForStatus(" · ")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt") == [])
    #expect(newsroom.journal == "")
  }

  @Test func `text that is pasted into a field goes into the field, on one line`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "/")
    try session.wait(for: "Search this article")
    try session.paste("kestrel\nwas")
    try session.wait(for: "the text in the field") { $0.shows("> kestrel was ") }
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.send(keys: "c")
    try session.wait(for: "the field for a note") { $0.hintLine.hasPrefix(" Note:") }
    try session.paste("seen \u{1B}]0;evil\u{7}twice\u{1B}[31m")
    try session.wait(for: "the note without commands to the terminal") { $0.hintLine.contains("seen") }
    #expect(session.terminal.title == nil)
    try session.send(keys: "Enter")
    try session.waitForStatus("Noted")
  }

  @Test func `a megabyte pasted by accident changes nothing`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt")
    try session.paste(String(repeating: "Q a x D d 1 2 3\n", count: 65_536))
    try session.waitForStatus("Pasted text is not taken for keys")
    #expect(newsroom.journal == "")
    #expect(try session.quit() == .status(0))
  }

  @Test func `y copies through the terminal and says so, Y with where it is from`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.select("kestrel was")
    try session.send(keys: "y")
    try session.waitForStatus("Copied 11 characters through the terminal (OSC 52)")
    #expect(session.terminal.clipboard == ["kestrel was"])
    try session.send(keys: "Y")
    try session.wait(for: "a second copy") { $0.clipboard.count == 2 }
    let copied = try #require(session.terminal.clipboard.last)
    #expect(copied.contains("Solheim told reporters that the kestrel was back on Sunday."))
    #expect(copied.contains("Storm closes the harbour of Bergen for a second night, Example Wire, 2026-06-12"))
    #expect(copied.contains("a-storm.txt, code points "))
  }

  @Test func `in tmux what is copied goes through to the terminal around it`() throws {
    let session = try Newsroom().openArticle(
      "a-storm.txt", term: "tmux-256color", environment: ["TMUX": "/tmp/none,1,0"])
    try session.send(keys: "y")
    try session.waitForStatus("Copied 6 characters through tmux (OSC 52)")
    #expect(session.terminal.strings.contains { $0.contains("tmux;") && $0.contains("]52;c;") })
  }

  @Test func `the mouse is left to the terminal unless --mouse is given`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary()
    #expect(session.terminal.modes.isDisjoint(with: [1000, 1002, 1003, 1006]))
    try session.quit()

    let mouse = try newsroom.openLibrary(["--mouse", newsroom.path])
    try mouse.wait(for: "mouse reports") { $0.modes.isSuperset(of: [1002, 1006]) }
    try mouse.click(row: 3, column: 40)
    try mouse.wait(for: "the second row") { $0.chosenRow.contains("Ferry between") }
    try mouse.click(row: 3, column: 40)
    try mouse.wait(for: "the second article") { $0.titleLine.contains("Ferry between") }
    let place = try #require(mouse.terminal.position(of: "kestrel"))
    try mouse.click(row: place.row, column: place.column + 2)
    try mouse.waitForStatus("“kestrel” has no label")
    try mouse.send(keys: "q")
    try mouse.waitForStatus("LIBRARY")
    // Far to the right, where the old reports could not count any further.
    try mouse.resize(rows: 60, columns: 300)
    try mouse.wait(for: "a wide list") { $0.columns == 300 && $0.hintLine.hasSuffix("?:help") }
    try mouse.click(row: 4, column: 100)
    try mouse.wait(for: "the third row") { $0.chosenRow.contains("Court in Vienna") }
    try mouse.click(row: 20, column: 100, button: 65)
    #expect(try mouse.quit() == .status(0))
    #expect(mouse.terminal.modes.isDisjoint(with: [1000, 1002, 1003, 1006]))
  }
}
