/// Maps hashes to numbers: open addressing in one array, for tables that are built once and read often.
struct HashTable: Sendable {
  private struct Slot {
    var key: UInt64
    var value: Int32
  }

  private var slots: [Slot]
  private var mask: Int
  /// How many keys there are.
  private(set) var count = 0

  /// Makes a table with room for `capacity` keys; it grows when there are more.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(key: 0, value: 0), count: size)
    mask = size - 1
  }

  /// The number stored under `key`, which must not be 0.
  @inline(__always)
  func find(_ key: UInt64) -> Int32? {
    var index = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 24) & mask
    while true {
      let slot = slots[index]
      if slot.key == key { return slot.value }
      if slot.key == 0 { return nil }
      index = (index + 1) & mask
    }
  }

  /// The number stored under `key`; `value` is stored and returned when there is none.
  mutating func insert(_ key: UInt64, or value: Int32) -> Int32 {
    if count * 3 > slots.count * 2 { grow() }
    var index = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 24) & mask
    while slots[index].key != 0 {
      if slots[index].key == key { return slots[index].value }
      index = (index + 1) & mask
    }
    slots[index] = Slot(key: key, value: value)
    count += 1
    return value
  }

  private mutating func grow() {
    var larger = HashTable(capacity: slots.count)
    for slot in slots where slot.key != 0 { _ = larger.insert(slot.key, or: slot.value) }
    self = larger
  }
}
