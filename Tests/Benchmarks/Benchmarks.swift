import Foundation
import TestSupport

/// Measures whole runs of the built program in a terminal, and prints what it found beside what is wanted.
///
///     swift run -c release benchmarks
///
/// A figure is worth something on a machine that does nothing else meanwhile, and as a ratio to another program in the
/// same run; so nothing here is asserted.
@main
struct Benchmarks {
  static func main() throws {
    let bench = try Bench()
    for (name, run) in bench.all where CommandLine.arguments.count < 2 || CommandLine.arguments.contains(name) {
      say(name)
      do { try run() } catch { say("  \(error)") }
    }
  }

  /// Prints a line at once, wherever the output goes.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
