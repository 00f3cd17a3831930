import Annotations

/// The width at which the lines of a text are wrapped, if they are.
///
/// It is that of the longest line among those with others above or below them, none longer than a hundred code points,
/// provided that three line breaks or more, and most of all, stand where the next word would not have fitted. What the
/// beginning of the text shows counts for all of it, so that a part of it is read as the whole is.
enum WrapWidth {
  /// Widths that are thought possible, in code points.
  static let possible = 50...100
  /// How much of the text is looked at, in bytes.
  private static let reach = 1 << 16

  /// The width of `document`, in code points; nil where its lines are not wrapped.
  static func width(of document: Document) -> Int? {
    let body = document.metadata.body
    let bytes = document.bytes[body.start..<min(body.end, body.start + reach)]
    var blocks: [[(length: Int, word: Int)]] = [[]]
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let words = line.split { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
      guard let first = words.first, let last = words.last else {
        if blocks.last?.isEmpty == false { blocks.append([]) }
        continue
      }
      let word = length(document.bytes, first.startIndex, first.endIndex)
      blocks[blocks.count - 1].append((length(document.bytes, first.startIndex, last.endIndex), word))
    }
    let wrapped = blocks.filter { $0.count > 1 && $0.allSatisfy { $0.length <= possible.upperBound } }
    let width = wrapped.lazy.joined().map(\.length).max() ?? 0
    let breaks = wrapped.flatMap { Array(zip($0, $0.dropFirst())) }
    let forced = breaks.filter { line, next in line.length + 1 + next.word > width }.count
    return possible.contains(width) && forced >= 3 && forced * 2 > breaks.count ? width : nil
  }

  /// The code points in `start..<end`.
  static func length(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }
}
