import TestSupport
import Testing

@Suite struct LargeTests {
  @Test func `two thousand articles: the list, its filter and the search of all work at once`() throws {
    let newsroom = try Newsroom([:])
    for number in 1...2000 {
      try newsroom.write(
        "---\ntitle: Report number \(number)\n---\nThe tide is at \(number) again.\n", to: "r\(number).txt")
    }
    let session = try newsroom.open()
    try session.wait(for: "the list") { $0.titleLine.contains("2000 articles") && $0.shows("Report number 1") }
    try session.send(keys: "/")
    try session.send("number 1234")
    try session.wait(for: "one article") { $0.shows("Report number 1234") && $0.shows(": 1") }
    try session.send(keys: "Esc")
    try session.wait(for: "all articles") { !$0.titleLine.contains("only") }
    #expect(session.terminal.chosenRow.contains("Report number 1234"))
    // Keys do not wait for the articles to be read and analysed.
    try session.send(keys: "G")
    try session.wait(for: "the last one") { $0.chosenRow.contains("Report number 2000") }
    try session.wait(for: "all are read", timeout: 90) { !$0.titleLine.contains("analysed") }
    try session.send(keys: "Space", "/")
    try session.wait(for: "Search all articles")
    try session.send("is at 1999 again")
    try session.wait(for: "1 match in 1 article")
    try session.send(keys: "Enter")
    try session.wait(for: "the article") { $0.titleLine.contains("Report number 1999") }
    #expect(try session.quit() == .status(0))
  }

  /// What a step down sends at most when it scrolls, and the session after that.
  private func bytesToScroll(_ arguments: [String]) throws -> (Int, TerminalSession) {
    let newsroom = try Newsroom(["long.txt": Articles.long(paragraphs: 200)])
    let session = try newsroom.openArticle("long.txt", arguments, rows: 60, columns: 200)
    var top = session.terminal.line(1)
    var most = 0
    // The first steps go down the screen, the later ones scroll it.
    for number in 0..<90 {
      let before = session.terminal.bytesReceived
      let cursor = session.terminal.cursor
      try session.send(keys: "j")
      try session.wait(for: "step \(number)") { $0.cursor != cursor || $0.line(1) != top }
      if session.terminal.line(1) != top { most = max(most, session.terminal.bytesReceived - before) }
      top = session.terminal.line(1)
    }
    try #require(most > 0, "it has not scrolled")
    return (most, session)
  }

  @Test func `scrolling by one line at 200x60 moves the lines that stay and sends less than 4 KB`() throws {
    let (bytes, session) = try bytesToScroll(["--linear"])
    #expect(bytes < 4096)
    #expect(try session.quit() == .status(0))
  }

  @Test func `beside other columns the terminal cannot move lines, and only the text is sent`() throws {
    let (bytes, session) = try bytesToScroll([])
    // 57 rows of at most 96 characters, and what they look like.
    #expect(bytes < 57 * 96 * 2)
    #expect(try session.quit() == .status(0))
  }

  @Test func `the screen is cleared at the start and never again`() throws {
    let newsroom = try Newsroom(["long.txt": Articles.long(paragraphs: 200)])
    let session = try newsroom.openArticle("long.txt")
    let clears = session.terminal.fullClears
    #expect(clears <= 1)
    for (keys, status) in [
      (["C-d"], "READ"), (["Tab", "a"], "Accepted"), (["u"], "Undid"), (["?"], "HELP"), (["Esc"], "READ"),
      (["Space", "m"], "PICK"), (["Esc"], "READ"), (["G"], "Bot"),
      (["p"], "ENTITIES"), (["p"], "READ"), (["Space", "u"], "REVIEW"), (["q"], "READ"),
    ] {
      for key in keys { try session.send(keys: key) }
      try session.waitForStatus(status)
    }
    #expect(try session.quit() == .status(0))
    #expect(session.terminal.fullClears == clears)
  }

  @Test func `a whole screen of other text is sent once and not twice`() throws {
    let newsroom = try Newsroom(["long.txt": Articles.long(paragraphs: 200)])
    let session = try newsroom.openArticle("long.txt", rows: 60, columns: 200)
    let before = session.terminal.bytesReceived
    try session.send(keys: "C-f")
    try session.wait(for: "another page") { !$0.shows("Paragraph 1C says") }
    #expect(session.terminal.bytesReceived - before < 3 * 60 * 200)
  }

