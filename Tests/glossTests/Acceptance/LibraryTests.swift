import TestSupport
import Testing

@Suite struct LibraryTests {
  @Test func `the first run in an empty folder says what to do, writes nothing, and q leaves with 0`() throws {
    let newsroom = try Newsroom([:])
    let session = try newsroom.open(waitsForFrames: false)
    for words in ["No articles here yet.", "open a folder or file", "open the demo", "q   quit", "never changed"] {
      try session.wait(for: words)
    }
    try session.send(keys: "q")
    #expect(try session.waitForExit() == .status(0))
    #expect(newsroom.files == [])
    #expect(newsroom.homeFiles == [])
  }

  @Test func `the library shows all articles with date, source, title and counts, and cuts no hint at 80 columns`()
    throws
  {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary()
    let screen = session.terminal
    #expect(screen.titleLine.contains("news  4 articles"))
    #expect(screen.titleLine.contains("0 done"))
    let counts = try newsroom.suggestions("a-storm.txt").count
    #expect(screen.line(2).contains("2026-06-12 Example Wire    Storm closes the harbour"))
    #expect(screen.line(2).hasSuffix("  \(counts)"), "\(screen.line(2))")
    #expect(screen.line(3).contains("2026-06-11 Harbour Post    Ferry between Hamburg"))
    #expect(screen.line(5).contains("How to keep a garden alive"))
    #expect(screen.statusLine.contains("1/4  saved"))
    #expect(screen.hintLine.hasSuffix(" ?:help"))
    let hints = screen.hintLine.split(separator: " ")
    #expect(hints.allSatisfy { $0.contains(":") && !$0.hasSuffix(":") }, "\(hints)")
  }

  @Test func `arrows and Enter open the second article, and q comes back to the same row`() throws {
    let session = try Newsroom().openLibrary()
    try session.send(keys: "Down", "Enter")
    try session.wait(for: "the second article") { $0.titleLine.contains("Ferry between Hamburg and Oslo") }
    #expect(session.terminal.titleLine.contains("2/4"))
    try session.send(keys: "q")
    try session.wait(for: "the library") { $0.statusLine.contains("LIBRARY") }
    #expect(session.terminal.chosenRow.contains("Ferry between Hamburg"))
  }

  @Test func `the filter narrows the list while it is typed, and Esc gives the full list back`() throws {
    let session = try Newsroom().openLibrary()
    try session.send(keys: "/")
    try session.send("ferry")
    try session.wait(for: "one article") { $0.shows("Ferry between") && !$0.shows("Storm closes") }
    try session.send(keys: "Esc")
    try session.wait(for: "all articles") { $0.shows("Ferry between") && $0.shows("Storm closes") }
    #expect(session.terminal.titleLine.contains("news  4 articles"))
  }

  @Test func `D in an article asks about the undecided and then opens the next article that is not done`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary()
    let count = try newsroom.undecided("b-ferry.txt")
    try session.send(keys: "Down", "Enter")
    try session.waitForStatus("\(count) undecided")
    try session.send(keys: "D")
    try session.wait(for: "\(count) mentions are still undecided.")
    #expect(session.terminal.shows("Enter: go to the first one"))
    try session.send("a")
    try session.wait(for: "the next article") { $0.titleLine.contains("Court in Vienna") }
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("b-ferry.txt").allSatisfy { $0.status == "accepted" })
    #expect(try newsroom.decisions("b-ferry.txt").count == count)
    #expect(newsroom.sidecar("b-ferry.txt").contains(#""type":"article","done":true"#))
    try session.send(keys: "q")
    try session.wait(for: "the library") { $0.titleLine.contains("1 done") }
  }
}
