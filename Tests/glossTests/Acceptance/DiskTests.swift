import Foundation
import TestSupport
import Testing

@Suite struct DiskTests {
  private static let isRoot = geteuid() == 0
  private static let canDropRights = !isRoot || systemProgram(named: "setpriv") != nil

  @Test(.enabled(if: canDropRights, "root may write everywhere, and setpriv is not installed"))
  func `in a folder that cannot be written to, decisions go to the data directory, and it says so`() throws {
    let newsroom = try Newsroom()
    try makeUnwritable(newsroom)
    let session = try openWithoutRights(newsroom, ["--color", "never", newsroom.path + "/d-garden.txt"])
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("No writing beside the article; decisions are in")
    #expect(newsroom.files.count == 4)
    let mirror = try #require(newsroom.homeFiles.first { $0.hasSuffix("d-garden.txt.gloss.jsonl") })
    #expect(mirror.hasPrefix(".local/share/gloss/annotations/"))
    #expect(try newsroom.folder.read("home/" + mirror).contains(#""text":"fork""#))
    try session.send(keys: "C-l")
    try session.waitUntilSaved()
    #expect(try session.quit() == .status(0))

    let again = try openWithoutRights(newsroom, ["--color", "never", newsroom.path + "/d-garden.txt"])
    try again.wait(for: "[fork]R")
  }

  @Test func `where nothing can be written NOT SAVED stays, q asks, and C-s tries again`() throws {
    let newsroom = try Newsroom()
    let session = try newsroom.openArticle("d-garden.txt")
    // Where the files should be there is something else.
    let sidecar = newsroom.path + "/d-garden.txt.gloss.jsonl"
    try FileManager.default.createDirectory(atPath: sidecar, withIntermediateDirectories: false)
    for place in ["state", "share"] { try newsroom.folder.write("in the way", to: "home/.local/\(place)/gloss") }
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("NOT SAVED: ")
    #expect(session.terminal.statusLine.contains("a directory"))
    #expect(session.terminal.statusLine.hasSuffix(" NOT SAVED"))
    // The reason stays until it is dismissed, the words NOT SAVED until it is.
    try session.send(keys: "Tab", "Left")
    try session.waitForStatus("NOT SAVED: ")
    try session.send(keys: "Esc")
    try session.wait(for: "the reason dismissed") { !$0.statusLine.contains("NOT SAVED: ") }
    #expect(session.terminal.statusLine.hasSuffix(" NOT SAVED"))
    #expect(newsroom.sidecar("d-garden.txt") == "")

    try session.send(keys: "q")
    try session.wait(for: "Not everything is on disk")
    #expect(session.terminal.shows("Decisions on d-garden.txt"))
    try session.send(keys: "Enter")
    try session.wait(for: "the article") { !$0.shows("Not everything is on disk") }
    try session.send(keys: "C-s")
    try session.waitForStatus("NOT SAVED: ")

    try FileManager.default.removeItem(atPath: sidecar)
    for place in ["state", "share"] {
      try FileManager.default.removeItem(atPath: newsroom.folder.path + "/home/.local/\(place)/gloss")
    }
    try session.send(keys: "C-s")
    try session.waitUntilSaved()
    #expect(try newsroom.decisions("d-garden.txt").map(\.description) == ["fork PRODUCT accepted"])
    try session.send(keys: "Esc")
    try session.wait(for: "the reason dismissed") { !$0.statusLine.contains("NOT SAVED") }
    try session.send(keys: "q")
    #expect(try session.waitForExit() == .status(0))
  }

  @Test(.enabled(if: canMount, "needs root, unshare and mount"))
  func `on a full disk nothing is half written, and freeing space and C-s are enough`() throws {
    let newsroom = try Newsroom()
    let place = newsroom.folder.path + "/disk"
    let script = """
      mkdir "$1" && mount -t tmpfs -o size=256k none "$1" && mkdir "$1/state" && cp d-garden.txt "$1" || exit 3
      head -c 1048576 /dev/zero > "$1/fill" 2>/dev/null
      exec "$2" "$1/d-garden.txt"
      """
    let session = try TerminalSession(
      try #require(systemProgram(named: "unshare")),
      ["--mount", "sh", "-c", script, "sh", place, try Newsroom.program],
      environment: ["USER": "tester", "XDG_STATE_HOME": place + "/state"], directory: newsroom.path,
      folder: newsroom.folder)
    session.answer = Newsroom.answer
    try session.wait(for: "the article") { $0.statusLine.contains("READ") && $0.shows(" undecided") }
    let inside = "/proc/\(session.process)/root\(place)"
    try session.select("fork")
    try session.send(keys: "0")
    try session.waitForStatus("No space left on device")
    #expect(session.terminal.statusLine.hasSuffix(" NOT SAVED"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: inside).sorted() == ["d-garden.txt", "fill", "state"])
    try FileManager.default.removeItem(atPath: inside + "/fill")
    try session.send(keys: "C-s")
    try session.wait(for: "saved") { $0.statusLine.hasSuffix(" saved") }
    let sidecar = try String(contentsOfFile: inside + "/d-garden.txt.gloss.jsonl", encoding: .utf8)
    #expect(sidecar.contains(#""text":"fork""#))
  }

  @Test func `what the program writes to standard error while it draws is shown when it has ended`() throws {
    let newsroom = try Newsroom()
    for number in [nil, SIGSEGV] {
      let session = try newsroom.openArticle("d-garden.txt")
      let errors = try #require(FileHandle(forWritingAtPath: "/proc/\(session.process)/fd/2"))
      try errors.write(contentsOf: Data("Fatal error: the sky has fallen\n".utf8))
      #expect(!session.terminal.shows("the sky has fallen"))
      if let number {
        session.signal(number)
        #expect(try session.waitForExit() == .signal(number))
      } else {
        #expect(try session.quit() == .status(0))
      }
      #expect(!session.terminal.isAlternateScreen)
      #expect(session.terminal.shows("Fatal error: the sky has fallen"))
    }
  }

  // MARK: -

  private static let canMount: Bool = {
    guard isRoot, let unshare = systemProgram(named: "unshare") else { return false }
    let run = try? ProcessRun(unshare, ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"])
    return run?.exit == .status(0)
  }()

  /// The articles can be read but not written to; home and the rest can be used by anybody.
  private func makeUnwritable(_ newsroom: Newsroom) throws {
    // The folders of the home must be there before they can be given away.
    _ = try newsroom.run(["--version"])
    let change = """
      cd "$1" && mkdir -p home run tmp && if [ "$(id -u)" = 0 ]; then chown -R 65534:65534 home run tmp; fi \
      && chmod 755 . && chmod 555 news
      """
    let run = try ProcessRun("/bin/sh", ["-c", change, "sh", newsroom.folder.path])
    try #require(run.exit == .status(0), "\(run.errors)")
  }

  /// Opens the reader as a user who has no more rights than others.
  private func openWithoutRights(_ newsroom: Newsroom, _ arguments: [String]) throws -> TerminalSession {
    guard Self.isRoot else { return try newsroom.open(arguments) }
    let setpriv = try #require(systemProgram(named: "setpriv"))
    let session = try TerminalSession(
      setpriv, ["--reuid=65534", "--regid=65534", "--clear-groups", try Newsroom.program] + arguments,
      environment: ["USER": "nobody"], directory: newsroom.path, folder: newsroom.folder)
    session.answer = Newsroom.answer
    try session.wait(for: "the article") { $0.statusLine.contains("READ") && $0.shows(" undecided") }
    return session
  }
}
