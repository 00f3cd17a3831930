import CPseudoTerminal
import Foundation

/// A program that could not be started.
public struct LaunchFailure: Error, CustomStringConvertible {
  /// Path of the program.
  public let program: String
  /// The system's reason, an `errno`.
  public let code: Int32

  /// The program and the reason in words.
  public var description: String { "\(program) could not be started: \(String(cString: strerror(code)))" }
}

/// Lends what C needs to start a program; the strings live as long as `body` runs.
func withLaunchRequest<Result>(
  _ program: String, _ arguments: [String], _ variables: [String: String], _ directory: String?,
  _ body: (UnsafePointer<launch_request>) -> Result
) -> Result {
  let argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
  let names = variables.keys.sorted()
  let envp: [UnsafeMutablePointer<CChar>?] = names.map { strdup("\($0)=\(variables[$0] ?? "")") } + [nil]
  let path = strdup(program)
  let place = directory.flatMap { strdup($0) }
  defer { for string in argv + envp + [path, place] { free(string) } }
  return argv.withUnsafeBufferPointer { argv in
    envp.withUnsafeBufferPointer { envp in
      var request = launch_request()
      request.path = UnsafePointer(path)
      request.arguments = argv.baseAddress
      request.environment = envp.baseAddress
      request.directory = UnsafePointer(place)
      return withUnsafePointer(to: request, body)
    }
  }
}
