/// The container of a model: named sections behind a header. Its layout is told in <doc:ModelFormat>.
struct ModelFile: Sendable {
  /// The parts of a model, in the order in which they are written.
  enum Section: String, CaseIterable, Sendable {
    /// What the model says of itself, as text.
    case info
    /// Scores of neighbouring tags.
    case transitions
    /// How scores become confidences.
    case calibration
    /// Clusters of words.
    case clusters
    /// How common the words of each cluster are.
    case shares
    /// Names of wide coverage.
    case names
    /// How names are spelt.
    case spelling
    /// Scores of features.
    case weights
  }

  /// The version of the format that this program writes and reads.
  static let version = 2
  /// Sections begin at multiples of this.
  static let alignment = 64
  private static let magic = Array("GLOSSTAG".utf8)
  private static let headerLength = 32
  private static let entryLength = 32

  let bytes: SharedBytes
  private let ranges: [Section: Range<Int>]
  /// Checksum of everything behind the header.
  let checksum: UInt64

  /// Reads a container.
  ///
  /// - Parameter isTrusted: Whether the checksum need not be computed: the bytes were compiled in.
  init(_ bytes: SharedBytes, isTrusted: Bool = false) throws(ModelError) {
    let pointer = bytes.pointer
    guard pointer.count >= 12, pointer.prefix(8).elementsEqual(Self.magic) else { throw .notAModel }
    let version = Int(pointer.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
    guard version == Self.version else { throw .unknownVersion(found: version, known: Self.version) }
    guard pointer.count >= Self.headerLength else {
      throw .truncated(expected: Self.headerLength, found: pointer.count)
    }
    let size = Int(clamping: pointer.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian)
    guard pointer.count >= size else { throw .truncated(expected: size, found: pointer.count) }
    guard pointer.count == size else { throw .damaged(section: "bytes behind the end") }
    checksum = pointer.loadUnaligned(fromByteOffset: 24, as: UInt64.self).littleEndian
    if !isTrusted {
      let found = Self.checksum(of: pointer)
      guard found == checksum else { throw .damaged(section: "checksum") }
    }
    let count = Int(pointer.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian)
    var ranges: [Section: Range<Int>] = [:]
    for index in 0..<count {
      let entry = Self.headerLength + index * Self.entryLength
      guard entry + Self.entryLength <= size else { throw .damaged(section: "table of sections") }
      let name = String(decoding: pointer[entry..<(entry + 16)].prefix { $0 != 0 }, as: UTF8.self)
      let start = Int(clamping: pointer.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self).littleEndian)
      let length = Int(clamping: pointer.loadUnaligned(fromByteOffset: entry + 24, as: UInt64.self).littleEndian)
      guard start <= size, length <= size - start else { throw .damaged(section: name) }
      // Sections that this program does not know are of no use to it.
      if let section = Section(rawValue: name) { ranges[section] = start..<(start + length) }
    }
    self.ranges = ranges
    self.bytes = bytes
  }

  /// The contents of a section.
  func section(_ section: Section) throws(ModelError) -> SharedBytes {
    guard let range = ranges[section] else { throw .damaged(section: section.rawValue) }
    return bytes[range]
  }

  /// Names and lengths of the sections in the order of the file.
  var sections: [ModelInfo.Section] {
    ranges.sorted { $0.value.lowerBound < $1.value.lowerBound }
      .map { ModelInfo.Section(name: $0.key.rawValue, size: $0.value.count) }
  }

  /// Writes a container.
  static func write(_ sections: [(Section, UnsafeRawBufferPointer)]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: headerLength + sections.count * entryLength)
    bytes.reserveCapacity(sections.reduce(bytes.count) { $0 + $1.1.count + alignment })
    for (index, (section, contents)) in sections.enumerated() {
      while bytes.count % alignment != 0 { bytes.append(0) }
      let entry = headerLength + index * entryLength
      bytes.replaceSubrange(entry..<(entry + section.rawValue.utf8.count), with: section.rawValue.utf8)
      put(UInt64(bytes.count), at: entry + 16, in: &bytes)
      put(UInt64(contents.count), at: entry + 24, in: &bytes)
      bytes += contents
    }
    bytes.replaceSubrange(0..<8, with: magic)
    put(UInt32(version), at: 8, in: &bytes)
    put(UInt32(sections.count), at: 12, in: &bytes)
    put(UInt64(bytes.count), at: 16, in: &bytes)
    let checksum = bytes.withUnsafeBytes { Self.checksum(of: $0) }
    put(checksum, at: 24, in: &bytes)
    return bytes
  }

  private static func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int, in bytes: inout [UInt8]) {
    for byte in 0..<Number.bitWidth / 8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: number >> (byte * 8)) }
  }

  /// A checksum of 64 bits of a whole file but for the place of the checksum: FNV-1a over words of eight bytes in four
  /// lanes, which are mixed at the end.
  static func checksum(of file: UnsafeRawBufferPointer) -> UInt64 {
    guard file.count >= headerLength, let base = file.baseAddress else { return 0 }
    let prime: UInt64 = 0x100_0000_01B3
    var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
    var (third, fourth): (UInt64, UInt64) = (0xC2B2_AE3D_27D4_EB4F, 0xD6E8_FEB8_6659_FD93)
    func step(_ lane: inout UInt64, _ offset: Int) {
      let mixed = (lane ^ UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))) &* prime
      lane = mixed ^ mixed >> 29
    }
    var offset = headerLength
    while offset + 32 <= file.count {
      step(&first, offset)
      step(&second, offset + 8)
      step(&third, offset + 16)
      step(&fourth, offset + 24)
      offset += 32
    }
    var sum = UInt64(file.count - headerLength)
    for place in 0..<24 { sum = (sum ^ UInt64(file[place])) &* prime }
    for lane in [first, second, third, fourth] { sum = (sum ^ lane) &* prime ^ sum >> 31 }
    while offset < file.count {
      sum = (sum ^ UInt64(file[offset])) &* prime
      offset += 1
    }
    return sum ^ sum >> 32
  }
}
