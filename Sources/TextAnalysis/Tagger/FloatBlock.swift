/// Scores of sixteen tags.
typealias FloatBlock = SIMD16<Float>

extension FloatBlock {
  /// e to the power of each, to about seven digits; arguments below −87 give nearly 0.
  ///
  /// The argument is split into a power of two, which is put into the exponent, and a rest for which a polynomial of
  /// degree five is enough (after the Cephes library, Moshier 1989).
  @inline(__always)
  var exponential: FloatBlock {
    let x = self.clamped(lowerBound: FloatBlock(repeating: -87), upperBound: FloatBlock(repeating: 88))
    // Adding and taking away 1.5 · 2²³ rounds to a whole number.
    let magic = FloatBlock(repeating: 12_582_912)
    let n = (x * 1.442_695_04 + magic) - magic
    let r = x - n * 0.693_359_375 - n * -2.121_944_4e-4
    var p = FloatBlock(repeating: 1.987_569_15e-4)
    p = p * r + 1.398_199_95e-3
    p = p * r + 8.333_451_9e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_55e-1
    p = p * r + 0.5
    p = p * r * r + r + 1
    let exponent = (SIMD16<Int32>(truncatingIfNeeded: unsafeBitCast(n + magic, to: SIMD16<UInt32>.self)) &- 0x4B40_0000)
    let scale = (exponent &+ 127) &<< 23
    return p * unsafeBitCast(scale, to: FloatBlock.self)
  }
}

extension Double {
  /// The natural logarithm of a positive number.
  var logarithm: Double {
    // log(m · 2ᵉ) = e · log 2 + log m, by the series of the area tangent.
    guard self > 0, isFinite else { return -.infinity }
    let y = (significand - 1) / (significand + 1)
    let square = y * y
    var sum = 0.0
    var power = y
    for odd in stride(from: 1.0, through: 29, by: 2) {
      sum += power / odd
      power *= square
    }
    return Double(exponent) * 0.693_147_180_559_945_3 + 2 * sum
  }
}
