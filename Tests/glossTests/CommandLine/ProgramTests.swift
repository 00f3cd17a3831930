import TestSupport
import Testing

@Suite struct ProgramTests {
  private static let commands = [
    "read", "demo", "list", "show", "find", "tag", "train", "evaluate",
    "model", "keys", "theme", "config", "doctor", "completions", "man", "version",
  ]

  private func run(_ arguments: [String], environment: [String: String?] = [:]) throws -> ProcessRun {
    try Newsroom([:]).run(arguments, environment: environment)
  }

  @Test func `help begins with examples, names every sub-command, and goes to standard output`() throws {
    let help = try run(["--help"])
    #expect(help.exit == .status(0))
    #expect(help.errors == "")
    for command in Self.commands { #expect(help.output.contains("\n  \(command) "), "\(command)") }
    let examples = try #require(help.output.range(of: "gloss ~/articles"))
    let usage = try #require(help.output.range(of: "USAGE:"))
    #expect(examples.lowerBound < usage.lowerBound)
    #expect(try run(["help"]).output == help.output)
  }

  @Test(arguments: commands)
  func `each sub-command explains itself`(_ command: String) throws {
    let run = try run(["help", command])
    #expect(run.exit == .status(0))
    #expect(run.output.hasPrefix("OVERVIEW: "))
    #expect(run.output.contains("USAGE: gloss \(command)"))
    #expect(try self.run([command, "--help"]).output == run.output)
    #expect(try self.run([command, "-h"]).output == run.output)
  }

  @Test func `the version is printed by version and by --version`() throws {
    let version = try run(["version"])
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    #expect(try run(["--version"]).output == version.output)
  }

  @Test(arguments: [("shwo", "show"), ("tga", "tag"), ("themes", "theme"), ("complete", nil)])
  func `an unknown sub-command is a usage error, with a guess where there is one`(
    _ example: (word: String, guess: String?)
  ) throws {
    let run = try run([example.word])
    #expect(run.exit == .status(64))
    #expect(run.output == "")
    #expect(run.errors.contains("no sub-command or file \"\(example.word)\""))
    if let guess = example.guess { #expect(run.errors.contains("Did you mean \"\(guess)\"?")) }
  }

  @Test(arguments: [
    ["list", "--fitler", "x"], ["show"], ["tag"], ["find"], ["tag", "--format", "text", "a.txt"],
    ["tag", "--jobs", "0", "a.txt"], ["show", "--color", "sometimes", "a.txt"], ["show", "--format", "xml", "a.txt"],
    ["completions", "tcsh"], ["-", "a.txt"], ["evaluate"], ["evaluate", "rules", "--data"], ["train", "--data", "a"],
    ["evaluate", "--data", "a", "--format", "conll"], ["evaluate", "--data", "a", "--map", "LOC"],
    ["evaluate", "--data", "a", "--upper", "--lower"], ["evaluate", "--data", "a", "--labels", ","],
    ["train", "--data", "a", "--output", "m", "--epochs", "0"],
    ["train", "--data", "a", "--output", "m", "--stages", "3"],
    ["train", "--data", "a", "--output", "m", "--weight", "b=1"],
    ["train", "--data", "a", "-o", "m", "--weight", "a=no"],
    ["train", "--data", "a", "--output", "m", "--name", "two words"],
  ])
  func `wrong arguments exit with 64, say what is wrong, and print nothing`(_ arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.exit == .status(64), "\(arguments)")
    #expect(run.output == "", "\(arguments)")
    #expect(run.errors.hasPrefix("Error: "), "\(arguments)")
  }

  @Test func `a file that is missing exits with 66 and its name`() throws {
    for arguments in [["no/such.txt"], ["show", "no/such.txt"], ["list", "no/such.txt"], ["tag", "no/such.txt"]] {
      let run = try run(arguments)
      #expect(run.exit == .status(66), "\(arguments)")
      #expect(run.output == "", "\(arguments)")
      #expect(run.errors == "gloss: no/such.txt: No such file or directory\n", "\(arguments)")
    }
  }

  @Test func `completions are scripts that their shells accept`() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try run(["completions", shell])
      #expect(script.exit == .status(0))
      #expect(script.output.contains("gloss"))
      guard let program = systemProgram(named: shell) else { continue }
      let check = try ProcessRun(program, ["-n"], input: script.output)
      #expect(check.exit == .status(0), "\(shell): \(check.errors)")
    }
  }

  @Test func `the manual page has all commands, keys, files and exit codes, and formats without a complaint`() throws {
    let page = try run(["man"])
    #expect(page.exit == .status(0))
    for heading in [
      ".TH GLOSS 1", ".SH NAME", ".SH SYNOPSIS", ".SH KEYS", ".SH FILES", ".SH EXIT STATUS", ".SH GLOSS TAG",
    ] {
      #expect(page.output.contains(heading), "\(heading)")
    }
    guard let groff = systemProgram(named: "groff") ?? systemProgram(named: "nroff") else { return }
    let formatted = try ProcessRun(groff, ["-k", "-man", "-Tutf8", "-ww"], input: page.output)
    #expect(formatted.exit == .status(0))
    #expect(formatted.errors == "")
  }

  @Test func `the demo writes eight articles once, keeps what is there, and prints the list without a terminal`() throws
  {
    let newsroom = try Newsroom([:])
    let run = try newsroom.run(["demo", "practice"])
    #expect(run.exit == .status(0))
    #expect(run.output.split(separator: "\n").count == 8)
    let articles = try newsroom.run(["list", "--json", "practice"]).output.split(separator: "\n")
    #expect(articles.count == 8)
    #expect(articles.allSatisfy { !$0.contains("\"date\":null") && !$0.contains("\"source\":null") })
    try newsroom.write("Mine.", to: "practice/01-ferry.txt")
    #expect(try newsroom.run(["demo", "practice"]).exit == .status(0))
    #expect(try newsroom.folder.read("news/practice/01-ferry.txt") == "Mine.")
    let refused = try newsroom.run(["demo", "/proc/nowhere"])
    #expect(refused.exit == .status(73))
    #expect(refused.errors.hasPrefix("gloss: /proc/nowhere"))
  }

  @Test func `doctor tells what is found, to be pasted into a report`() throws {
    let output = try run(["doctor"], environment: ["TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"]).output
    for words in [
      "TERM          xterm-256color", "output        not a terminal", "clipboard     through the terminal (OSC 52)",
      "user          tester on ", "settings      nothing wrong", "will be made",
    ] { #expect(output.contains(words), "\(words)\n\(output)") }
    #expect(!output.contains("\u{1B}"))
    let colourless = try run(["doctor"], environment: ["NO_COLOR": "1"]).output
    #expect(colourless.contains("colours       none, because NO_COLOR is set"))
  }

  @Test(arguments: [["list"], ["show", "a-storm.txt"], ["keys"], ["theme"], ["config"], ["doctor"], ["--help"]])
  func `what is not printed on a terminal has no escape codes, even with CLICOLOR and a TERM`(_ arguments: [String])
    throws
  {
    let run = try Newsroom().run(
      arguments, environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor", "CLICOLOR": "1"])
    #expect(run.exit == .status(0))
    #expect(!run.output.contains("\u{1B}"), "\(arguments)")
  }

  @Test func `without a terminal to read keys from the reader refuses and says what else there is`() throws {
    // Its output is a terminal, and yet it has none of its own.
    let newsroom = try Newsroom()
    let session = try TerminalSession(
      "/bin/sh", ["-c", "setsid --wait \"$0\" \"$1\"", try Newsroom.program, newsroom.path], folder: newsroom.folder)
    #expect(try session.waitForExit() == .status(69))
    #expect(session.terminal.text.contains("gloss: there is no terminal to read from; gloss show FILE prints"))
  }
}
