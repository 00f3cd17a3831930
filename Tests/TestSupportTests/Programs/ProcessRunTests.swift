import Foundation
import TestSupport
import Testing

@Suite("Programs without a terminal")
struct ProcessRunTests {
  @Test("Output, errors and exit status are told apart")
  func outputs() throws {
    let run = try ProcessRun("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(run.exit == .status(3))
    #expect(run.output == "out\n")
    #expect(run.errors == "err\n")
  }

  @Test("Much input and much output pass each other")
  func muchData() throws {
    let text = String(repeating: "a line that is sent and comes back\n", count: 20_000)
    let run = try ProcessRun("/bin/cat", input: text)
    #expect(run.exit == .status(0))
    #expect(run.output == text)
  }

  @Test("A program need not read its input")
  func unreadInput() throws {
    let run = try ProcessRun("/bin/sh", ["-c", "exec <&-; echo done"], input: String(repeating: "x", count: 1_000_000))
    #expect(run.output == "done\n")
  }

  @Test("Input and output can be closed, unread or full")
  func closedFiles() throws {
    #expect(try ProcessRun("/bin/cat", input: nil).exit == .status(1))
    #expect(try ProcessRun("/bin/sh", ["-c", "echo x"], output: .closed).exit != .status(0))
    #expect(
      try ProcessRun("/bin/sh", ["-c", "kill -0 $$ && exec cat /etc/passwd"], output: .unread).exit == .signal(SIGPIPE))
    let full = try ProcessRun("/bin/cat", input: "x", output: .full)
    #expect(full.exit == .status(1))
    #expect(full.errors.contains("No space left"))
  }

  @Test("There is no terminal and a clean environment")
  func noTerminal() throws {
    let run = try ProcessRun(
      "/bin/sh", ["-c", "(: < /dev/tty) 2>/dev/null || echo none; echo \"${TERM-unset} $X $HOME\"; pwd"],
      environment: ["X": "y", "HOME": "/h"])
    let lines = run.output.split(separator: "\n")
    #expect(lines[..<2] == ["none", "unset y /h"])
    #expect(lines[2].contains("gloss-test-"))
  }

  @Test("A signal is told from an exit status")
  func signals() throws {
    #expect(try ProcessRun("/bin/sh", ["-c", "kill -TERM $$"]).exit == .signal(SIGTERM))
  }

  @Test("A program that does not end is killed, and what it wrote is reported")
  func timeout() throws {
    let failure = #expect(throws: ProcessRun.Timeout.self) {
      try ProcessRun("/bin/sh", ["-c", "echo begun; exec tail -f /dev/null"], timeout: 0.5)
    }
    #expect(try #require(failure).description.contains("output: begun"))
  }

  @Test("A program that does not exist is an error")
  func missing() {
    #expect(throws: LaunchFailure.self) { try ProcessRun("/nowhere/program") }
  }

  @Test("Programs of the package are looked for beside the tests")
  func builtPrograms() throws {
    #expect(throws: MissingProgram.self) { try builtProgram(named: "no-such-program") }
    #expect(try builtProgram(named: runnerName).hasSuffix("/" + runnerName))
  }

  private var runnerName: String {
    URL(filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
      .lastPathComponent
  }

  @Test("A folder of its own goes with its last owner")
  func folder() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let file = try #require(try folder?.write("text", to: "a/b.txt"))
    #expect(try folder?.read("a/b.txt") == "text")
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
