import Foundation

/// A new folder that is removed, with all that is in it, when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  /// A folder could not be made.
  public struct Failure: Error {
    let code: Int32
  }

  /// Absolute path, without a slash at the end.
  public let path: String

  /// Makes a folder in the system's place for temporary files.
  ///
  /// - Throws: ``Failure``.
  public init() throws(Failure) {
    var template = Array((NSTemporaryDirectory() + "/gloss-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    let made = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // Symbolic links resolved, so that paths compare equal to what programs print.
    let resolved = realpath(made, nil)
    path = resolved.map { String(cString: $0) } ?? made
    free(resolved)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders it lies in.
  ///
  /// - Parameter name: Path within the folder.
  /// - Returns: The absolute path.
  /// - Throws: The system's error.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let place = path + "/" + name
    let folder = (place as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: place))
    return place
  }

  /// Reads a file.
  ///
  /// - Parameter name: Path within the folder.
  /// - Throws: The system's error.
  public func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }
}
