import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Annotations

@Suite struct FileAccessTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `what is written is read, at any size`() throws {
    let folder = try TemporaryFolder()
    for size in [0, 1, 65_535, 65_536, 65_537, 300_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try FileAccess.replace(folder.path + "/file", with: bytes)
      #expect(try FileAccess.read(folder.path + "/file") == bytes)
    }
    #expect(try names(folder) == ["file"])
  }

  @Test(arguments: [0o600, 0o644, 0o640, 0o666, 0o755] as [mode_t])
  func `a file that is replaced keeps its mode`(mode: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "file")
    chmod(path, mode)
    try FileAccess.replace(path, with: Array("new".utf8))
    #expect(self.mode(path) == mode)
    #expect(try folder.read("file") == "new")
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser can give files away"))
  func `a file that is replaced keeps its owner`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "file")
    chown(path, 1234, 5678)
    try FileAccess.replace(path, with: Array("new".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_uid == 1234 && status.st_gid == 5678)
  }

  @Test(.enabled(if: geteuid() == 0, "only the superuser can make files of another group"))
  func `where the group cannot be kept, another group gets no more than everybody`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "file")
    setMode(folder.path, 0o777)
    chown(path, 65_534, 5678)
    chmod(path, 0o664)
    try asOrdinaryUser { try FileAccess.replace(path, with: Array("new".utf8)) }
    #expect(mode(path) == 0o644)
    #expect(try folder.read("file") == "new")
  }

  @Test func `a new file is no more open than the one it belongs to, but its owner may write it`() throws {
    let folder = try TemporaryFolder()
    let model = try folder.write("article", to: "article")
    for (given, expected) in [(0o600, 0o600), (0o444, 0o644), (0o640, 0o640), (0o000, 0o600)] as [(mode_t, mode_t)] {
      chmod(model, given)
      let path = "\(folder.path)/\(given)"
      #expect(try FileAccess.replace(path, with: [], noMoreOpenThan: model) { true })
      #expect(mode(path) == expected & ~umaskOfProcess)
    }
  }

  private var umaskOfProcess: mode_t {
    // Read from the kernel, since asking by umask(2) changes it for other threads.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("Umask:") }
    return line.flatMap { mode_t($0.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8) } ?? 0o022
  }

  @Test func `a symbolic link stays one, and what it leads to is replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "real/file")
    symlink("real/file", folder.path + "/link")
    symlink("link", folder.path + "/link to link")
    symlink("real/not yet", folder.path + "/dangling")
    try FileAccess.replace(folder.path + "/link to link", with: Array("new".utf8))
    #expect(try folder.read("real/file") == "new")
    try FileAccess.replace(folder.path + "/dangling", with: Array("made".utf8))
    #expect(try folder.read("real/not yet") == "made")
    #expect(try names(folder) == ["dangling", "link", "link to link", "real"])
    for link in ["link", "link to link", "dangling"] {
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/\(link)").isEmpty == false)
    }
  }

  @Test func `links that lead in a circle are an error and no endless loop`() throws {
    let folder = try TemporaryFolder()
    symlink("b", folder.path + "/a")
    symlink("a", folder.path + "/b")
    #expect(FileAccess.resolved(folder.path + "/a").hasPrefix(folder.path))
    #expect(throws: SystemError.self) { try FileAccess.read(folder.path + "/a") }
  }

  @Test func `when writing fails the old file is untouched and nothing is left beside it`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("old", to: "file")
    setMode(path, 0o444)
    setMode(folder.path, 0o777)
    let readOnly = #expect(throws: SystemError.self) {
      try asOrdinaryUser { try FileAccess.replace(path, with: Array("new".utf8)) }
    }
    #expect(readOnly?.isDenied == true)
    setMode(path, 0o644)
    setMode(folder.path, 0o555)
    let noFolder = #expect(throws: SystemError.self) {
      try asOrdinaryUser { try FileAccess.replace(path, with: Array("new".utf8)) }
    }
    #expect(noFolder?.isDenied == true)
    setMode(folder.path, 0o755)
    #expect(throws: SystemError.self) { try FileAccess.replace(folder.path + "/no/file", with: []) }
    #expect(try FileAccess.replace(path, with: Array("new".utf8), noMoreOpenThan: nil) { false } == false)
    #expect(throws: SystemError.self) { try FileAccess.replace(folder.path, with: []) }
    #expect(try folder.read("file") == "old")
    #expect(try names(folder) == ["file"])
  }

  @Test func `a full disk is an error that leaves the old file`() throws {
    try SmallDisk.with { disk in
      let path = disk + "/file"
      try FileAccess.replace(path, with: Array("old".utf8))
      let error = #expect(throws: SystemError.self) {
        try FileAccess.replace(path, with: [UInt8](repeating: 0x61, count: 1 << 20))
      }
      #expect(error?.code == ENOSPC)
      #expect(try FileAccess.read(path) == Array("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["file"])
    }
  }

  @Test func `a reader never sees half of a file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/file"
    let contents = (0..<4).map { number in [UInt8](repeating: UInt8(0x61 + number), count: 40_000 + number * 30_000) }
    try FileAccess.replace(path, with: contents[0])
    let isDone = Atomic(false)
    let wrong = Mutex<[Int]>([])
    let reads = Atomic(0)
    let reader = Thread {
      while !isDone.load(ordering: .acquiring) {
        let bytes = (try? FileAccess.read(path)) ?? []
        if !contents.contains(bytes) { wrong.withLock { $0.append(bytes.count) } }
        reads.add(1, ordering: .relaxed)
      }
    }
    reader.start()
    for round in 1...40 { try FileAccess.replace(path, with: contents[round % 4]) }
    while reads.load(ordering: .relaxed) < 5 { try FileAccess.replace(path, with: contents[0]) }
    isDone.store(true, ordering: .releasing)
    #expect(wrong.withLock { $0 } == [])
  }

  @Test func `folders and what is not there are errors with the reason of the system`() throws {
    let folder = try TemporaryFolder()
    let isFolder = #expect(throws: SystemError.self) { try FileAccess.read(folder.path) }
    #expect(isFolder?.code == EISDIR && isFolder?.isMissingFile == false)
    let isMissing = #expect(throws: SystemError.self) { try FileAccess.read(folder.path + "/no") }
    #expect(isMissing?.isMissingFile == true)
    #expect(isMissing?.description == "\(folder.path)/no: No such file or directory (open)")
    let isTooLarge = #expect(throws: SystemError.self) {
      let path = try folder.write("", to: "sparse")
      truncate(path, FileAccess.maximumSize + 1)
      return try FileAccess.read(path)
    }
    #expect(isTooLarge?.code == EFBIG && isTooLarge?.reason == "larger than 2 GB")
  }

  @Test func `what is no ordinary file is not waited for unless it is asked for`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    mkfifo(pipe, 0o600)
    for path in [pipe, "/dev/zero", "/dev/null"] {
      let error = #expect(throws: SystemError.self) { try FileAccess.read(path) }
      #expect(error?.reason == "not an ordinary file")
    }
    #expect(try FileAccess.read("/dev/null", ofAnyKind: true) == [])
  }

  @Test func `what a descriptor leads to is read by the name of the descriptor`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    try FileAccess.write(Array("words".utf8), to: ends[1], "pipe")
    close(ends[1])
    let path = FileAccess.resolved("/dev/fd/\(ends[0])")
    #expect(try FileAccess.read(path, ofAnyKind: true) == Array("words".utf8))
  }

  @Test func `folders are made with those above them, for their owner alone`() throws {
    let folder = try TemporaryFolder()
    try FileAccess.makeFolder(folder.path + "/a/\u{301}b/c")
    try FileAccess.makeFolder(folder.path + "/a")
    #expect(mode(folder.path + "/a/\u{301}b/c") == 0o700)
    try folder.write("", to: "file")
    #expect(throws: SystemError.self) { try FileAccess.makeFolder(folder.path + "/file/x") }
  }

  @Test func `a path is resolved as far as it exists`() throws {
    let folder = try TemporaryFolder()
    try FileAccess.makeFolder(folder.path + "/real")
    symlink("real", folder.path + "/link")
    #expect(FileAccess.resolved(folder.path + "/link/not/yet.txt") == folder.path + "/real/not/yet.txt")
    #expect(FileAccess.resolved("/") == "/" && FileAccess.resolved("/nothing here") == "/nothing here")
    #expect(FileAccess.resolved("x").hasSuffix("/x") && FileAccess.resolved("x").hasPrefix("/"))
  }

  @Test func `files may have any name that the system allows`() throws {
    let folder = try TemporaryFolder()
    for name in NaughtyStrings.all {
      guard !name.utf8.contains(0x2F), !name.utf8.contains(0), (1...255).contains(name.utf8.count),
        ![".", ".."].contains(name)
      else { continue }
      let path = "\(folder.path)/\(name)"
      try FileAccess.replace(path, with: Array(name.utf8))
      #expect(try FileAccess.read(path) == Array(name.utf8), "\(name.debugDescription)")
      #expect(FileAccess.exists(path))
      unlink(path)
    }
    #expect(try names(folder) == [])
  }
}
