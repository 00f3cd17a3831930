import TestSupport
import Testing

@Suite struct ColourTests {
  /// The parameters of all SGR sequences that were sent.
  private func codes(_ session: TerminalSession) -> Set<String> {
    let text = String(decoding: session.transcript, as: UTF8.self)
    return Set(
      text.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { $0.output.1.split(separator: ";").map(String.init) })
  }

  /// Does something on each of the screens.
  private func visitEverything(_ session: TerminalSession) throws {
    try session.waitForStatus("LIBRARY")
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    try session.send(keys: "a", "x", "s", "Tab", "Enter")
    try session.waitForStatus("PICK")
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.send(keys: "?")
    try session.waitForStatus("HELP")
    try session.send(keys: "Esc")
    try session.waitForStatus("READ")
    try session.send(keys: "p")
    try session.waitForStatus("ENTITIES")
    try session.send(keys: "Enter")
    try session.wait(for: "the card") { $0.statusLine.hasPrefix(" ENTITY ") }
    try session.send(keys: "q", "p", "Space", "u")
    try session.waitForStatus("REVIEW")
    try session.quit()
  }

  @Test(arguments: [["NO_COLOR": "1"], [:]])
  func `NO_COLOR and --color never: no colour code at all, brackets instead`(_ environment: [String: String]) throws {
    let newsroom = try Newsroom()
    var arguments = [newsroom.path]
    if environment.isEmpty { arguments += ["--color", "never"] }
    var variables: [String: String?] = ["COLORTERM": "truecolor"]
    for (name, value) in environment { variables[name] = value }
    let session = try newsroom.openLibrary(arguments, environment: variables)
    try session.send(keys: "Enter")
    try session.wait(for: "brackets") { $0.shows("(BERGEN)G") }
    try session.send(keys: "a")
    try session.wait(for: "square brackets") { $0.shows("[BERGEN]G") }
    try session.send(keys: "q")
    try visitEverything(session)
    // Bold, dim, italic, underline, reverse and their ends; nothing from 30 on.
    let allowed = Set(["", "0", "1", "2", "3", "4", "7", "10", "22", "23", "24", "27"])
    #expect(codes(session).isSubset(of: allowed), "\(codes(session).subtracting(allowed))")
    #expect(session.terminal.unknown == [])
  }

  @Test func `with colours there are colours and no brackets`() throws {
    let session = try Newsroom().openArticle("a-storm.txt")
    #expect(!session.terminal.shows("(BERGEN)"))
    #expect(session.terminal.style(of: "JuneD")?.foreground != .standard)
    #expect(codes(session).contains("48"))
  }

  @Test(arguments: ["terminal", "mono"])
  func `the themes terminal and mono never paint a background of their own on the page`(_ theme: String) throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary([newsroom.path, "--theme", theme])
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    for row in 0..<22 {
      for column in 0..<80 {
        #expect(session.terminal.cell(row, column).style.background == .standard, "\(row) \(column)")
      }
    }
    try session.send(keys: "q")
    try visitEverything(session)
    let painted = codes(session).filter {
      $0.count == 2 && $0.hasPrefix("4") && $0 != "49" || $0.hasPrefix("10") && $0 != "10"
    }
    #expect(painted == [])
  }

  @Test(arguments: ["xterm-256color", "xterm", "linux", "vt100", "screen-256color", "tmux-256color"])
  func `every terminal gets only what it understands, and its palette is left alone`(_ term: String) throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openLibrary(term: term)
    try visitEverything(session)
    #expect(session.terminal.unknown == [])
    #expect(session.terminal.oscStrings.filter { $0.number == 4 || $0.number == 104 } == [])
    #expect(
      session.terminal.oscStrings.allSatisfy { $0.number == 11 && $0.text == "?" }, "\(session.terminal.oscStrings)")
    let text = String(decoding: session.transcript, as: UTF8.self)
    #expect(!text.contains("\u{1B}]P"), "the Linux console's palette")
    if term == "vt100" || term == "linux" { #expect(!text.contains("\u{1B}[?2004h")) }
    #expect(!session.terminal.isAlternateScreen)
    #expect(session.isInLineMode)
  }

  @Test
  func `an unknown TERM is drawn as most terminals are, with a note; one that cannot place the cursor is refused`()
    throws
  {
    let newsroom = try Newsroom()
    let session = try newsroom.open(term: "xterm-kitty", environment: ["TERMINFO": "/nonexistent"])
    try session.wait(for: "the note") { $0.statusLine.contains("TERM=xterm-kitty is unknown here") }
    try session.send(keys: "Enter")
    try session.waitForStatus("READ")
    #expect(try session.quit() == .status(0))
    #expect(!session.terminal.isAlternateScreen)
    for term in ["dumb", ""] {
      let refused = try TerminalSession(
        Newsroom.program, [newsroom.path], term: term, folder: newsroom.folder)
      #expect(try refused.waitForExit() == .status(69))
      #expect(refused.terminal.text.contains("TERM=\(term) cannot show a full screen; gloss show FILE"))
    }
    let unset = try TerminalSession(
      Newsroom.program, [newsroom.path], environment: ["TERM": nil], folder: newsroom.folder)
    #expect(try unset.waitForExit() == .status(69))
    #expect(unset.terminal.text.contains("gloss: TERM"))
  }

  @Test func `--ascii draws only ASCII around the text, and --linear no box at all and one column`() throws {
    let newsroom = try Newsroom(["a.txt": "Plain words about Hamburg and Oslo, and no sign that is not in ASCII."])
    for flag in ["--ascii", "--linear"] {
      let session = try newsroom.openArticle("a.txt", [flag], rows: 40, columns: 120)
      for keys in [["Tab"], ["Enter"], ["Esc"], ["t"], ["Esc"], ["?"], ["Esc"], ["/"], ["Esc"], ["p"], ["p"], ["D"]] {
        for key in keys { try session.send(keys: key) }
        try session.send(keys: "C-l")
        try session.wait(for: "ASCII alone after \(keys)") { screen in
          screen.text.unicodeScalars.allSatisfy { $0.isASCII || "·".unicodeScalars.contains($0) }
        }
        for scalar in session.terminal.text.unicodeScalars {
          #expect(!(0x2500...0x28FF).contains(scalar.value), "\(scalar) after \(keys)")
        }
      }
      if flag == "--linear" { #expect(!session.terminal.lines.contains { $0.contains(" | ") }) }
    }
  }
}
