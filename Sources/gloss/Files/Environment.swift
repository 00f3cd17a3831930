import Annotations
import CTerminal
import Glibc

/// What the program finds around it: variables, user, machine, streams.
struct Environment: Sendable {
  /// The environment variables.
  let variables: [String: String]
  /// Where files are kept.
  let directories: Directories
  /// Name of the user, to sign decisions with.
  let user: String
  /// Name of the machine.
  let host: String

  /// The environment of this process.
  static let current = Environment()

  private init() {
    var variables: [String: String] = [:]
    var pointer = environ
    while let entry = pointer.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      pointer += 1
    }
    self.variables = variables
    directories = Directories(environment: variables)
    user =
      ["GLOSS_ANNOTATOR", "USER", "LOGNAME"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
      ?? "user\(getuid())"
    var buffer = [CChar](repeating: 0, count: 256)
    host =
      system_hostname(&buffer, buffer.count)
      ? String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "localhost"
  }

  /// A variable, unless it is empty.
  subscript(name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// How this process signs locks.
  var lockHolder: FileLock.Holder { FileLock.Holder(user: user, host: host, processID: Int(getpid())) }

  /// The store for an annotator.
  func store(annotator: String?) -> AnnotationStore {
    AnnotationStore(directories: directories, user: user, annotatorName: annotator)
  }

  /// The time.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// A path as a person may write it: `~` is their home.
  func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = self["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
