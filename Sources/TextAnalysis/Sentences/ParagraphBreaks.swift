import Annotations

/// Finds where paragraphs begin, among tokens.
///
/// A blank line always ends a paragraph. A single line break ends one too, as in articles with one paragraph a line,
/// except where the line was only wrapped:
///
/// - in a block of lines of at most a hundred bytes, each of which was broken because the next word would not have
///   fitted within the longest of the block, if that is so two times or more, or within the longest of all blocks of
///   several lines, if that is so two times or more in the text;
/// - before a small letter, where the line before it began with a capital and did not end like a sentence.
struct ParagraphBreaks {
  /// For each token whether a paragraph begins with it; true for the first.
  private(set) var starts: [Bool]

  private struct Line {
    var first: Int
    var length: Int
    /// Line breaks before the line; two or more stand for a blank line.
    var breaks: Int
  }

  init(_ tokens: [Token], in bytes: [UInt8]) {
    starts = [Bool](repeating: false, count: tokens.count)
    guard !tokens.isEmpty else { return }
    starts[0] = true
    let lines = Self.lines(tokens, bytes)
    let blocks = Self.blocks(lines)
    let width = blocks.lazy.filter { $0.count > 1 }.flatMap { lines[$0] }.map(\.length).max() ?? 0
    let breaks = blocks.lazy.filter { Self.isWrapped(lines[$0], width, tokens) }.reduce(0) { $0 + $1.count - 1 }
    for block in blocks {
      let block = lines[block]
      starts[block[block.startIndex].first] = true
      let longest = block.lazy.map(\.length).max() ?? 0
      let isWrapped =
        block.count > 2 && Self.isWrapped(block, longest, tokens)
        || breaks > 1 && Self.isWrapped(block, width, tokens)
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
    var lines = [Line(first: 0, length: 0, breaks: 2)]
    for index in tokens.indices {
      if index > 0, tokens[index].flags.contains(.afterSpace) {
        let breaks = lineBreaks(in: bytes, tokens[index - 1].end, tokens[index].start)
        if breaks > 0 { lines.append(Line(first: index, length: 0, breaks: breaks)) }
      }
      lines[lines.count - 1].length = tokens[index].end - tokens[lines[lines.count - 1].first].start
    }
    return lines
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

  /// Whether each of the lines but the last was broken because the next word would not have fitted within `width`
  /// bytes.
  private static func isWrapped(_ lines: ArraySlice<Line>, _ width: Int, _ tokens: [Token]) -> Bool {
    (50...100).contains(width)
      && zip(lines, lines.dropFirst()).allSatisfy { line, next in
        line.length <= width && line.length + 1 + tokens[next.first].length > width
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
