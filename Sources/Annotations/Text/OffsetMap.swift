/// Converts between UTF-8 offsets and the units that people and other programs count in.
///
/// It keeps a count every 256 bytes and walks from there, so that a conversion takes about a microsecond in a
/// text of any length. In ASCII text code points, UTF-16 units and bytes agree and nothing is kept.
public struct OffsetMap: Sendable {
  private struct Mark {
    var codePoints: UInt32
    var utf16: UInt32
  }

  /// Bytes between two kept counts.
  static let stride = 256

  private let bytes: [UInt8]
  private let marks: [Mark]

  /// Makes the map for `document`, in one pass over its text.
  public init(_ document: Document) {
    bytes = document.bytes
    guard !document.isASCII else {
      marks = []
      return
    }
    var marks: [Mark] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var codePoints: UInt32 = 0
    var utf16: UInt32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
        marks.append(Mark(codePoints: codePoints, utf16: utf16))
        // Counting what does not begin a code point lets the compiler take many bytes at once.
        let piece = bytes[start..<min(start + Self.stride, bytes.count)]
        var continuations: UInt32 = 0
        var longOnes: UInt32 = 0
        for byte in piece {
          continuations &+= byte & 0xC0 == 0x80 ? 1 : 0
          longOnes &+= byte >= 0xF0 ? 1 : 0
        }
        codePoints += UInt32(piece.count) - continuations
        utf16 += UInt32(piece.count) - continuations + longOnes
      }
    }
    self.marks = marks
  }

  /// Number of code points before the UTF-8 offset `offset`.
  public func codePoints(atUTF8 offset: Int) -> Int { count(before: offset).codePoints }

  /// Number of UTF-16 units before the UTF-8 offset `offset`.
  public func utf16(atUTF8 offset: Int) -> Int { count(before: offset).utf16 }

  private func count(before offset: Int) -> (codePoints: Int, utf16: Int) {
    guard !marks.isEmpty, offset > 0 else { return (offset, offset) }
    let mark = min(offset / Self.stride, marks.count - 1)
    var codePoints = Int(marks[mark].codePoints)
    var utf16 = Int(marks[mark].utf16)
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes[(mark * Self.stride)..<offset] where byte & 0xC0 != 0x80 {
        codePoints += 1
        utf16 += byte >= 0xF0 ? 2 : 1
      }
    }
    return (codePoints, utf16)
  }

  /// The UTF-8 offset of the code point numbered `count` from 0, or nil beyond the end of the text.
  public func utf8(atCodePoint count: Int) -> Int? {
    guard count >= 0 else { return nil }
    guard !marks.isEmpty else { return count <= bytes.count ? count : nil }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(marks[middle].codePoints) <= count { low = middle } else { high = middle }
    }
    var passed = Int(marks[low].codePoints)
    var offset = low * Self.stride
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if passed == count { return offset }
        passed += 1
      }
      offset += 1
    }
    return passed == count ? bytes.count : nil
  }

  /// `span` in code points.
  public func codePoints(_ span: Span) -> Range<Int> {
    codePoints(atUTF8: span.start)..<codePoints(atUTF8: span.end)
  }

  /// The UTF-8 span of a range of code points, or nil when it does not lie within the text.
  public func span(codePoints range: Range<Int>) -> Span? {
    guard let start = utf8(atCodePoint: range.lowerBound), let end = utf8(atCodePoint: range.upperBound) else {
      return nil
    }
    return Span(start, end)
  }
}
