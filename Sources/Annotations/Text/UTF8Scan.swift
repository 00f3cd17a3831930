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
