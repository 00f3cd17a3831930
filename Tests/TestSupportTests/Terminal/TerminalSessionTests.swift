import Foundation
import TestSupport
import Testing

@Suite("Terminal sessions")
struct TerminalSessionTests {
  @Test("What is typed comes back from cat, and control-D ends it")
  func cat() throws {
    let session = try TerminalSession("/bin/cat")
    try session.send("hello\n")
    try session.wait(for: "two lines of hello") { $0.lines[...1] == ["hello", "hello"] }
    try session.send(keys: "C-d")
    #expect(try session.waitForExit() == .status(0))
    #expect(String(decoding: session.transcript, as: UTF8.self) == "hello\r\nhello\r\n")
  }

  @Test("A program starts with a clean environment, in its home, with its size")
  func environment() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "stty size; pwd; echo \"$HOME|$TERM|$LANG|$EXTRA|${USER-none}|${LANG2-none}\"; ls -A ~"],
      rows: 30, columns: 300, environment: ["EXTRA": "more"])
    #expect(try session.waitForExit() == .status(0))
    let home = session.folder.path + "/home"
    #expect(session.terminal.line(0) == "30 300")
    #expect(session.terminal.line(1) == session.folder.path)
    #expect(session.terminal.line(2) == "\(home)|xterm-256color|C.UTF-8|more|none|none")
  }

  @Test("The size changes, and the program is told")
  func resize() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "trap 'stty size' WINCH; echo ready; while :; do read line && echo got $line; done"])
    try session.wait(for: "ready")
    try session.resize(rows: 10, columns: 40)
    try session.wait(for: "10 40")
    #expect(session.terminal.rows == 10)
    #expect(session.terminal.columns == 40)
  }

  @Test("A terminal that is closed hangs up")
  func hangUp() throws {
    let session = try TerminalSession("/bin/sh", ["-c", "trap 'exit 7' HUP; echo ready; while :; do read line; done"])
    try session.wait(for: "ready")
    session.hangUp()
    #expect(try session.waitForExit() == .status(7))
  }

  @Test("Signals reach the program, also from the keyboard and when the tests ignore them")
  func signals() throws {
    let term = try TerminalSession("/bin/cat")
    term.signal(SIGTERM)
    #expect(try term.waitForExit() == .signal(SIGTERM))
    // Not through a shell: dash catches SIGINT, and forgets it if it is about to become another program.
    let interrupt = try TerminalSession("/bin/cat")
    try interrupt.send("ready\n")
    try interrupt.wait(for: "an answer") { $0.line(1) == "ready" }
    try interrupt.send(keys: "C-c")
    #expect(try interrupt.waitForExit() == .signal(SIGINT))
    let pipe = try TerminalSession("/bin/sh", ["-c", "kill -PIPE $$; echo still here"])
    #expect(try pipe.waitForExit() == .signal(SIGPIPE))
  }

  @Test("Output that fills the terminal's buffer is read while waiting for the end")
  func muchOutput() throws {
    let session = try TerminalSession(
      "/bin/sh",
      [
        "-c",
        "i=0; while [ $i -lt 2000 ]; do echo line $i of a long output, longer than a buffer; i=$((i+1)); done; exit 3",
      ])
    #expect(try session.waitForExit() == .status(3))
    #expect(session.terminal.shows("line 1999 of"))
    #expect(session.transcript.count > 90_000)
  }

  @Test("Input larger than the terminal's buffer is sent while the output is read")
  func muchInput() throws {
    let session = try TerminalSession("/bin/sh", ["-c", "stty raw -echo; echo ready; cat"])
    try session.wait(for: "ready")
    let text = String(repeating: "0123456789abcdef", count: 8000) + "END"
    try session.send(text)
    try session.wait(for: "END")
    #expect(session.transcript.count >= text.utf8.count)
  }

  @Test("What does not come in time is reported with the screen")
  func failure() throws {
    let session = try TerminalSession("/bin/cat", rows: 3, columns: 12)
    try session.send("here\n")
    try session.wait(for: "here")
    let failure = #expect(throws: TerminalFailure.self) { try session.wait(for: "there", timeout: 0.01) }
    let description = try #require(failure?.description)
    #expect(description.hasPrefix("no \"there\" on the screen within 0.01 s"))
    #expect(description.contains("\n+------------+\n|here        |\n"))
  }

  @Test("A program that ends while something is waited for is reported at once")
  func endWhileWaiting() throws {
    let session = try TerminalSession("/bin/sh", ["-c", "echo bye"])
    let failure = #expect(throws: TerminalFailure.self) { try session.wait(for: "hello") }
    #expect(try #require(failure).message == "sh ended without \"hello\" on the screen")
  }

  @Test("A program that does not exist or a folder that is none is an error, not a child")
  func missingProgram() throws {
    let failure = #expect(throws: LaunchFailure.self) { try TerminalSession("/nowhere/program") }
    #expect(failure?.code == ENOENT)
    #expect(throws: LaunchFailure.self) { try TerminalSession("/bin/cat", directory: "/nowhere") }
  }

  @Test("Dropping a session kills the program and removes its folder")
  func dropping() throws {
    var session: TerminalSession? = try TerminalSession(
      "/bin/sh", ["-c", "trap '' HUP TERM INT; echo ready; while :; do read x; done"])
    try session?.wait(for: "ready")
    let process = try #require(session?.process)
    let folder = try #require(session?.folder.path)
    #expect(FileManager.default.fileExists(atPath: folder))
    session = nil
    #expect(kill(process, 0) == -1)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("Questions of the program are answered if the test wants it")
  func answers() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "stty raw -echo min 0 time 50; echo ready; read x; printf '\\033[c'; head -c 6 | od -An -c"])
    session.answer = { $0 == .primaryAttributes ? "\u{1B}[?62c" : nil }
    try session.wait(for: "ready")
    try session.send(bytes: [0x0A])
    try session.wait(for: "033   [   ?   6   2   c")
    #expect(session.terminal.queries == [.primaryAttributes])
  }

  @Test("Paste is marked if the program asked for it, the mouse speaks SGR")
  func pasteAndMouse() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "stty raw -echo; printf '\\033[?2004hready'; head -c 33 | od -An -c"], columns: 100)
    try session.wait(for: "ready")
    try session.paste("a\nb")
    try session.click(row: 1, column: 2)
    #expect(try session.waitForExit() == .status(0))
    let shown = session.terminal.text.split(whereSeparator: \.isWhitespace).joined()
    #expect(shown.contains("033[200~a\\rb033[201~033[<0;3;2M033[<0;3;"))
  }

  @Test(
    "less is understood whole on every terminal",
    .enabled(if: systemProgram(named: "less") != nil, "less is not installed"),
    arguments: ["xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100"])
  func less(term: String) throws {
    let less = try #require(systemProgram(named: "less"))
    let folder = try TemporaryFolder()
    let story = (1...200).map { "line \($0) of a story" }.joined(separator: "\n")
    let file = try folder.write(story, to: "story.txt")
    let session = try TerminalSession(less, ["-R", file], rows: 10, columns: 40, term: term, folder: folder)
    try session.wait(for: "line 9 of")
    try session.send(keys: "Space")
    try session.wait(for: "line 18 of")
    try session.send(keys: "Down")
    try session.wait(for: "line 19 of")
    try session.send("/story$\n")
    try session.send("G")
    try session.wait(for: "line 200 of")
    try session.send(keys: "q")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.terminal.unknown == [])
    #expect(!session.terminal.isAlternateScreen)
  }

  @Test("vi draws, inserts and saves", .enabled(if: systemProgram(named: "vi") != nil, "vi is not installed"))
  func vi() throws {
    let folder = try TemporaryFolder()
    let session = try TerminalSession(
      try #require(systemProgram(named: "vi")), ["-u", "NONE", folder.path + "/note.txt"], folder: folder)
    try session.wait(for: "note.txt")
    try session.send("ithe ferry ends")
    try session.wait(for: "the ferry ends")
    try session.send(keys: "Esc")
    try session.send(":wq\n")
    #expect(try session.waitForExit() == .status(0))
    #expect(try folder.read("note.txt") == "the ferry ends\n")
    #expect(session.terminal.unknown == [])
  }

  @Test(
    "Everything that terminfo knows of a terminal is understood",
    .enabled(if: systemProgram(named: "tput") != nil, "tput is not installed"),
    arguments: ["xterm-256color", "tmux-256color", "screen-256color", "linux", "vt100", "xterm"])
  func terminfo(term: String) throws {
    let capabilities = [
      "clear", "smcup", "civis", "cnorm", "cvvis", "smkx", "bold", "dim", "sitm", "ritm", "smul", "rmul", "rev", "smso",
      "rmso", "blink", "invis", "sgr0", "op", "smacs", "rmacs", "enacs", "el", "el1", "ed", "ech 3", "rep 65 3", "il 2",
      "il1", "dl 2", "dl1", "ich 2", "ich1", "dch 2", "dch1", "smir", "rmir", "csr 1 5", "cup 2 3", "hpa 4", "vpa 2",
      "cuu 1", "cuu1", "cud 1", "cud1", "cuf 1", "cuf1", "cub 1", "cub1", "home", "sc", "rc", "ind", "ri", "indn 1",
      "rin 1",
      "hts", "tbc", "ht", "cbt", "bel", "flash", "setaf 1", "setab 2", "setaf 7", "oc", "initc 1 500 500 500", "u7",
      "u9",
      "is2", "rs1", "rs2", "smxx", "rmxx", "Smulx 3", "Ss 4", "Se", "E3", "BE", "BD", "rmkx", "rmcup", "nel", "smam",
      "rmam",
    ]
    let script = capabilities.map { "tput -T \(term) \($0) 2>/dev/null" }.joined(separator: "; ")
    let session = try TerminalSession("/bin/sh", ["-c", script + "; tput -T \(term) cup 0 0; echo end"], term: term)
    try session.waitForExit()
    #expect(session.terminal.unknown == [])
    #expect(session.terminal.shows("end"))
  }

  @Test("A program that changes the line mode and gives it back is seen to do so")
  func lineMode() throws {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "stty raw -echo; echo ready; head -c 1 >/dev/null; stty sane"])
    try session.wait(for: "ready")
    #expect(!session.isInLineMode)
    try session.send("x")
    #expect(try session.waitForExit() == .status(0))
    #expect(session.isInLineMode)
  }

  @Test(
    "A shell stops and continues a program",
    .enabled(if: systemProgram(named: "bash") != nil, "bash is not installed"))
  func jobControl() throws {
    let session = try TerminalSession(
      try #require(systemProgram(named: "bash")), ["--norc", "-i"], environment: ["PS1": "> "])
    try session.wait(for: ">")
    // What is typed while the shell reads keys itself would reach it in its own line mode: wait until it has stopped.
    try session.send("echo up; cat\n")
    try session.wait(for: "a line up") { $0.lines.contains("up") }
    try session.send("hello\n")
    try session.wait(for: "an answer of cat") { $0.lines.filter { $0 == "hello" }.count == 2 }
    try session.send(keys: "C-z")
    try session.wait(for: "Stopped")
    try session.send("fg\n")
    try session.wait(for: "the name of the job") { $0.lines.contains("cat") }
    try session.send("again\n")
    try session.wait(for: "another answer") { $0.lines.filter { $0 == "again" }.count == 2 }
    try session.send(keys: "C-d")
    try session.wait(for: "a prompt") { $0.text.hasSuffix("> ") || $0.text.hasSuffix(">") }
    try session.send("exit 7\n")
    #expect(try session.waitForExit() == .status(7))
  }

  @Test(
    "Direct colours, in a terminal description of the test's own, arrive",
    .enabled(if: systemProgram(named: "tic") != nil, "tic is not installed"))
  func directColors() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      test-direct|xterm with direct colours,
      \tRGB, colors#0x1000000, pairs#0x7FFF, use=xterm-256color,
      \tsetaf=\\E[38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%dm,

      """, to: "direct.ti")
    let script = "tic -x -o \"$HOME/.terminfo\" direct.ti && tput -T test-direct setaf 16744512 && echo orange"
    let session = try TerminalSession("/bin/sh", ["-c", script], folder: folder)
    #expect(try session.waitForExit() == .status(0))
    #expect(session.terminal.style(of: "orange") == TerminalStyle(foreground: .rgb(255, 128, 64)))
    #expect(session.terminal.unknown == [])
  }

  @Test("Sessions run beside each other without keeping each other's terminals open")
  func sideBySide() async throws {
    try await withThrowingTaskGroup(of: ProgramExit.self) { group in
      for number in 0..<8 {
        group.addTask {
          let session = try TerminalSession("/bin/cat")
          try session.send("number \(number)\n")
          try session.wait(for: "number \(number)")
          try session.send(keys: "C-d")
          return try session.waitForExit()
        }
      }
      for try await exit in group { #expect(exit == .status(0)) }
    }
  }
}
