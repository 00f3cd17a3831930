import Dispatch
import Glibc
import Synchronization

/// Does the same to many things at once.
enum Parallel {
  /// How many cores there are.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What `transform` makes of each of `elements`, in their order, on `workers` threads.
  static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], workers: Int, _ transform: @escaping @Sendable (Element) -> Value
  ) -> [Value] {
    let next = Atomic(0)
    let values = Mutex([Value?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: min(workers, elements.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        let value = transform(elements[index])
        values.withLock { $0[index] = value }
      }
    }
    return values.withLock { $0.compactMap(\.self) }
  }
}
