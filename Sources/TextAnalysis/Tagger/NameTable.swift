/// Names of wide coverage: which lists a name stands in, known by hash.
///
/// The lists are too long and too uncertain to propose mentions; they only speak for or against one. A slot has 16 bits of
/// a name's hash and one bit for each list, so about one name in 20,000 that is in no list is taken for one that is.
struct NameTable: @unchecked Sendable {
  /// The lists, in the order of their bits.
  enum List: Int, CaseIterable, Sendable {
    case forename
    case commonSurname
    case rareSurname
    case largePlace
    case middlePlace
    case smallPlace
    case territory
    case organisation
    case armedGroup
    case company
    case leader
    case countryActor
    case people
    case role
    case organisationType
  }

  /// Set where a longer name begins with these words.
  static let goesOn: UInt16 = 1 << 15

  static let none = NameTable(SharedBytes([UInt8](repeating: 0, count: 4)))

  /// Slots of four bytes, a power of two: fingerprint and lists.
  let bytes: SharedBytes
  private let slots: UnsafePointer<UInt32>
  private let mask: Int

  /// Whether there are no names.
  var isEmpty: Bool { mask == 0 }

  /// Reads a table.
  ///
  /// - Precondition: The length of `bytes` is four times a power of two, and at least one slot is empty.
  init(_ bytes: SharedBytes) {
    self.bytes = bytes
    slots = bytes.pointer.baseAddress!.assumingMemoryBound(to: UInt32.self)
    mask = bytes.count / 4 - 1
  }

  /// Makes a table of hashes of names, in ascending order, and the bits of their lists.
  init(_ names: [(hash: UInt64, lists: UInt16)]) {
    var size = 16
    while size * 3 < names.count * 4 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for name in names where name.lists != 0 {
      let fingerprint = Self.fingerprint(of: name.hash)
      var index = Self.slot(of: name.hash) & (size - 1)
      while slots[index] != 0, slots[index] & 0xFFFF_0000 != fingerprint { index = (index + 1) & (size - 1) }
      slots[index] |= fingerprint | UInt32(name.lists)
    }
    self.init(SharedBytes(slots.withUnsafeBytes { Array($0) }))
  }

  @inline(__always)
  private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40) }

  @inline(__always)
  private static func fingerprint(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32) & 0xFFFF_0000
  }

  /// The bits of the lists that have a name, and of ``goesOn``; 0 when there is none.
  @inline(__always)
  func lists(of hash: UInt64) -> UInt16 {
    let fingerprint = Self.fingerprint(of: hash)
    var index = Self.slot(of: hash) & mask
    while true {
      let slot = slots[index]
      if slot == 0 { return 0 }
      if slot & 0xFFFF_0000 == fingerprint { return UInt16(truncatingIfNeeded: slot) }
      index = (index + 1) & mask
    }
  }
}
