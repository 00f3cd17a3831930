import Annotations

/// Finds where paragraphs begin, among tokens.
///
/// A blank line always ends a paragraph. A single line break ends one too, as in articles with one paragraph a line,
/// except where the line was only wrapped:
///
/// - in a block of lines of at most a hundred code points, each of which was broken because the next word would not have
///   fitted within the width at which the text is wrapped (``WrapWidth``), or, in a block of three or more, within the
///   longest of them;
/// - before a small letter, where the line before it began with a capital and did not end like a sentence.
struct ParagraphBreaks {
  /// For each token whether a paragraph begins with it; true for the first.
  private(set) var starts: [Bool]

  private struct Line {
    var first: Int
    /// Code points.
    var length: Int
    /// Code points of the first word.
    var word: Int
    /// Line breaks before the line; two or more stand for a blank line.
    var breaks: Int
  }

  init(_ tokens: [Token], in document: Document) {
    let bytes = document.bytes
    starts = [Bool](repeating: false, count: tokens.count)
    guard !tokens.isEmpty else { return }
    starts[0] = true
    let lines = Self.lines(tokens, bytes)
    let blocks = Self.blocks(lines)
    let width = blocks.contains { $0.count > 1 } ? WrapWidth.width(of: document) : nil
    for block in blocks {
      let block = lines[block]
      starts[block[block.startIndex].first] = true
      let longest = block.lazy.map(\.length).max() ?? 0
      let isWrapped =
        block.count > 2 && Self.isWrapped(block, longest) || width.map { Self.isWrapped(block, $0) } ?? false
      for (line, next) in zip(block, block.dropFirst()) where !isWrapped {
        starts[next.first] = !Self.continues(tokens, next.first, lineBefore: line.first, bytes)
      }
    }
  }

  /// The lines between blank lines, as ranges of `lines`.
  private static func blocks(_ lines: [Line]) -> [Range<Int>] {
    let starts = lines.indices.filter { lines[$0].breaks >= 2 }
    return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
  }

  private static func lines(_ tokens: [Token], _ bytes: [UInt8]) -> [Line] {
    var firsts = [(token: 0, breaks: 2)]
    for index in tokens.indices.dropFirst() where tokens[index].flags.contains(.afterSpace) {
      let breaks = lineBreaks(in: bytes, tokens[index - 1].end, tokens[index].start)
      if breaks > 0 { firsts.append((index, breaks)) }
    }
    return zip(firsts, firsts.dropFirst().map(\.token) + [tokens.count]).map { first, end in
      let word = tokens[(first.token + 1)..<end].firstIndex { $0.flags.contains(.afterSpace) } ?? end
      let start = tokens[first.token].start
      return Line(
        first: first.token, length: WrapWidth.length(bytes, start, tokens[end - 1].end),
        word: WrapWidth.length(bytes, start, tokens[word - 1].end), breaks: first.breaks)
    }
  }

  /// How many line breaks lie in the gap `start..<end`; a paragraph separator counts as two.
  private static func lineBreaks(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var count = 0
    var offset = start
    while offset < end {
      switch bytes[offset] {
      case 0x0A, 0x0B, 0x0C: count += 1
      case 0x0D where !(offset + 1 < end && bytes[offset + 1] == 0x0A): count += 1
      case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
        if bytes[offset + 2] == 0xA8 { count += 1 }
        if bytes[offset + 2] == 0xA9 { count += 2 }
      default: break
      }
      offset += 1
    }
    return count
  }

  /// Whether each of the lines but the last was broken because the next word would not have fitted within `width` code
  /// points.
  private static func isWrapped(_ lines: ArraySlice<Line>, _ width: Int) -> Bool {
    WrapWidth.possible.contains(width)
      && zip(lines, lines.dropFirst()).allSatisfy { line, next in
        line.length <= width && line.length + 1 + next.word > width
      }
  }

  /// Whether the line that begins with the token `first` goes on with the sentence of the line before it.
  private static func continues(_ tokens: [Token], _ first: Int, lineBefore: Int, _ bytes: [UInt8]) -> Bool {
    guard tokens[first].flags.contains(.lowerCase), tokens[lineBefore].flags.contains(.capitalised) else {
      return false
    }
    let last = tokens[first - 1]
    return !last.flags.contains(.punctuation) || bytes[last.start] == UInt8(ascii: ",") || bytes[last.start] == 0x2D
  }
}
