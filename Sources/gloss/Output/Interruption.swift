import Glibc
import Synchronization

/// How often somebody has pressed Ctrl-C.
private let interruptions = Atomic(0)

/// Ctrl-C in a command that works through many files: the first one asks to stop after the current files, the second
/// stops at once.
enum Interruption {
  /// Whether somebody has asked to stop.
  static var isRequested: Bool { interruptions.load(ordering: .relaxed) > 0 }

  /// From now on Ctrl-C asks.
  static func watch() {
    // The counter must exist before a signal handler touches it.
    _ = isRequested
    signal(SIGINT) { _ in
      if interruptions.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
    }
  }
}
