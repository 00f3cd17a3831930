import Foundation

/// Runs `body` as a user who may not do everything.
///
/// Tests often run as root, whom no mode keeps from anything. Linux lets one thread act as somebody else towards files.
///
/// - Returns: What `body` returns.
func asOrdinaryUser<Value>(_ body: () throws -> Value) rethrows -> Value {
  guard geteuid() == 0, let set = dlsym(nil, "setfsuid") else { return try body() }
  let setfsuid = unsafeBitCast(set, to: (@convention(c) (UInt32) -> Int32).self)
  let nobody: UInt32 = 65_534
  _ = setfsuid(nobody)
  defer { _ = setfsuid(0) }
  return try body()
}

/// Changes the mode of a file or folder, and gives it to the user of ``asOrdinaryUser(_:)``.
func setMode(_ path: String, _ mode: mode_t) {
  if geteuid() == 0 { chown(path, 65_534, 65_534) }
  chmod(path, mode)
}
