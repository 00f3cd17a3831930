import TestSupport
import Testing

@Suite struct EntitiesTests {
  @Test func `M and Enter merge two entities, the best guess is first, and the card shows both forms`() throws {
    let newsroom = try Newsroom()
    try newsroom.decide(
      "a-storm.txt",
      [
        ("Ministry of Transport of Norway", "ORG", "accepted"),
        ("Denmark's [Ministry of Transport]", "ORG", "accepted"),
        ("Red Cross", "ORG", "accepted"),
      ])
    let session = try newsroom.openArticle("a-storm.txt")
    try session.select("Ministry of Transport", match: 2)
    try session.waitForStatus("Ministry of Transport · ORG · accepted")
    try session.send(keys: "M")
    try session.wait(for: "Merge “Ministry of Transport” with…")
    #expect(
      session.terminal.body.contains { $0.contains(" > Ministry of Transport of Norway") && $0.contains("ORG ×1") },
      "\(session.terminal.text)")
    try session.send(keys: "Enter")
    try session.waitForStatus("Ministry of Transport of Norway: 2 mentions now")
    try session.send(keys: "i")
    try session.wait(for: "the card") { $0.statusLine.contains("ENTITY") }
    #expect(session.terminal.titleLine.contains("Ministry of Transport of Norway"))
    #expect(session.terminal.titleLine.contains("2 mentions"))
    #expect(session.terminal.shows("Aliases    Ministry of Transport"))
    try session.send(keys: "u")
    try session.waitForStatus("Undid: merged")
    #expect(!session.terminal.titleLine.contains("2 mentions"))
  }
}
