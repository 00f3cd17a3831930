import Glibc

/// The operating system refused something.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The call that failed, such as `open`.
  public let call: String
  /// The file it was about.
  public let path: String
  /// The value of `errno`.
  public let code: Int32

  /// Makes an error of the current `errno`.
  init(_ call: String, _ path: String) {
    self.init(call, path, code: errno)
  }

  /// Makes an error of a given code.
  public init(_ call: String, _ path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The reason in the system's own words.
  public var reason: String { String(cString: strerror(code)) }

  /// `path: reason (call)`
  public var description: String { "\(path): \(reason) (\(call))" }

  /// Whether the file does not exist.
  public var isMissingFile: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether somebody may not do that, or nobody can on this file system.
  public var isDenied: Bool { code == EACCES || code == EPERM || code == EROFS }
}
