import Glibc
import Synchronization

/// How often somebody has pressed Ctrl-C.
private let interruptions = Atomic(0)
/// What is said to the first Ctrl-C. Written before the signal can come, and never again.
private nonisolated(unsafe) var answer: StaticString = ""

/// Ctrl-C in a command that works for long: the first one asks to stop as soon as nothing is lost by it, the second stops
/// at once.
enum Interruption {
  /// Whether somebody has asked to stop.
  static var isRequested: Bool { interruptions.load(ordering: .relaxed) > 0 }

  /// From now on Ctrl-C asks.
  ///
  /// - Parameter notice: What is said to the first one, for a command that cannot stop within the moment.
  static func watch(saying notice: StaticString = "") {
    // The counter must exist before a signal handler touches it.
    _ = isRequested
    answer = notice
    signal(SIGINT) { _ in
      if interruptions.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      // Nothing but write(2) is safe here.
      answer.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }
}
