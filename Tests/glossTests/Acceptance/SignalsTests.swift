import Foundation
import TestSupport
import Testing

@Suite struct SignalsTests {
  @Test func `kill -9 loses nothing that was decided, and undo works across the restart`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a", "a", "x")
    try session.waitForStatus("Rejected \(suggestions[2].text)")
    session.signal(SIGKILL)
    #expect(try session.waitForExit() == .signal(SIGKILL))

    let again = try newsroom.open([newsroom.path + "/a-storm.txt"])
    try again.wait(for: "all but three undecided") { $0.shows(" \(suggestions.count - 3) undecided") }
    try again.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt").map(\.status) == ["accepted", "accepted", "rejected"])
    try again.send(keys: "u")
    try again.waitForStatus("Undid: rejected \(suggestions[2].text)")
    try again.send(keys: "u", "u")
    try again.waitForStatus("Undid: accepted \(suggestions[0].text)")
    try again.waitUntilSaved()
    #expect(try newsroom.decisions("a-storm.txt") == [])
  }

  @Test func `decisions that only the journal has come back`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt")
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("fork · PRODUCT")
    try session.waitUntilSaved()
    session.signal(SIGKILL)
    try session.waitForExit()
    // As if the machine had stopped before the annotation file was written: there is none, and no word that there is.
    try FileManager.default.removeItem(atPath: newsroom.path + "/d-garden.txt.gloss.jsonl")
    let name = try #require(newsroom.homeFiles.first { $0.contains("/gloss/journal/") })
    let lines = try newsroom.folder.read("home/" + name).split(separator: "\n")
    let kept = lines.filter { !$0.contains(#""type":"saved""#) }
    try #require(kept.count == lines.count - 1)
    try newsroom.folder.write(kept.joined(separator: "\n") + "\n{\"type\":\"did\",\"half of a li", to: "home/" + name)
    let again = try newsroom.openArticle("d-garden.txt", ["--color", "never"])
    try again.wait(for: "[fork]R")
    try again.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.description) == ["fork PRODUCT accepted"])
    try again.send(keys: "Space", "m")
    try again.wait(for: "1 decision was recovered from the journal")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a polite signal ends the program with everything saved and the terminal as it was`(_ number: Int32) throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a")
    try session.waitForStatus("Accepted")
    session.signal(number)
    #expect(try session.waitForExit() == .status(128 + number))
    #expect(try newsroom.decisions("a-storm.txt").count == 1)
    expectNormal(session)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP])
  func `a crash gives the terminal back, ends by its signal, and shows what the program had to say`(_ number: Int32)
    throws
  {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a")
    try session.waitForStatus("Accepted")
    session.signal(number)
    #expect(try session.waitForExit() == .signal(number))
    expectNormal(session)
    #expect(newsroom.journal.contains("accepted"))
  }

  @Test func `closing the terminal ends the program, saves, and frees the lock`() throws {
    let newsroom = try Newsroom()
    let suggestions = try newsroom.suggestions("a-storm.txt")
    let session = try newsroom.openArticle("a-storm.txt")
    try session.send(keys: "a")
    try session.waitForStatus("Accepted \(suggestions[0].text)")
    session.hangUp()
    #expect([.status(0), .status(129)].contains(try session.waitForExit()))
    #expect(try newsroom.decisions("a-storm.txt").count == 1)
    let again = try newsroom.open([newsroom.path + "/a-storm.txt"])
    try again.wait(for: "all but one undecided") { $0.shows(" \(suggestions.count - 1) undecided") }
    #expect(!again.terminal.statusLine.contains("read only"))
  }

  @Test func `Ctrl-C cancels and never ends the program, Ctrl-S does not freeze the screen`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    try session.send(keys: "C-c")
    try session.waitForStatus("Nothing is running. Q quits")
    session.signal(SIGINT)
    try session.waitForStatus("Nothing is running. Q quits")
    try session.send(keys: "Space", "?")
    try session.wait(for: "─ Commands ─")
    try session.send(keys: "C-c")
    try session.wait(for: "the palette closed") { !$0.shows("─ Commands ─") }
    try session.send(keys: "C-s")
    try session.waitForStatus("Everything is on disk already")
    try session.send(keys: "C-q", "Tab")
    try session.waitForStatus(" · ")
    #expect(try session.quit() == .status(0))
  }

  @Test(.enabled(if: systemProgram(named: "bash") != nil, "bash is not installed"))
  func `Ctrl-Z gives the shell a sane terminal, and fg brings everything back`() throws {
    let newsroom = try Newsroom()
    let session = try shell(newsroom)
    try session.send("gloss --mouse \"$NEWS/a-storm.txt\"\n")
    try session.wait(for: "the article") { $0.isAlternateScreen && $0.statusLine.contains("BERGEN · GPE") }
    try session.send(keys: "Tab", "a")
    try session.waitForStatus("Accepted")
    let before = session.terminal
    #expect(before.modes.contains(2004))
    #expect(before.modes.contains(1006))
    try session.send(keys: "C-z")
    try session.wait(for: "the prompt of the shell") { !$0.isAlternateScreen && $0.text.hasSuffix("READY>") }
    #expect(!session.terminal.modes.contains(1006))
    #expect(!session.terminal.modes.contains(2031))
    #expect(session.terminal.isCursorVisible)
    try session.send("echo alive $((6 * 7))\n")
    try session.wait(for: "alive 42")
    // Somebody works on the files while the program stands still.
    try session.resize(rows: 30, columns: 100)
    try session.send("fg\n")
    try session.wait(for: "the article again") { $0.isAlternateScreen && $0.statusLine.contains("READ") }
    #expect(session.terminal.modes.contains(1006))
    try session.send(keys: "Tab")
    try session.waitForStatus(" · ")
    #expect(session.terminal.hintLine.hasSuffix("?:help"))
    try session.send(keys: "Q")
    try session.wait(for: "the prompt") { !$0.isAlternateScreen && $0.text.hasSuffix("READY>") }
    try session.send("exit\n")
    try session.waitForExit()
  }

  @Test(.enabled(if: systemProgram(named: "bash") != nil, "bash is not installed"))
  func `stopped and continued from outside, the screen comes back whole`() throws {
    let newsroom = try Newsroom()
    let session = try shell(newsroom)
    try session.send("gloss \"$NEWS/a-storm.txt\"\n")
    try session.wait(for: "the article") { $0.isAlternateScreen && $0.statusLine.contains("BERGEN · GPE") }
    session.signal(SIGSTOP, toForeground: true)
    try session.wait(for: "the prompt of the shell") { $0.text.contains("Stopped") }
    try session.send("fg\n")
    try session.wait(for: "the article again") { screen in
      screen.isAlternateScreen && screen.statusLine.contains("READ") && screen.titleLine.contains("Storm closes")
        && screen.hintLine.hasSuffix("?:help") && !screen.shows("Stopped")
    }
    try session.send(keys: "Tab")
    try session.waitForStatus(" · ")
  }

  // MARK: -

  /// A shell with job control and a short prompt.
  private func shell(_ newsroom: Newsroom) throws -> TerminalSession {
    let session = try TerminalSession(
      try #require(systemProgram(named: "bash")), ["--norc", "-i"],
      environment: [
        "PATH": programFolder() + ":/usr/bin:/bin", "USER": "tester", "NEWS": newsroom.path, "PS1": "READY>",
        "HISTFILE": nil,
      ], folder: newsroom.folder)
    session.answer = Newsroom.answer
    try session.wait(for: "READY>")
    return session
  }

  private func programFolder() throws -> String {
    String(try Newsroom.program.dropLast("/gloss".count))
  }

  /// The terminal is as the program found it.
  private func expectNormal(_ session: TerminalSession) {
    #expect(!session.terminal.isAlternateScreen)
    #expect(session.terminal.isCursorVisible)
    #expect(session.isInLineMode)
    #expect(session.terminal.pen == TerminalStyle())
    #expect(session.terminal.modes.isDisjoint(with: [1, 1000, 1002, 1003, 1004, 1006, 2004, 2026, 2031]))
    #expect(session.terminal.unknown == [])
  }
}
