/// Times that were measured for one thing, in milliseconds.
struct Samples {
  private(set) var milliseconds: [Double] = []

  /// Adds the time from `start` until now.
  mutating func add(since start: ContinuousClock.Instant) {
    let passed = start.duration(to: .now).components
    milliseconds.append(Double(passed.seconds) * 1000 + Double(passed.attoseconds) / 1e15)
  }

  /// The time that a share of the samples does not exceed.
  func quantile(_ share: Double) -> Double {
    let sorted = milliseconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// Half of the samples are below it.
  var median: Double { quantile(0.5) }
}
