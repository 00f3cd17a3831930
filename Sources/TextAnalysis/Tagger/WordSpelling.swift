/// What a word looks like by its letters: the name of a person, of a place, of an organisation, or a plain word.
///
/// A log-linear classifier over strings of two to five letters, learnt from the lists of names by ``SpellingTrainer``, for
/// names that no list has: `Varkala` is spelt like a place, `Kliotech` like a company.
struct WordSpelling: @unchecked Sendable {
  /// What a word may be, in the order of the lanes.
  enum Kind: Int, CaseIterable, Sendable {
    case person, place, organisation, plainWord
  }

  typealias Row = SIMD4<Int8>

  static let none = WordSpelling(SharedBytes([UInt8](repeating: 0, count: 4)))
  /// Binary logarithm of the number of rows.
  static let bits = 15
  /// What a weight of 1 is in ``bytes``.
  static let scale: Float = 48
  /// Words longer than this many bytes are looked at as far as this.
  private static let longest = 24

  /// Rows of four bytes, a power of two: a signed weight for each kind.
  let bytes: SharedBytes
  private let rows: UnsafePointer<Row>
  private let mask: Int

  /// Whether nothing was learnt.
  var isEmpty: Bool { mask == 0 }

  /// Reads a table.
  ///
  /// - Precondition: The length of `bytes` is four times a power of two.
  init(_ bytes: SharedBytes) {
    self.bytes = bytes
    rows = bytes.pointer.baseAddress!.assumingMemoryBound(to: Row.self)
    mask = bytes.count / 4 - 1
  }

  /// How probable each kind is for the word at `range`.
  func probabilities(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> SIMD4<Float> {
    var sum = SIMD4<Int32>(repeating: 0)
    Self.eachPart(of: bytes, range) { sum &+= SIMD4<Int32>(truncatingIfNeeded: rows[$0 & mask]) }
    return Self.probabilities(of: SIMD4<Float>(sum) / Self.scale)
  }

  /// The probabilities that scores stand for.
  static func probabilities(of scores: SIMD4<Float>) -> SIMD4<Float> {
    var block = FloatBlock(repeating: -87)
    let most = scores.max()
    for lane in 0..<4 { block[lane] = scores[lane] - most }
    let factors = block.exponential
    let shares = SIMD4(factors[0], factors[1], factors[2], factors[3])
    return shares / shares.sum()
  }

  /// Calls `body` with the hash of each string of two to five letters of a word, its edges counted as letters, and with
  /// that of its length.
  @inline(__always)
  static func eachPart(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Int) -> Void) {
    let count = min(range.count, longest)
    @inline(__always) func letter(_ place: Int) -> UInt32 {
      if place == 0 { return 1 }
      if place == count + 1 { return 2 }
      let byte = bytes[range.lowerBound + place - 1]
      return UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    for start in 0...count {
      var hash: UInt32 = 0x811C_9DC5
      for length in 1...5 where start + length <= count + 2 {
        hash = (hash ^ letter(start + length - 1)) &* 0x0100_0193
        hash ^= hash >> 15
        if length > 1 { body(row(of: hash &+ UInt32(length))) }
      }
    }
    body(row(of: UInt32(min(15, range.count))))
  }

  @inline(__always)
  private static func row(of hash: UInt32) -> Int { Int((hash &* 0x85EB_CA6B) >> UInt32(32 - bits)) }
}
