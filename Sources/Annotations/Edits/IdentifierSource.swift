/// Makes identifiers that are short, and unique in practice, from a seed.
///
/// The library draws no random numbers by itself: a program seeds one source from the system, a test with a constant.
public struct IdentifierSource: Sendable, RandomNumberGenerator {
  private var state: UInt64

  /// Makes a source; the same seed gives the same identifiers.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// `prefix` and ten letters and digits: fifty bits.
  private mutating func identifier(_ prefix: String) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var bits = next()
    var text = Array(prefix.utf8)
    for _ in 0..<10 {
      text.append(alphabet[Int(bits & 31)])
      bits >>= 5
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A new mention's identifier: `m` and ten letters and digits.
  public mutating func mention() -> Mention.ID { Mention.ID(identifier("m")) }
  /// A new entity's identifier: `e` and ten letters and digits.
  public mutating func entity() -> Entity.ID { Entity.ID(identifier("e")) }
  /// A new change's identifier: `c` and ten letters and digits.
  public mutating func change() -> Change.ID { identifier("c") }
}
