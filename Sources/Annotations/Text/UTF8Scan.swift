import Glibc

/// Passes over raw text at the speed of memory, so that a file of 100 MB can be shown at once.
enum UTF8Scan {
  /// Whether every byte is below 0x80.
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let wordCount = bytes.count / 8
    var index = 0
    while index < wordCount {
      // Sixteen words at a time: one branch for 128 bytes.
      let stop = min(index + 16, wordCount)
      var high: UInt64 = 0
      while index < stop {
        high |= bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
        index += 1
      }
      if high & 0x8080_8080_8080_8080 != 0 { return false }
    }
    for byte in bytes[(wordCount * 8)...] where byte >= 0x80 { return false }
    return true
  }

  /// Whether `bytes` are UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// The offset of the first `byte` at or after `start`, or nil.
  static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// How often U+FFFD occurs.
  static func replacementCharacters(in bytes: [UInt8]) -> Int {
    var count = 0
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { count += 1 }
      index += 1
    }
    return count
  }
}

extension UTF8Scan {
  /// The code point that begins at `index` in `bytes`, and the index behind it. Bytes that are no UTF-8 are taken one
  /// by one for U+FFFD.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, next: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), index + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, index + length <= bytes.count else { return (0xFFFD, index + 1) }
    var code = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, index + 1) }
      code = code << 6 | UInt32(byte & 0x3F)
    }
    return (code, index + length)
  }
}

extension UTF8Scan {
  /// `text` without control characters (C0 and C1) other than tab, line feed, form feed and carriage return.
  ///
  /// An HTML parser would put U+FFFD in their place, where a browser shows nothing.
  static func withoutControls(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.withUnsafeBufferPointer { bytes in
      var kept: [UInt8] = []
      var start = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        let length: Int
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D: length = 0
        case 0..<0x20, 0x7F: length = 1
        case 0xC2 where index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1]): length = 2
        default: length = 0
        }
        if length > 0 {
          kept += bytes[start..<index]
          start = index + length
        }
        index += max(length, 1)
      }
      guard start > 0 else { return text }
      kept += bytes[start...]
      return kept[...]
    }
  }
}
