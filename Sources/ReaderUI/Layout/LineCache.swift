import Synchronization

/// Rows that a layout has made already: to scroll by a page, or to draw one, the same block is looked at for each of its
/// rows.
final class LineCache: Sendable {
  private let lines = Mutex<[Int: [VisualLine]]>([:])

  /// The rows of `block`, which `make` makes when they are asked for the first time.
  func lines(ofBlock block: Int, _ make: () -> [VisualLine]) -> [VisualLine] {
    if let known = lines.withLock({ $0[block] }) { return known }
    let made = make()
    lines.withLock { $0[block] = made }
    return made
  }
}
