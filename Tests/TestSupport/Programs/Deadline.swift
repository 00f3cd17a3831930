import Foundation

/// A point in time that a wait must not pass.
struct Deadline {
  private let end: ContinuousClock.Instant

  /// The time `seconds` from now.
  init(_ seconds: Double) { end = .now + .seconds(seconds) }

  var isPast: Bool { ContinuousClock.now >= end }

  /// What is left, rounded up, for poll(2).
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: end).components
    return Int32(clamping: max(0, left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1))
  }
}

/// Waits until one of `files` (none if negative) is ready for what is given with it, or has an error or no other side.
func waitForFiles(_ files: [(file: Int32, events: Int32)], milliseconds: Int32) {
  var entries = files.map { pollfd(fd: $0.file, events: Int16($0.events), revents: 0) }
  // Interrupted by a signal it returns early, and the caller looks again.
  _ = poll(&entries, nfds_t(entries.count), milliseconds)
}
