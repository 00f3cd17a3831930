import Glibc

/// Exact search for a string of bytes.
enum ByteSearch {
  /// The offsets at which `words` occurs in `bytes`, overlapping occurrences included; none for empty `words`.
  static func occurrences(of words: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard let first = words.first, words.count <= bytes.count else { return [] }
    var found: [Int] = []
    bytes.withUnsafeBytes { text in
      words.withUnsafeBytes { words in
        guard let textBase = text.baseAddress, let wordsBase = words.baseAddress else { return }
        let last = text.count - words.count
        var offset = 0
        while offset <= last, let hit = memchr(textBase + offset, Int32(first), last - offset + 1) {
          offset = UnsafeRawPointer(hit) - textBase
          if memcmp(textBase + offset, wordsBase, words.count) == 0 { found.append(offset) }
          offset += 1
        }
      }
    }
    return found
  }
}
