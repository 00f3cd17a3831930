/// Where the lines of a text begin.
///
/// A block is what the reader wraps as one paragraph: a line up to and including its line break (LF, CRLF or CR), or,
/// where a line is longer than ``maximumLength``, a piece of it. So the work to show any place of any text is bounded.
public struct BlockIndex: Sendable {
  /// One block, in UTF-8 offsets.
  public struct Block: Hashable, Sendable {
    /// All of it, with the line break.
    public let span: Span
    /// What there is to read, without the line break.
    public let content: Span
  }

  /// No block is longer than this many bytes, line break excluded.
  public static let maximumLength = 16_384

  private let starts: [UInt32]
  private let length: Int

  /// Finds the lines of `bytes`.
  init(_ bytes: [UInt8]) {
    length = bytes.count
    starts = bytes.withUnsafeBytes(Self.starts)
    text = bytes
  }

  /// The same storage as the document's, to see where line breaks begin.
  private let text: [UInt8]

  /// Number of blocks; at least one, also for an empty text.
  public var count: Int { starts.count }

  /// The block numbered `index` from 0.
  public subscript(index: Int) -> Block {
    let start = Int(starts[index])
    let end = index + 1 < starts.count ? Int(starts[index + 1]) : length
    var contentEnd = end
    if contentEnd > start, text[contentEnd - 1] == 0x0A { contentEnd -= 1 }
    if contentEnd > start, text[contentEnd - 1] == 0x0D { contentEnd -= 1 }
    return Block(span: Span(start, end), content: Span(start, contentEnd))
  }

  /// The number of the block that holds the UTF-8 offset `offset`; the last one for the end of the text.
  public func index(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func starts(_ bytes: UnsafeRawBufferPointer) -> [UInt32] {
    precondition(bytes.count < Int(UInt32.max), "a text of 4 GB cannot be indexed")
    var starts: [UInt32] = [0]
    // Most texts have no CR; then memchr does all the work.
    var nextReturn = UTF8Scan.first(0x0D, in: bytes)
    var nextFeed = UTF8Scan.first(0x0A, in: bytes)
    var start = 0
    while start < bytes.count {
      let contentEnd: Int
      let end: Int
      switch (nextReturn, nextFeed) {
      case (let carriage?, let feed) where carriage < feed ?? .max:
        contentEnd = carriage
        end = carriage + 1 == feed ? carriage + 2 : carriage + 1
      case (_, let feed?):
        contentEnd = feed
        end = feed + 1
      default:
        contentEnd = bytes.count
        end = bytes.count
      }
      appendPieces(of: start..<contentEnd, in: bytes, to: &starts)
      if end < bytes.count { starts.append(UInt32(end)) }
      if let carriage = nextReturn, carriage < end { nextReturn = UTF8Scan.first(0x0D, in: bytes, from: end) }
      if let feed = nextFeed, feed < end { nextFeed = UTF8Scan.first(0x0A, in: bytes, from: end) }
      start = end
    }
    return starts
  }

  /// Cuts a long line behind a space if there is one in the last quarter of a piece, else between code points.
  private static func appendPieces(of line: Range<Int>, in bytes: UnsafeRawBufferPointer, to starts: inout [UInt32]) {
    var start = line.lowerBound
    while line.upperBound - start > maximumLength {
      var cut = start + maximumLength
      let earliest = start + maximumLength * 3 / 4
      var space = cut
      while space > earliest, bytes[space - 1] != 0x20 { space -= 1 }
      if space > earliest {
        cut = space
      } else {
        while cut > earliest, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      }
      starts.append(UInt32(cut))
      start = cut
    }
  }
}
