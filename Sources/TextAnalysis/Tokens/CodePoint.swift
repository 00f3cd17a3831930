/// Reads single code points out of UTF-8.
enum CodePoint {
  /// The code point at `offset`, which must lie before `end`, and where the next one begins. A sequence that is cut by
  /// the end, or that begins in the middle of a character, is U+FFFD byte by byte.
  static func decode(_ bytes: [UInt8], at offset: Int, before end: Int) -> (scalar: Unicode.Scalar, next: Int) {
    let first = bytes[offset]
    guard first >= 0x80 else { return (Unicode.Scalar(first), offset + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, offset + length <= end else { return ("\u{FFFD}", offset + 1) }
    var code = UInt32(first) & (0xFF >> UInt32(length + 1))
    for step in 1..<length { code = code << 6 | UInt32(bytes[offset + step] & 0x3F) }
    return (Unicode.Scalar(code) ?? "\u{FFFD}", offset + length)
  }
}
