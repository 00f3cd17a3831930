import TestSupport
import Testing

@Suite struct EdgeTests {
  /// An article with one decided mention, selected.
  private func reading(_ words: String) throws -> (Newsroom, TerminalSession) {
    let newsroom = try Newsroom()
    try newsroom.decide("a-storm.txt", [(words, "ORG", "accepted")])
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select(words)
    try session.waitForStatus("\(words) · ORG · accepted")
    return (newsroom, session)
  }

  @Test func `H J K L move one edge each by one word, from the outer left to the outer right`() throws {
    let (newsroom, session) = try reading("General Staff")
    // The possessive goes with its word.
    for (key, words) in [
      ("H", "Norway's General Staff"), ("L", "Norway's General Staff sent"), ("K", "Norway's General Staff"),
      ("J", "General Staff"),
    ] {
      try session.send(keys: key)
      try session.waitForStatus("[\(words)]")
    }
    try session.send(keys: "H")
    try session.waitForStatus("[Norway's General Staff]   u: undo")
    try session.waitUntilSaved()
    let moved = try newsroom.decisions("a-storm.txt").map(\.description)
    #expect(moved == ["Norway's General Staff ORG accepted"])
    try session.send(keys: "u")
    try session.waitForStatus("Undid:")
    try session.waitUntilSaved()
    let back = try newsroom.decisions("a-storm.txt").map(\.description)
    #expect(back == ["General Staff ORG accepted"])
  }

  @Test func `Alt moves an edge by characters, and an edge never eats the whole mention`() throws {
    let (newsroom, session) = try reading("Blue Kettle Hall")
    try session.send(keys: "M-k")
    try session.waitForStatus("[Blue Kettle Hal]")
    try session.send(keys: "M-l", "K", "K")
    try session.waitForStatus("[Blue]")
    try session.send(keys: "K", "J")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.text) == ["Blue"])
  }

  @Test func `selecting with v and motions marks exactly what is selected`() throws {
    let (newsroom, session) = try reading("General Staff")
    try session.select("two ships")
    try session.send(keys: "v", "l", "l", "l")
    try session.waitForStatus("SELECT")
    try session.waitForStatus("“two ships from Stavanger”")
    try session.send(keys: "h", "h")
    try session.waitForStatus("“two ships”")
    try session.send(keys: "0")
    try session.waitForStatus("two ships · PRODUCT")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.text) == ["General Staff", "two ships"])
  }
}
