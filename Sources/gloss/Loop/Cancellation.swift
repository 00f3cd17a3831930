import Synchronization

/// Tells work beside the screen to stop.
final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// Asks for the work to stop.
  func cancel() { flag.store(true, ordering: .relaxed) }

  /// Whether it should stop.
  var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
