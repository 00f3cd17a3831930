import Foundation
import TestSupport
import Testing

@testable import Annotations

@Suite struct FileLockTests {
  private static let anna = FileLock.Holder(user: "anna b.", host: "newsroom", processID: 4711)

  private func holder(_ outcome: FileLock.Outcome) -> FileLock.Holder? {
    if case .held(let holder) = outcome { holder } else { nil }
  }

  private func isTaken(_ outcome: FileLock.Outcome) -> Bool {
    if case .taken = outcome { true } else { false }
  }

  @Test func `a second one is told who has the lock, until the first lets go`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/new folder/lock"
    var first: FileLock.Outcome? = try FileLock.take(path, for: Self.anna)
    #expect(first.map(isTaken) == true)
    let other = FileLock.Holder(user: "bo", host: "newsroom", processID: 1)
    #expect(try holder(FileLock.take(path, for: other)) == Self.anna)
    #expect(Self.anna.description == "anna b. on newsroom (process 4711)")
    first = nil
    #expect(try isTaken(FileLock.take(path, for: other)))
  }

  private func spawn(_ arguments: [String]) throws -> pid_t {
    let argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var child: pid_t = 0
    try #require(posix_spawn(&child, arguments[0], nil, nil, argv, nil) == 0)
    return child
  }

  @Test(.enabled(if: systemProgram(named: "flock") != nil, "flock is not installed"))
  func `a lock of another process is seen, and free when that process is killed`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("17 elsewhere carl\n", to: "lock")
    let flock = try #require(systemProgram(named: "flock"))
    let (ready, stop) = (folder.path + "/ready", folder.path + "/stop")
    #expect(mkfifo(ready, 0o600) == 0 && mkfifo(stop, 0o600) == 0)
    // -o: flock itself holds the lock and not what it runs, so that killing it is enough.
    let child = try spawn([flock, "-o", path, "/bin/sh", "-c", "echo ready > '\(ready)'; cat '\(stop)'"])
    // Reading the pipe waits for its writer, who comes when the lock is taken.
    _ = try FileAccess.read(ready, ofAnyKind: true)
    let seen = try holder(FileLock.take(path, for: Self.anna))
    #expect(seen == FileLock.Holder(user: "carl", host: "elsewhere", processID: 17))
    kill(child, SIGKILL)
    var status: Int32 = 0
    #expect(waitpid(child, &status, 0) == child)
    #expect(try isTaken(FileLock.take(path, for: Self.anna)))
    close(open(stop, O_WRONLY))
    #expect(try folder.read("lock") == "4711 newsroom anna b.\n")
  }

  @Test(arguments: ["", "x", "17", "17 host", "one host user", "\u{0}\u{1}", "17 host user\nmore"])
  func `a lock file with anything in it is a lock file`(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "lock")
    let descriptor = open(path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    let expected = text.contains("\n") ? FileLock.Holder(user: "user", host: "host", processID: 17) : nil
    #expect(try holder(FileLock.take(path, for: Self.anna)) == expected)
  }

  @Test func `a full disk does not hinder a lock`() throws {
    try SmallDisk.with { disk in
      let descriptor = open(disk + "/filler", O_WRONLY | O_CREAT, 0o600)
      let filler = [UInt8](repeating: 0, count: 1 << 20)
      while write(descriptor, filler, filler.count) > 0 {}
      close(descriptor)
      let outcome = try FileLock.take(disk + "/lock", for: Self.anna)
      #expect(isTaken(outcome))
    }
  }

  @Test func `where no lock file can be made there is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    #expect(throws: SystemError.self) { try FileLock.take(folder.path + "/file/lock", for: Self.anna) }
    #expect(throws: SystemError.self) { try FileLock.take(folder.path, for: Self.anna) }
  }
}
