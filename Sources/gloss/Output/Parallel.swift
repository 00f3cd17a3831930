import Dispatch
import Synchronization

/// Does the same to many things at once.
enum Parallel {
  /// Calls `work` with every number of `range`, on `workers` threads.
  static func forEach(_ range: Range<Int>, workers: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Atomic(range.lowerBound)
    DispatchQueue.concurrentPerform(iterations: min(workers, range.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < range.upperBound else { return }
        work(index)
      }
    }
  }
}
