import Glibc

/// The operating system refused something.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The call that failed, such as `open`.
  public let call: String
  /// The file it was about.
  public let path: String
  /// The value of `errno`.
  public let code: Int32
  /// The reason: the system's own words, or clearer ones.
  public let reason: String

  /// Makes an error of the current `errno`.
  init(_ call: String, _ path: String) {
    self.init(call, path, code: errno)
  }

  /// Makes an error of a given code, with the system's words for it unless there are clearer ones.
  public init(_ call: String, _ path: String, code: Int32, reason: String? = nil) {
    self.call = call
    self.path = path
    self.code = code
    self.reason = reason ?? String(cString: strerror(code))
  }

  /// There is a pipe, a socket or a device where a file should be.
  static func notOrdinary(_ path: String) -> SystemError {
    SystemError("read", path, code: EINVAL, reason: "not an ordinary file")
  }

  /// A file has more than ``FileAccess/maximumSize`` bytes.
  public static func tooLarge(_ path: String) -> SystemError {
    SystemError("read", path, code: EFBIG, reason: "larger than \(FileAccess.maximumSize / 1_000_000_000) GB")
  }

  /// `path: reason (call)`
  public var description: String { "\(path): \(reason) (\(call))" }

  /// Whether the file does not exist.
  public var isMissingFile: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether somebody may not do that, or nobody can on this file system.
  public var isDenied: Bool { code == EACCES || code == EPERM || code == EROFS }
}
