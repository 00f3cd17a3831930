import Foundation

/// A program that should have been built and is not there.
public struct MissingProgram: Error, CustomStringConvertible {
  /// Where it was looked for.
  public let path: String

  /// Where it was looked for and how to build it.
  public var description: String { "there is no program at \(path); build it with `swift build`" }
}

/// The path of a program of this package, as it was built together with the running tests.
///
/// SwiftPM puts the program that runs the tests and all other programs into one folder.
///
/// - Throws: ``MissingProgram``.
public func builtProgram(named name: String) throws(MissingProgram) -> String {
  let runner =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  let path = URL(filePath: runner).deletingLastPathComponent().appending(path: name).path
  guard FileManager.default.isExecutableFile(atPath: path) else { throw MissingProgram(path: path) }
  return path
}

/// The path of a program of the system, or nil: a test that needs one is skipped where there is none.
///
/// ```swift
/// @Test("less shows a file", .enabled(if: systemProgram(named: "less") != nil, "less is not installed"))
/// ```
public func systemProgram(named name: String) -> String? {
  ["/usr/local/bin", "/usr/bin", "/bin"].map { $0 + "/" + name }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
