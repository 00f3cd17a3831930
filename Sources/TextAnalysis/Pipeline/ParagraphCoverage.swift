import Annotations

/// Widens a span to paragraph edges, so that a piece of a text gives the same sentences as the whole.
enum ParagraphCoverage {
  /// Lines that may be one wrapped paragraph are looked at this far.
  private static let reach = 64

  /// `span` widened to whole lines, and to whole blocks of lines where these look wrapped.
  static func widened(_ span: Span, in document: Document) -> Span {
    let blocks = document.blocks
    let end = min(span.end, document.bytes.count)
    let start = min(span.start, end)
    var first = blocks.index(containing: start)
    var last = blocks.index(containing: max(start, end - 1))
    var steps = 0
    while first > 0, steps < reach, mayContinue(blocks[first - 1], blocks[first]) {
      first -= 1
      steps += 1
    }
    steps = 0
    while last + 1 < blocks.count, steps < reach, mayContinue(blocks[last], blocks[last + 1]) {
      last += 1
      steps += 1
    }
    // What is not part of the article (front matter) stays outside.
    let body = document.metadata.body
    let widened = Span(blocks[first].span.start, max(blocks[first].span.start, blocks[last].span.end))
    guard body.contains(span) else { return widened }
    return Span(max(widened.start, body.start), max(max(widened.start, body.start), min(widened.end, body.end)))
  }

  /// The part of `whole` that begins at `start` and ends with a paragraph, of about `length` bytes.
  static func piece(from start: Int, of whole: Span, in document: Document, length: Int) -> Span {
    guard whole.end - start > length + length / 4 else { return Span(start, whole.end) }
    let widened = widened(Span(start + length, start + length), in: document)
    return Span(start, min(whole.end, max(widened.end, start + 1)))
  }

  /// Whether two neighbouring lines may belong to one paragraph: neither is empty and the first is not longer than a
  /// wrapped line, or is a piece of a line that was too long for one block.
  private static func mayContinue(_ line: BlockIndex.Block, _ next: BlockIndex.Block) -> Bool {
    guard !line.content.isEmpty, !next.content.isEmpty else { return false }
    return line.content.length <= 100 || line.content.length == line.span.length
  }
}
