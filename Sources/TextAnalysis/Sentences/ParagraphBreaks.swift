import Annotations

/// Finds where paragraphs begin, among tokens.
///
/// A blank line always ends a paragraph. A single line break ends one too, as in articles with one paragraph a line,
/// except where the line was only wrapped:
///
/// - in a block of three or more lines of at most a hundred bytes, each of which was broken because the next word would
///   not have fitted within the longest of them;
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
    var block = 0
    while block < lines.count {
      var next = block + 1
      while next < lines.count, lines[next].breaks < 2 { next += 1 }
      starts[lines[block].first] = true
      let isWrapped = Self.isWrapped(lines[block..<next], tokens)
      for index in (block + 1)..<max(next, block + 1) where !isWrapped {
        let first = lines[index].first
        starts[first] = !Self.continues(tokens, first, lineBefore: lines[index - 1].first, bytes)
      }
      block = next
    }
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

  private static func isWrapped(_ lines: ArraySlice<Line>, _ tokens: [Token]) -> Bool {
    let longest = lines.lazy.map(\.length).max() ?? 0
    guard lines.count >= 3, longest >= 50, longest <= 100 else { return false }
    return zip(lines, lines.dropFirst()).allSatisfy { line, next in
      line.length + 1 + tokens[next.first].length > longest
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
