import TestSupport
import Testing

@Suite struct SizesTests {
  @Test(arguments: [(60, 200), (40, 120), (24, 80), (20, 60), (15, 40), (8, 24), (7, 24), (6, 24)])
  func `the selection survives a change of size, and nothing is drawn beyond the edge`(
    _ size: (rows: Int, columns: Int)
  ) throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select("kestrel was")
    try session.send(keys: "K")
    try session.resize(rows: size.rows, columns: size.columns)
    try session.wait(for: "the kestrel at \(size.columns)x\(size.rows)") { screen in
      screen.textAtCursor.hasPrefix("kestrel") && screen.statusLine.hasPrefix(" READ")
    }
    #expect(session.terminal.unknown == [])
    if size.rows >= 12 {
      #expect(session.terminal.hintLine.hasSuffix("?:help"))
      let hints = session.terminal.hintLine.split(separator: " ")
      #expect(hints.allSatisfy { $0.contains(":") || $0 == "article" }, "\(session.terminal.hintLine)")
    }
    try session.resize(rows: 24, columns: 80)
    try session.wait(for: "the first size again") { $0.textAtCursor.hasPrefix("kestrel") && $0.shows("│ Entities") }
  }

  @Test func `each width has its columns: 200 three, 120 two and a preview, 80 two, 60 one`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary(rows: 60, columns: 200)
    #expect(session.terminal.shows("decided"))
    try session.send(keys: "Enter")
    try session.wait(for: "text, list and pane") { $0.shows("Entities ") && $0.shows(">• Storm closes") }
    try session.resize(rows: 40, columns: 120)
    try session.wait(for: "text and pane") { $0.shows("│ Entities") && !$0.shows(">• Storm closes") }
    try session.resize(rows: 20, columns: 60)
    try session.wait(for: "text alone") { !$0.shows("Entities") && $0.statusLine.contains("READ") }
    try session.send(keys: "p")
    try session.wait(for: "the pane in the place of the text") {
      $0.statusLine.contains("ENTITIES") && $0.shows("Entities")
    }
    #expect(!session.terminal.shows("Waves four metres high"))
    try session.send(keys: "p", "q")
    try session.waitForStatus("LIBRARY")
    try session.resize(rows: 15, columns: 40)
    try session.wait(for: "a narrow list") { $0.titleLine.contains("undec.") && $0.shows("> • Storm closes") }
    #expect(!session.terminal.shows("Example Wire"))
  }

  @Test func `a window that is too small says how small, and comes back by itself`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.resize(rows: 5, columns: 23)
    try session.wait(for: "the reason") { $0.line(0) == "23x5 too small (24x6)" }
    try session.resize(rows: 4, columns: 16)
    try session.wait(for: "a shorter reason") { $0.line(0) == "too small (24x6)" }
    try session.resize(rows: 24, columns: 80)
    try session.wait(for: "the article") { $0.shows("│ Entities") }
  }

  @Test(arguments: [(1, 1), (1, 80), (24, 1), (2, 2), (5, 300), (300, 24), (1000, 1000)])
  func `no size is too strange`(_ size: (rows: Int, columns: Int)) throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.resize(rows: size.rows, columns: size.columns)
    let isTooSmall = size.rows < 6 || size.columns < 24
    try session.wait(for: "something at that size") { screen in
      isTooSmall ? !screen.line(0).isEmpty && !screen.shows("READ") : screen.shows("READ")
    }
    // Another screen at that size, and back.
    try session.send(keys: "?")
    if !isTooSmall { try session.waitForStatus("HELP") }
    try session.resize(rows: 24, columns: 80)
    try session.waitForStatus("HELP")
    try session.send(keys: "Esc")
    try session.wait(for: "the article") { $0.statusLine.contains("READ") && $0.shows("│ Entities") }
    #expect(session.terminal.unknown == [])
    #expect(try session.quit() == .status(0))
  }

  @Test func `two hundred resizes in a row end with the last size, drawn right`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    for number in 0..<200 {
      try session.resize(rows: 6 + number * 7 % 50, columns: 24 + number * 13 % 180)
      if number % 20 == 0 { try session.send(keys: "Tab") }
    }
    try session.resize(rows: 30, columns: 100)
    try session.wait(for: "30 rows of 100") { screen in
      screen.hintLine.hasSuffix("?:help") && screen.statusLine.hasPrefix(" READ")
        && (1..<28).allSatisfy { screen.cell($0, 73).text == "│" }
    }
    #expect(session.terminal.unknown == [])
    #expect(try session.quit() == .status(0))
  }

  @Test func `popups fit into every size`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    for (rows, columns) in [(24, 80), (15, 40), (12, 30), (8, 24), (6, 24), (60, 200)] {
      try session.resize(rows: rows, columns: columns)
      try session.wait(for: "the article at \(columns)x\(rows)") { $0.statusLine.hasPrefix(" READ") }
      for keys in [["Space"], ["Space", "?"], ["t"], ["/"], ["A"], ["D"], [":"], ["Space", "t"], ["i"], ["Enter"]] {
        for key in keys { try session.send(keys: key) }
        try session.wait(for: "\(keys) at \(columns)x\(rows)") { !$0.statusLine.hasPrefix(" READ  B") }
        try session.send(keys: "Esc")
        try session.wait(for: "the article after \(keys) at \(columns)x\(rows)") { $0.statusLine.hasPrefix(" READ  B") }
      }
    }
    #expect(session.terminal.unknown == [])
  }
}
