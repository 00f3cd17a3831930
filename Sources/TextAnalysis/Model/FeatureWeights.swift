/// The scores that features give to tags, in two stages, as the model file has them.
///
/// A row belongs to all features with the same last bits of their hash. For each tag it has two bytes: the weight in the
/// first stage and that in the second, times ``scale``, plus 128. So one read from memory serves both stages, and sixteen
/// tags are added up in one step of sixteen lanes of 16 bits.
struct FeatureWeights: @unchecked Sendable {
  typealias Row = SIMD16<UInt16>

  let bytes: SharedBytes
  let blocks: Int
  /// What a weight of 1 is in the file.
  let scale: Float
  private let rows: UnsafePointer<Row>
  private let mask: Int

  /// How many rows there are.
  var rowCount: Int { mask + 1 }

  /// Reads rows of `blocks` times 32 bytes, a power of two of them; nil when the length is not so.
  init?(_ bytes: SharedBytes, blocks: Int, scale: Float) {
    let rowCount = bytes.count / (32 * blocks)
    guard rowCount > 0, rowCount & (rowCount - 1) == 0, rowCount * blocks * 32 == bytes.count,
      let base = bytes.pointer.baseAddress, UInt(bitPattern: base) % 32 == 0, scale > 0
    else { return nil }
    self.bytes = bytes
    self.blocks = blocks
    self.scale = scale
    rows = base.assumingMemoryBound(to: Row.self)
    mask = rowCount - 1
  }

  /// Sums of the features `hashes` for the block of tags numbered `block`, in both stages.
  @inline(__always)
  func sums(_ hashes: UnsafeBufferPointer<UInt32>, block: Int) -> (first: Row, second: Row) {
    var first = Row(repeating: 0)
    var second = Row(repeating: 0)
    let low = Row(repeating: 0xFF)
    for hash in hashes {
      let row = rows[(Int(truncatingIfNeeded: hash) & mask) &* blocks &+ block]
      first &+= row & low
      second &+= row &>> 8
    }
    return (first, second)
  }

  /// The scores that sums over `count` features stand for.
  @inline(__always)
  func scores(_ sums: Row, count: Int) -> FloatBlock {
    let whole = SIMD16<Int32>(truncatingIfNeeded: sums) &- Int32(count * 128)
    return FloatBlock(whole) * (1 / scale)
  }

  /// The weight of a feature for a tag in a stage, from 0.
  func weight(_ hash: UInt32, tag: Int, stage: Int) -> Float {
    let row = rows[(Int(truncatingIfNeeded: hash) & mask) * blocks + tag / 16]
    return (Float(row[tag % 16] >> UInt16(stage * 8) & 0xFF) - 128) / scale
  }

  /// The byte that a weight becomes.
  static func quantised(_ weight: Float, scale: Float) -> UInt8 {
    UInt8(max(-127, min(127, (weight * scale).rounded())) + 128)
  }
}
