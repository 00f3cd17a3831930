import TestSupport
import Testing

@Suite struct ModelTests {
  @Test func `another model suggests other things, and every decision stays`() throws {
    let newsroom = try TinyModel.newsroom([
      "a.txt":
        "Marta Solheim lives in Oslo. In Norway it rained. The ship Morwenna left Kilkeel on Monday. Oslo was quiet.\n"
    ])
    let before = try newsroom.suggestions("a.txt")
    let oslo = try #require(before.firstIndex { $0.text == "Oslo" })
    let session = try newsroom.openArticle("a.txt")
    for _ in 0...oslo { try session.send(keys: "a") }
    try session.waitForStatus("Accepted Oslo")
    try session.send(keys: "x")
    try session.waitForStatus("Rejected")
    try session.waitUntilSaved()
    session.signal(15)
    _ = try session.waitForExit()
    let decisions = try newsroom.decisions("a.txt")
    #expect(decisions.count == oslo + 2)

    let again = try newsroom.open([newsroom.path + "/a.txt", "--model", "tiny.model"])
    try again.wait(for: "what the new model suggests") { $0.statusLine.contains("undecided") }
    try again.select("Morwenna")
    try again.waitForStatus("Morwenna · SHIP · ")
    #expect(try newsroom.decisions("a.txt") == decisions)
    try again.send(keys: "a")
    try again.waitForStatus("Accepted Morwenna (SHIP)")
    try again.waitUntilSaved()
    #expect(try newsroom.decisions("a.txt").filter { $0.text != "Morwenna" } == decisions)
    #expect(newsroom.sidecar("a.txt").contains(#""model":"tiny-1""#))
  }

  @Test func `a model that cannot be used: asked for it is an error, in the settings it is told and reading goes on`()
    throws
  {
    let newsroom = try Newsroom()
    let run = try newsroom.run(["--model", "no.model", "a-storm.txt"])
    #expect(run.exit == .status(66) && run.errors.hasPrefix("gloss: no.model: "), "\(run.errors)")
    try newsroom.configure("model = \"/no/such.model\"\n")
    let session = try newsroom.open([newsroom.path + "/a-storm.txt"])
    try session.wait(for: "Something is wrong in config.toml")
    #expect(session.terminal.shows("the model /no/such.model: No such file or directory"), "\(session.terminal.text)")
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.select("Stavanger")
    try session.waitForStatus("Stavanger · GPE")
    try session.send(keys: "a")
    try session.waitForStatus("Accepted Stavanger")
  }

  @Test func `the card of an entity says what spoke for the mention, and the next one's when it is reached`() throws {
    let newsroom = try Newsroom(["a.txt": "Marta Solheim lives in Oslo. Solheim sells fish.\n"])
    let session = try newsroom.openArticle("a.txt")
    try session.select("Solheim", match: 2)
    try session.send(keys: "i")
    try session.wait(for: "the reason") { screen in
      screen.body.contains { $0.contains(/Why +PERSON 0\.\d\d, \w+:\S+: \S/) }
    }
    let first = session.terminal.body.first { $0.contains("Why ") }
    try session.send(keys: "j")
    try session.wait(for: "another reason") { screen in
      screen.body.contains { $0.contains("Why ") && $0.contains("PERSON 0.") && $0 != first }
    }
  }
}
