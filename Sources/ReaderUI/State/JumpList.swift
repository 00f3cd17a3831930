import Annotations

/// Places that were jumped from, to go back to.
struct JumpList: Hashable, Sendable {
  private var places: [Change.Place] = []
  /// How many steps back we are.
  private var back = 0

  private static let capacity = 100

  /// Remembers a place that is about to be left.
  mutating func leave(_ place: Change.Place) {
    if back > 0 { places.removeLast(min(back, places.count)) }
    back = 0
    places.removeAll { $0 == place }
    places.append(place)
    if places.count > Self.capacity { places.removeFirst() }
  }

  /// One step back from `current`.
  mutating func goBack(from current: Change.Place) -> Change.Place? {
    if back == 0 {
      guard let last = places.last, last != current || places.count > 1 else { return nil }
      if last != current { places.append(current) }
      back = 1
    }
    guard back < places.count else { return nil }
    back += 1
    return places[places.count - back]
  }

  /// One step forward again.
  mutating func goForward() -> Change.Place? {
    guard back > 1 else { return nil }
    back -= 1
    return places[places.count - back]
  }
}