  /// Wide, combining, joined and right-to-left characters.
  private static let scripts = """
    ---
    title: 日本語とعربيとעברית
    ---
    東京で12日、防衛省の報道官が「三つの港を閉鎖する」と述べた。船は今夜も出ない見込みだと同省は説明している。

    가 (decomposed) and 각, e\u{301}a\u{308}o\u{308}u\u{308}, ก็ and नमस्ते, a family 👩‍👩‍👧 with a 🙂 and a flag 🇳🇴, 1️⃣ and ☔.

    قال المتحدث إن الميناء مغلق اليوم. הנמל סגור היום, אמר הדובר. \u{202E}reversed\u{202C} and \u{1B}[31m not red.

    Marta Solheim, who lives in 東京, met 金正恩 in Oslo; 東京東京東京東京東京東京東京東京東京東京東京東京東京.
    """

  @Test(arguments: [(24, 80), (40, 120), (15, 40)])
  func `columns stay aligned beside wide, combining, joined and right-to-left text`(_ size: (rows: Int, columns: Int))
    throws
  {
    let newsroom = try Newsroom(["a.txt": Self.scripts, "b.txt": Articles.court])
    let session = try newsroom.openLibrary(rows: size.rows, columns: size.columns)
    #expect(session.terminal.shows("日本語とعربيとעברית"))
    try session.send(keys: "Enter")
    try session.wait(for: "the text") { $0.shows("東京で12") && $0.statusLine.hasPrefix(" READ") }
    if size.columns >= 80 {
      let border = size.columns - (size.columns >= 120 ? 37 : 27)
      for row in 1..<(size.rows - 2) { #expect(session.terminal.cell(row, border).text == "│", "\(row)") }
    }
    // Nothing in an article is a command to the terminal.
    #expect(session.terminal.unknown == [])
    #expect(!String(decoding: session.transcript, as: UTF8.self).contains("\u{202E}"))
    // Popups over half a wide character.
    for keys in [["Space"], ["t"], ["/"], ["D"], ["Space", "?"]] {
      for key in keys { try session.send(keys: key) }
      try session.wait(for: "a popup after \(keys)") { screen in screen.shows("╭") && screen.shows("╰") }
      let screen = session.terminal
      let top = try #require(screen.position(of: "╭"))
      let bottom = try #require(screen.position(of: "╰"))
      let right = try #require((0..<screen.columns).last { "╮".contains(screen.cell(top.row, $0).text) })
      for row in (top.row + 1)..<bottom.row {
        #expect(screen.cell(row, top.column).text == "│", "\(keys) \(row)\n\(screen.text)")
        #expect(screen.cell(row, right).text == "│", "\(keys) \(row)\n\(screen.text)")
      }
      try session.send(keys: "Esc")
      try session.wait(for: "the popup closed") { !$0.shows("╭") }
    }
    // Every word can be reached and selected, and what is selected is in the status line.
    for _ in 0..<60 { try session.send(keys: "Right") }
    try session.send(keys: "G")
    try session.wait(for: "the end") { $0.shows("Oslo") }
    #expect(session.terminal.unknown == [])
    #expect(try session.quit() == .status(0))
  }

  @Test func `offsets of what is marked among wide and joined characters are right`() throws {
    let newsroom = try Newsroom(["a.txt": Self.scripts])
    let session = try newsroom.openArticle("a.txt")
    // Of joined pictures the first is shown; all of them are found and marked.
    try session.send(keys: "/")
    try session.send("👩‍👩‍👧")
    try session.wait(for: "1 match")
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.send(keys: "0")
    try session.waitForStatus(" · PRODUCT")
    try session.select("הדובר")
    try session.send(keys: "1")
    try session.waitForStatus(" · PERSON")
    try session.waitUntilSaved()
    let decisions = try newsroom.decisions("a.txt")
    #expect(decisions.map(\.text) == ["👩‍👩‍👧", "הדובר"])
    let scalars = Array(Self.scripts.unicodeScalars)
    for decision in decisions {
      let found = scalars[decision.start...].prefix(decision.text.unicodeScalars.count)
      #expect(found.elementsEqual(decision.text.unicodeScalars))
    }
  }
}
