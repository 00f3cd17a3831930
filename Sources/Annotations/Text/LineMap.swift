/// Finds the lines and columns of UTF-8 offsets, for people and editors.
///
/// It keeps where each line begins, so that a conversion takes about a microsecond in a text of any length.
public struct LineMap: Sendable {
  /// A place as people name it.
  public struct LineColumn: Hashable, Sendable, CustomStringConvertible {
    /// Line, counted from 1. LF, CRLF and CR end a line.
    public let line: Int
    /// Column in code points, counted from 1.
    public let column: Int

    /// `line:column`
    public var description: String { "\(line):\(column)" }
  }

  private let starts: [UInt32]
  private let offsets: OffsetMap

  /// Makes the map for `document`, in one pass over its blocks; `offsets` is the map of the same document.
  public init(_ document: Document, offsets: OffsetMap) {
    self.offsets = offsets
    var starts: [UInt32] = [0]
    // A long line has several blocks; only the last of them ends with a line break.
    for index in 0..<document.blocks.count {
      let block = document.blocks[index]
      if block.content.end < block.span.end { starts.append(UInt32(block.span.end)) }
    }
    self.starts = starts
  }

  /// Line and column of the UTF-8 offset `offset`.
  public func lineColumn(atUTF8 offset: Int) -> LineColumn {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    let column = offsets.codePoints(atUTF8: offset) - offsets.codePoints(atUTF8: Int(starts[low])) + 1
    return LineColumn(line: low + 1, column: column)
  }
}
