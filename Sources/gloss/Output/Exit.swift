import Annotations
import ArgumentParser
import CTerminal
import Glibc

/// Exit codes of sysexits(3), as far as they are used.
enum Exit {
  /// It ran, and the answer is no.
  static let no = ExitCode(1)
  /// A file is not what it should be.
  static let data = ExitCode(65)
  /// A file is missing or cannot be read.
  static let noInput = ExitCode(66)
  /// Something needed is not there.
  static let unavailable = ExitCode(69)
  /// A file cannot be made.
  static let cantCreate = ExitCode(73)
  /// Settings are wrong.
  static let configuration = ExitCode(78)

  /// Says on standard error what went wrong.
  static func complain(_ message: String) { system_complain("gloss: \(Terminal.neutralised(message))\n") }

  /// Says what is wrong with a file.
  static func complain(_ error: SystemError) { complain("\(error.path): \(error.reason)") }
}
