import TestSupport
import Testing

@Suite struct SettingsTests {
  @Test func `keys of one's own: another key for a command, a macro, and one that does nothing any more`() throws {
    let newsroom = try Newsroom()
    try newsroom.configure(
      """
      [keys.reader]
      "E" = "accept"
      "F2" = [":label EVENT", "propagate"]
      "x" = "none"
      """, in: "keys.toml")
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "x")
    try session.waitForStatus("x does nothing here")
    try session.send(keys: "E")
    try session.waitForStatus("Accepted \(suggestions[0].text)")
    try session.select("kestrel")
    try session.send(keys: "F2")
    try session.wait(for: "Apply “kestrel” → EVENT to all occurrences")
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.send(keys: "?")
    try session.wait(for: "Enough to start")
    try session.send("accept,")
    try session.wait(for: "the new key in the help") { screen in screen.body.contains { $0.hasPrefix(" a E ") } }
  }

  @Test func `a broken line in the settings is shown with its place, and the rest of them holds`() throws {
    let newsroom = try Newsroom()
    try newsroom.configure(
      "theme = \"sepia\"\nwidht = 72\nmouse = 7\n[keys.reader]\n\"E\" = \"acept\"\n\"Z\" = \"accept\"\n")
    let session = try newsroom.open([newsroom.path + "/d-garden.txt"], environment: ["COLORTERM": "truecolor"])
    try session.wait(for: "Something is wrong in config.toml")
    #expect(session.terminal.shows("config.toml:5:"))
    #expect(session.terminal.shows("did you mean \"accept\"?"))
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.waitForStatus(" · ")
    try session.send(keys: "Z")
    try session.waitForStatus("Accepted")
    #expect(session.terminal.cell(20, 5).style.background != .standard)
    try session.send(keys: "Space", "m")
    try session.wait(for: "all of what is wrong") { $0.shows("config.toml:2:1") && $0.shows("config.toml:3:") }
  }

  @Test func `a project's gloss.toml brings its own labels with their keys`() throws {
    let newsroom = try Newsroom()
    try newsroom.write(
      """
      [[labels]]
      name = "BIRD"
      key = "1"
      meaning = "whatever flies"
      [[labels]]
      name = "TOOL"
      key = "2"
      letter = "z"
      """, to: "gloss.toml")
    let session = try newsroom.openArticle("d-garden.txt", ["--color", "never"])
    try session.select("kestrel")
    try session.send(keys: "t")
    try session.wait(for: "whatever flies")
    #expect(session.terminal.shows("2 z  TOOL"))
    #expect(!session.terminal.shows("PERSON"))
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.send(keys: "1")
    try session.waitForStatus("kestrel · BIRD")
    try session.waitUntilSaved()
    #expect(session.terminal.shows("[kestrel]B"))
    #expect(try newsroom.decisions("d-garden.txt").map(\.label) == ["BIRD"])
    #expect(newsroom.sidecar("d-garden.txt").contains(#""labels":["BIRD","TOOL"]"#))
  }

  @Test func `two hundred labels can be given by their names`() throws {
    let newsroom = try Newsroom()
    let labels = (1...200).map { "[[labels]]\nname = \"KIND-\($0)\"\n" }.joined()
    try newsroom.write(labels, to: "gloss.toml")
    let session = try newsroom.openArticle("d-garden.txt")
    #expect(!session.terminal.shows("Something is wrong"))
    try session.select("fork")
    try session.send(keys: "t")
    try session.wait(for: "KIND-1")
    try session.send(keys: "/")
    try session.wait(for: "all of them") { $0.shows("200/200") }
    try session.send("kind-137")
    try session.wait(for: "one of them") { $0.shows("1/200") && $0.shows("KIND-137") }
    try session.send(keys: "Enter")
    try session.waitForStatus("fork · KIND-137")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.label) == ["KIND-137"])
    try session.select("mice")
    try session.send(keys: ":")
    try session.send("label kind-20\n")
    try session.waitForStatus("mice · KIND-20")
  }

  @Test func `the command line of the reader completes, remembers, and guesses what was meant`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: ":")
    try session.send("the")
    try session.send(keys: "Tab")
    try session.wait(for: "what is possible") { $0.hintLine.hasPrefix(":theme") && $0.statusLine.contains("themes") }
    try session.send(" sep")
    try session.send(keys: "Tab")
    try session.wait(for: "the whole name") { $0.hintLine.hasPrefix(":theme sepia") }
    try session.send(keys: "Enter")
    try session.waitForStatus("Theme sepia")
    try session.send(keys: ":", "Up")
    try session.wait(for: "the last line") { $0.hintLine.hasPrefix(":theme sepia") }
    try session.send(keys: "C-u")
    try session.send("acept\n")
    try session.waitForStatus("There is no command \"acept\". Did you mean \"accept\"?")
    try session.send(keys: ":")
    try session.send("set width 72\n")
    try session.waitForStatus("width = 72, for this session")
    try session.send(keys: ":")
    try session.send("q\n")
    #expect(try session.waitForExit() == .status(0))
  }
}
