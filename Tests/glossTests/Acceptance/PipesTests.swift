import Foundation
import TestSupport
import Testing

@Suite struct PipesTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>Storm over Bergen</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Storm over Bergen</h1><p>The harbour of Bergen is closed, Marta Solheim said. The kestrel is back.</p>
    <p>Ships wait in the fjord until the wind turns, and the ferry stays where it is for another day or two.</p>
    </article></body></html>
    """

  @Test func `an article from a pipe is read with keys from the terminal, and kept with the first decision`() throws {
    let newsroom = try Newsroom(["page.html": Self.page])
    let session = try TerminalSession(
      "/bin/sh", ["-c", "cat page.html | \"\(try Newsroom.program)\" -"],
      environment: ["USER": "tester"], directory: newsroom.path, folder: newsroom.folder)
    session.answer = Newsroom.answer
    try session.wait(for: "the text of the page") { $0.shows("The harbour of") && $0.statusLine.contains("READ") }
    #expect(!session.terminal.shows("Home"))
    #expect(newsroom.homeFiles == [])
    try session.select("kestrel")
    try session.send(keys: "0")
    try session.waitForStatus("The article is kept in ")
    try session.waitUntilSaved()
    let kept = newsroom.homeFiles.filter { $0.hasPrefix(".local/share/gloss/piped/") }
    #expect(kept.count == 2, "\(kept)")
    let article = try #require(kept.first { $0.hasSuffix(".html") })
    #expect(try newsroom.folder.read("home/" + article) == Self.page)
    let sidecar = try newsroom.folder.read("home/" + article + ".gloss.jsonl")
    #expect(sidecar.contains(#""text":"kestrel""#))
    #expect(try session.quit() == .status(0))
    #expect(newsroom.files == ["page.html"])

    // The same page again is the same article.
    let again = try TerminalSession(
      "/bin/sh", ["-c", "cat page.html | \"\(try Newsroom.program)\" --color never -"],
      environment: ["USER": "tester"], directory: newsroom.path, folder: newsroom.folder)
    try again.wait(for: "[kestrel]R")
  }

  @Test func `a page from a pipe that is only looked at leaves nothing behind`() throws {
    let newsroom = try Newsroom(["page.html": Self.page])
    let session = try TerminalSession(
      "/bin/sh", ["-c", "cat page.html | \"\(try Newsroom.program)\" -"],
      environment: ["USER": "tester"], directory: newsroom.path, folder: newsroom.folder)
    try session.wait(for: "the text of the page") { $0.shows("The harbour of") && $0.statusLine.contains("READ") }
    try session.send(keys: "q")
    #expect(try session.waitForExit() == .status(0))
    #expect(newsroom.homeFiles == [])
  }

  @Test func `without a terminal the list is printed, plain`() throws {
    let newsroom = try Newsroom()
    let run = try newsroom.run([newsroom.path])
    #expect(run.exit == .status(0))
    #expect(run.errors == "")
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(run.output.contains("Ferry between Hamburg and Oslo sails again"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `without a terminal a page from a pipe is printed, plain`() throws {
    let run = try Newsroom([:]).run(["-"], input: Self.page)
    #expect(run.exit == .status(0))
    #expect(run.output.contains("kestrel is back"))
    #expect(!run.output.contains("Home"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `an empty pipe is an error that says so`() throws {
    let run = try Newsroom([:]).run(["-"], input: "")
    #expect(run.exit == .status(66))
    #expect(run.output == "")
    #expect(run.errors == "gloss: standard input is empty: nothing to read\n")
  }

  @Test(arguments: [
    ["list"], ["show", "a-storm.txt"], ["show", "--json", "a-storm.txt"], ["tag", "a-storm.txt"], ["find", "kestrel"],
    ["keys"], ["man"], ["theme", "show", "desk"], ["completions", "zsh"], ["help"], ["config"], ["doctor"], [],
  ])
  func `a pipe that nobody reads ends the program by SIGPIPE, without a word`(_ arguments: [String]) throws {
    let run = try Newsroom().run(arguments, output: .unread)
    #expect(run.exit == .signal(SIGPIPE), "\(arguments)")
    #expect(run.errors == "", "\(arguments)")
  }

  @Test(arguments: [["list"], ["show", "a-storm.txt"], ["tag", "a-storm.txt"], ["keys"], ["man"], ["help"]])
  func `a full disk is an error`(_ arguments: [String]) throws {
    let run = try Newsroom().run(arguments, output: .full)
    #expect(run.exit == .status(74), "\(arguments)")
    #expect(run.errors.contains("No space left on device"), "\(arguments)")
  }

  @Test(arguments: [["list"], ["show", "a-storm.txt"], ["tag", "a-storm.txt"], ["keys"]])
  func `a closed output is an error too`(_ arguments: [String]) throws {
    let run = try Newsroom().run(arguments, output: .closed)
    #expect(run.exit == .status(74), "\(arguments)")
    #expect(run.errors.contains("Bad file descriptor"), "\(arguments) \(run.errors)")
  }
}
