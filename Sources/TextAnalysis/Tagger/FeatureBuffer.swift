/// The features of consecutive words: 32-bit hashes, one list after the other.
struct FeatureBuffer: Sendable {
  /// The features of one word are not more than this, so that their scores add up in 16 bits.
  static let most = 250

  private(set) var hashes: [UInt32] = []
  /// Where the features of each word begin, and where those of the last end.
  private(set) var starts: [Int32] = [0]

  /// What each feature is made of, where that is asked for.
  private(set) var origins: [Origin] = []
  private let keepsOrigins: Bool

  /// What a feature is made of.
  struct Origin: Sendable {
    var kind: FeatureKind
    var value: UInt64
  }

  /// How many words there are.
  var count: Int { starts.count - 1 }

  init(capacity: Int = 0, keepsOrigins: Bool = false) {
    self.keepsOrigins = keepsOrigins
    hashes.reserveCapacity(capacity * 72)
    starts.reserveCapacity(capacity + 1)
  }

  /// Appends a feature of the word that ``endWord()`` will end.
  @inline(__always)
  mutating func add(_ kind: FeatureKind, _ value: UInt64) {
    hashes.append(Self.hash(kind, value))
    if keepsOrigins { origins.append(Origin(kind: kind, value: value)) }
  }

  /// Appends the features that another buffer has of a word.
  mutating func append(_ other: FeatureBuffer, word: Int) {
    hashes.append(contentsOf: other.hashes[other.range(word)])
  }

  mutating func endWord() {
    let start = Int(starts[starts.count - 1])
    if hashes.count - start > Self.most { hashes.removeLast(hashes.count - start - Self.most) }
    starts.append(Int32(hashes.count))
  }

  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
  }

  /// The features of the word numbered `index`.
  @inline(__always)
  func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  /// One value of two.
  @inline(__always)
  static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
    (left &* 0xC2B2_AE3D_27D4_EB4F) ^ (right &+ (left >> 29))
  }

  /// The hash of a feature, all bits of it usable.
  @inline(__always)
  static func hash(_ kind: FeatureKind, _ value: UInt64) -> UInt32 {
    var mixed = value &+ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
