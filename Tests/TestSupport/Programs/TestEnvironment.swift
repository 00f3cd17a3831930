import Foundation

/// The environment that tests give to programs: the same on every machine.
///
/// `PATH` (system folders), `TERM`, `LANG=C.UTF-8`, `HOME` and the XDG folders within a ``TemporaryFolder``,
/// `TMPDIR` there too, and `SWIFT_BACKTRACE=enable=no`, since the backtracer of Swift takes over a terminal and waits
/// for a key. What measures coverage or memory is handed on.
public enum TestEnvironment {
  private static let folders = [
    "HOME": "home", "XDG_CONFIG_HOME": "home/.config", "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state", "XDG_CACHE_HOME": "home/.cache", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp",
  ]

  private static let handedOn = ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"]

  /// The variables, and the folders they name.
  ///
  /// - Parameters:
  ///   - folder: Where home and the like are; made if they are not there.
  ///   - term: Value of TERM, nil to have none.
  ///   - changes: Variables to set besides, or to change; nil takes one away.
  /// - Throws: The system's error when a folder cannot be made.
  public static func variables(
    in folder: TemporaryFolder, term: String?, changes: [String: String?] = [:]
  ) throws -> [String: String] {
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ]
    variables["TERM"] = term
    for (name, place) in folders {
      let path = folder.path + "/" + place
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      variables[name] = path
    }
    for name in handedOn {
      if let value = ProcessInfo.processInfo.environment[name] { variables[name] = value }
    }
    for (name, value) in changes { variables[name] = value }
    return variables
  }
}
