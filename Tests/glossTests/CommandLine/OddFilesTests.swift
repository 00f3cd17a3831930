import Foundation
import TestSupport
import Testing

/// Names and kinds of files that nobody expects among articles.
@Suite struct OddFilesTests {
  private static let text = "Marta Solheim lives in Oslo.\n"

  @Test func `what a shell makes of <(command) is an article`() throws {
    let newsroom = try Newsroom([:])
    for command in ["tag", "show"] {
      let run = try newsroom.run([command, "/dev/stdin"], input: Self.text)
      #expect(run.exit == .status(0), "\(command) \(run.errors)")
      #expect(run.output.contains("Marta Solheim"))
    }
    let run = try newsroom.run(["/dev/stdin"], input: Self.text)
    #expect(run.exit == .status(0) && run.output.contains("Marta Solheim"))
    let empty = try newsroom.run(["/dev/null"], input: "")
    #expect(empty.exit == .status(66) && empty.errors == "gloss: /dev/null is empty: nothing to read\n")
  }

  @Test func `a file whose name is not UTF-8 is told, and the others are read`() throws {
    let newsroom = try Newsroom(["good.txt": Self.text])
    let name = (Array((newsroom.path + "/bad").utf8) + [0xFF] + Array(".txt".utf8) + [0]).map { CChar(bitPattern: $0) }
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o644)
    try #require(descriptor >= 0, "this file system takes UTF-8 only")
    close(descriptor)
    let run = try newsroom.run(["list"])
    #expect(run.exit == .status(66))
    #expect(run.errors.contains("bad\u{FFFD}.txt: the name is not UTF-8"))
    #expect(run.output.contains("good.txt"))
  }

  @Test func `a name with a line break takes one line`() throws {
    let newsroom = try Newsroom(["two\nlines.txt": Self.text])
    for arguments in [["list"], ["find", "Oslo"]] {
      let run = try newsroom.run(arguments)
      #expect(run.exit == .status(0))
      #expect(run.output.split(separator: "\n").count == 1 && run.output.contains("two\u{FFFD}lines.txt"))
    }
  }

  @Test func `folders that are too deep are told and not passed over in silence`() throws {
    let newsroom = try Newsroom([:])
    try newsroom.write(Self.text, to: "top.txt")
    try newsroom.write(Self.text, to: String(repeating: "d/", count: 20) + "deep.txt")
    let run = try newsroom.run(["list"])
    #expect(run.exit == .status(66))
    #expect(run.output.contains("top.txt") && !run.output.contains("deep.txt"))
    #expect(run.errors.contains("more than 16 folders deep"))
    #expect(try newsroom.run(["list", String(repeating: "d/", count: 18)]).output.contains("deep.txt"))
  }

  @Test(arguments: ["list", "show", "tag", "find"])
  func `a pipe in the place of the annotations is not waited for`(command: String) throws {
    let newsroom = try Newsroom(["story.txt": Self.text])
    try #require(mkfifo(newsroom.path + "/story.txt.gloss.jsonl", 0o600) == 0)
    let run = try newsroom.run([command] + (command == "find" ? ["Oslo"] : []) + ["story.txt"])
    #expect(run.exit == .status(0) && run.output.contains(command == "list" ? "story.txt" : "Oslo"))
  }
}
