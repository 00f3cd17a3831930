import TestSupport
import Testing

@Suite struct PropagatingTests {
  /// The word kestrel as a product in the first article, selected.
  private func reading() throws -> (Newsroom, TerminalSession) {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary()
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.select("kestrel")
    try session.send(keys: "0")
    try session.waitForStatus("kestrel · PRODUCT   1 more here, A: apply to all")
    try session.waitUntilSaved()
    return (newsroom, session)
  }

  /// How often kestrel is a product, article by article.
  private func kestrels(_ newsroom: Newsroom) throws -> [Int] {
    try ["a-storm.txt", "b-ferry.txt", "c-court.txt", "d-garden.txt"].map { name in
      try newsroom.decisions(name).count { $0.description == "kestrel PRODUCT accepted" }
    }
  }

  @Test func `A and Enter label every occurrence in every article, and one undo takes all of it back`() throws {
    let (newsroom, session) = try reading()
    #expect(try kestrels(newsroom) == [1, 0, 0, 0])
    try session.send(keys: "A")
    try session.wait(for: "Apply “kestrel” → PRODUCT to all occurrences")
    try session.wait(for: "Enter: apply to 4")
    #expect(session.terminal.shows("scope all articles (s)   whole words on (w)   match case on (c)"))
    // The rows have their words around them, so that one can tell a bird from a boat.
    #expect(session.terminal.body.contains { $0.contains("b-ferry.txt") && $0.contains("kestrel, went") })
    try session.send(keys: "Enter")
    try session.waitForStatus("kestrel · PRODUCT: 4 places in 3 articles   u: undo")
    try session.waitUntilSaved()
    #expect(try kestrels(newsroom) == [2, 1, 0, 2])
    try session.send(keys: "u")
    try session.waitForStatus("Undid: applied PRODUCT to 4 × kestrel")
    try session.waitUntilSaved()
    #expect(try kestrels(newsroom) == [1, 0, 0, 0])
  }

  @Test func `a row can be unticked before, and Esc changes nothing`() throws {
    let (newsroom, session) = try reading()
    try session.send(keys: "A")
    try session.wait(for: "Enter: apply to 4")
    #expect(session.terminal.body.count { $0.contains("[x]") } == 4)
    #expect(session.terminal.body.contains { $0.contains("b-ferry.txt") && $0.contains("new") })
    try session.send(keys: "Down", "Space")
    try session.wait(for: "Enter: apply to 3")
    #expect(session.terminal.body.contains { $0.contains("[ ] b-ferry.txt") })
    try session.send(keys: "Esc")
    try session.wait(for: "the dialog closed") { !$0.shows("Enter: apply to") }
    #expect(try kestrels(newsroom) == [1, 0, 0, 0])
    try session.send(keys: "A")
    try session.wait(for: "Enter: apply to 4")
    try session.send(keys: "Down", "Space", "Enter")
    try session.waitForStatus("3 places in 2 articles")
    try session.waitUntilSaved()
    #expect(try kestrels(newsroom) == [2, 0, 0, 2])
  }

  @Test func `what is decided otherwise is not ticked by itself`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide("b-ferry.txt", [("kestrel", "GPE", "accepted")])
    let session = try newsroom.openLibrary()
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.select("kestrel")
    try session.send(keys: "0", "A")
    try session.wait(for: "Enter: apply to 3")
    #expect(session.terminal.body.contains { $0.contains("[ ] b-ferry.txt") })
    try session.send(keys: "o")
    try session.wait(for: "Enter: apply to 4")
    #expect(session.terminal.shows("overwrite decided on"))
  }
}
