import Glibc

/// Holds a file so that a second program knows that somebody is at work. Freed when the program ends, however it ends.
public final class FileLock: Sendable {
  /// Who holds a lock.
  public struct Holder: Hashable, Sendable, CustomStringConvertible {
    /// Name of the user.
    public var user: String
    /// Name of the machine.
    public var host: String
    /// Number of the process.
    public var processID: Int

    /// Describes a holder.
    public init(user: String, host: String, processID: Int) {
      self.user = user
      self.host = host
      self.processID = processID
    }

    /// `anna on newsroom (process 4711)`
    public var description: String { "\(user) on \(host) (process \(processID))" }
  }

  /// What came of an attempt to take a lock.
  public enum Outcome: Sendable {
    /// It is ours until the value goes away.
    case taken(FileLock)
    /// Somebody else has it; nil when they have not said who they are yet.
    case held(by: Holder?)
  }

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Tries to take the lock at `path`, without waiting, and writes `holder` into it.
  ///
  /// - Throws: ``SystemError`` when the file cannot be made or locked at all.
  public static func take(_ path: String, for holder: Holder) throws(SystemError) -> Outcome {
    try FileAccess.makeFolder(ArticlePath(path).folder)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      defer { close(descriptor) }
      guard code == EWOULDBLOCK else { throw SystemError("lock", path, code: code) }
      return .held(by: read(descriptor, path))
    }
    let text = Array("\(holder.processID) \(holder.host) \(holder.user)\n".utf8)
    // Who holds it is a courtesy: on a full disk the lock is as good without.
    if ftruncate(descriptor, 0) == 0 { try? FileAccess.write(text, to: descriptor, path) }
    return .taken(FileLock(descriptor: descriptor))
  }

  private static func read(_ descriptor: Int32, _ path: String) -> Holder? {
    guard let bytes = try? FileAccess.read(descriptor, path) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    // The user's name comes last and may have spaces.
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let processID = Int(words[0]) else { return nil }
    return Holder(user: String(words[2]), host: String(words[1]), processID: processID)
  }
}
