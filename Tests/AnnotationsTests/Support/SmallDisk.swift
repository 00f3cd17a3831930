import Foundation
import TestSupport
import Testing

/// A disk with room for a few thousand bytes, to be filled up.
enum SmallDisk {
  /// Whether such a disk can be made here.
  private static var isPossible: Bool { geteuid() == 0 && systemProgram(named: "mount") != nil }

  /// Lends the path of a new disk, or cancels the test where there can be none.
  ///
  /// - Throws: What `body` throws.
  static func with(_ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    guard isPossible, let mount = systemProgram(named: "mount"), let umount = systemProgram(named: "umount"),
      try ProcessRun(mount, ["-t", "tmpfs", "-o", "size=16k,mode=0777", "tmpfs", folder.path]).exit == .status(0)
    else {
      try Test.cancel("no small disk can be mounted here")
    }
    defer { _ = try? ProcessRun(umount, ["-l", folder.path]) }
    try body(folder.path)
  }
}
