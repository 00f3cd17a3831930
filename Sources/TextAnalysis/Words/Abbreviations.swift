/// Words that are written with a period, and what the period says of the end of a sentence.
struct Abbreviations: Sendable {
  /// What follows an abbreviation, as its section in the list `abbreviations` says.
  enum Kind: String, Sendable {
    /// A name follows: `Mr.`, `Gen.`, `Mt.` Never the end of a sentence.
    case title
    /// A number follows: `No.`, `p.`, `Fig.` An abbreviation only before one.
    case number
    /// A time of day: `a.m.`
    case time
    /// A month or weekday.
    case date
    /// Anything else: `Inc.`, `etc.`, `U.S.`
    case other
  }

  /// The abbreviations of English.
  static let english = Abbreviations(EmbeddedList.bytes("abbreviations"))

  private struct Entry {
    var kind: Kind
    /// Whether it is an abbreviation only with a capital: `Sat.`
    var isCapitalised: Bool
  }

  private var entries: [UInt64: Entry] = [:]

  init(_ list: [UInt8]) {
    WordSections.each(in: list) { section, word in
      guard let kind = Kind(rawValue: section) else { return }
      entries[NameHash.word(list, word)] = Entry(
        kind: kind, isCapitalised: list[word.lowerBound] >= 0x41 && list[word.lowerBound] <= 0x5A)
    }
  }

  /// The kind of the word in `range`, its period included, or nil when it is not an abbreviation.
  func kind(of bytes: [UInt8], _ range: Range<Int>) -> Kind? {
    guard let entry = entries[NameHash.word(bytes, range)] else { return nil }
    let isCapital = bytes[range.lowerBound] >= 0x41 && bytes[range.lowerBound] <= 0x5A
    return entry.isCapitalised && !isCapital ? nil : entry.kind
  }

  /// Where the abbreviation ends that begins at `start` and has a period at `period`, or nil when there is none.
  func end(in bytes: [UInt8], from start: Int, period: Int, limit: Int) -> Int? {
    guard period - start <= 8 else { return nil }
    var ends = [period + 1]
    var offset = period + 1
    while offset < limit, offset - start <= 12,
      bytes[offset] == 0x2E || bytes[offset] | 0x20 >= 0x61 && bytes[offset] < 0x7B
    {
      if bytes[offset] == 0x2E { ends.append(offset + 1) }
      offset += 1
    }
    for end in ends.reversed() {
      guard let kind = kind(of: bytes, start..<end) else { continue }
      if kind == .number {
        var ahead = end
        while ahead < limit, bytes[ahead] == 0x20 { ahead += 1 }
        guard ahead < limit, bytes[ahead] >= 0x30, bytes[ahead] <= 0x39 else { continue }
      }
      return end
    }
    return nil
  }
}
