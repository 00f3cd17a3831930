import Annotations

/// Breaks an article into rows, with the marks of its mentions between the text.
///
/// Blocks are laid out one by one when they are needed, so that the work depends on the window and not on the text.
struct TextLayout: Sendable {
  let document: Document
  let width: Int
  /// Mentions in reading order.
  private let combined: CombinedLayer
  private let marks: @Sendable (Mention) -> (before: String, after: String)?
  /// The first and last block to show.
  let blocks: ClosedRange<Int>
  /// Whether an empty row is put behind each paragraph.
  private let separatesParagraphs: Bool
  private let known = LineCache()

  /// Columns between tab stops.
  static let tabWidth = 4

  /// Prepares to lay out `document`.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - combined: Its mentions.
  ///   - width: Cells in a row, at least 1.
  ///   - marks: What stands around a mention; nil for one that is not shown.
  init(
    _ document: Document, _ combined: CombinedLayer, width: Int,
    marks: @escaping @Sendable (Mention) -> (before: String, after: String)?
  ) {
    self.document = document
    self.combined = combined
    self.width = max(1, width)
    self.marks = marks
    let body = document.metadata.body
    let first = document.blocks.index(containing: body.start)
    blocks = first...max(first, document.blocks.index(containing: max(body.start, body.end - 1)))
    separatesParagraphs = Self.hasParagraphsWithoutGaps(document, blocks)
  }

  /// Whether an article has one paragraph a line and no empty lines between: a wall of text when shown as it is. Lines
  /// that somebody has broken to fit a page are not meant.
  private static func hasParagraphsWithoutGaps(_ document: Document, _ blocks: ClosedRange<Int>) -> Bool {
    var count = 0
    var length = 0
    for block in blocks.prefix(60) {
      let content = document.blocks[block].content
      if content.isEmpty {
        // An empty line at the very end, or before the first paragraph, separates nothing.
        if count > 0, block < blocks.upperBound { return false }
        continue
      }
      count += 1
      length += content.length
    }
    return count > 1 && length / count > 100
  }

  /// Whether an empty row belongs behind `block`.
  private func hasSpacer(behind block: Int) -> Bool {
    guard separatesParagraphs, block < blocks.upperBound else { return false }
    let here = document.blocks[block]
    // A piece of a longer line is no paragraph.
    return here.content.end < here.span.end && !document.blocks[block + 1].content.isEmpty
  }

  // MARK: - Rows

  /// The rows of a block; at least one.
  func lines(ofBlock block: Int) -> [VisualLine] { known.lines(ofBlock: block) { makeLines(ofBlock: block) } }

  private func makeLines(ofBlock block: Int) -> [VisualLine] {
    let content = document.blocks[block].content
    let start = max(content.start, min(document.metadata.body.start, content.end))
    let mentions = combined.overlapping(Span(start, content.end + 1))
    let elements = elements(in: Span(start, content.end), mentions)
    var lines: [VisualLine] = []
    var first = 0
    while first < elements.count {
      let end = Self.endOfRow(elements, from: first, width: width)
      var row = Array(elements[first..<end])
      Self.settleTabs(&row)
      let rowStart = lines.isEmpty ? start : row[0].offset
      let rowEnd = end < elements.count ? elements[end].offset : content.end
      let span = Span(min(rowStart, rowEnd), rowEnd)
      lines.append(VisualLine(block: block, index: lines.count, span: span, elements: row, mentions: mentions))
      first = end
    }
    if lines.isEmpty { lines.append(VisualLine(block: block, index: 0, span: Span(start, content.end), elements: [])) }
    if hasSpacer(behind: block) {
      let end = Span(content.end, content.end)
      lines.append(VisualLine(block: block, index: lines.count, span: end, elements: [], isSpacer: true))
    }
    return lines
  }

  /// The row that shows the UTF-8 offset `offset`, or the nearest.
  func line(containing offset: Int) -> VisualLine {
    let block = min(max(document.blocks.index(containing: offset), blocks.lowerBound), blocks.upperBound)
    let lines = lines(ofBlock: block)
    return lines.last { $0.span.start <= offset && !$0.isSpacer } ?? lines[0]
  }

  /// The row below `line`, or nil at the end of the article.
  func line(after line: VisualLine) -> VisualLine? {
    let lines = lines(ofBlock: line.block)
    if line.index + 1 < lines.count { return lines[line.index + 1] }
    guard line.block < blocks.upperBound else { return nil }
    return self.lines(ofBlock: line.block + 1).first
  }

  /// The row above `line`, or nil at the start of the article.
  func line(before line: VisualLine) -> VisualLine? {
    let lines = lines(ofBlock: line.block)
    if line.index > 0, line.index <= lines.count { return lines[line.index - 1] }
    guard line.block > blocks.lowerBound else { return nil }
    return self.lines(ofBlock: line.block - 1).last
  }

  /// The row `count` rows below `line`, or above it where `count` is negative; the last there is at the ends.
  func line(_ count: Int, from line: VisualLine) -> VisualLine {
    var rows = lines(ofBlock: line.block)
    var block = line.block
    var index = line.index + count
    // Block by block, so that none is laid out twice.
    while index < 0, block > blocks.lowerBound {
      block -= 1
      rows = lines(ofBlock: block)
      index += rows.count
    }
    while index >= rows.count, block < blocks.upperBound {
      index -= rows.count
      block += 1
      rows = lines(ofBlock: block)
    }
    return rows[min(max(0, index), rows.count - 1)]
  }

  /// How many rows `line` lies below `top`; negative above it; nil when it is further than `limit`.
  func distance(from top: VisualLine, to line: VisualLine, limit: Int) -> Int? {
    guard top.block != line.block else { return line.index - top.index }
    let (upper, lower) = top.block < line.block ? (top, line) : (line, top)
    var rows = lines(ofBlock: upper.block).count - upper.index
    var block = upper.block + 1
    while block < lower.block, rows <= limit {
      rows += lines(ofBlock: block).count
      block += 1
    }
    rows += lower.index
    guard rows <= limit else { return nil }
    return top.block < line.block ? rows : -rows
  }

  /// Rows from `line` on, as many as fit into `height` and exist.
  func lines(from line: VisualLine, height: Int) -> [VisualLine] {
    var rows = Array(lines(ofBlock: line.block).dropFirst(line.index).prefix(height))
    var block = line.block + 1
    while rows.count < height, block <= blocks.upperBound {
      rows += lines(ofBlock: block).prefix(height - rows.count)
      block += 1
    }
    return rows
  }

  // MARK: - Items

  /// The text of `span` with the marks of the mentions that begin or end in it.
  private func elements(in span: Span, _ mentions: [Mention]) -> [LineElement] {
    var openers: [(offset: Int, mention: Int, text: String)] = []
    var closers: [(offset: Int, mention: Int, text: String)] = []
    for (index, mention) in mentions.enumerated() {
      guard let (before, after) = marks(mention) else { continue }
      if !before.isEmpty, mention.span.start >= span.start { openers.append((mention.span.start, index, before)) }
      if !after.isEmpty, mention.span.end <= span.end { closers.append((mention.span.end, index, after)) }
    }
    // What was opened last is closed first.
    closers.sort { ($0.offset, -$0.mention) < ($1.offset, -$1.mention) }
    var elements: [LineElement] = []
    elements.reserveCapacity(span.length)
    var nextOpener = 0
    var nextCloser = 0
    func place(before offset: Int) {
      while nextCloser < closers.count, closers[nextCloser].offset <= offset {
        let closer = closers[nextCloser]
        Self.append(closer.text, of: closer.mention, at: closer.offset, isBefore: false, to: &elements)
        nextCloser += 1
      }
      while nextOpener < openers.count, openers[nextOpener].offset <= offset {
        let opener = openers[nextOpener]
        Self.append(opener.text, of: opener.mention, at: opener.offset, isBefore: true, to: &elements)
        nextOpener += 1
      }
    }
    var previous: Cluster?
    for cluster in Clusters(document.bytes[span.range]) {
      if nextCloser < closers.count || nextOpener < openers.count { place(before: cluster.start) }
      if let previous, previous.end == cluster.start, Self.mayBreak(between: previous, cluster) {
        Self.allowBreak(&elements)
      }
      elements.append(
        LineElement(
          kind: .text(cluster), cells: cluster.cells, offset: cluster.start, allowsBreakAfter: cluster.isSpace,
          clingsToPrevious: false, clingsToNext: false))
      previous = cluster
    }
    place(before: span.end)
    return elements
  }

  private static func append(
    _ text: String, of mention: Int, at offset: Int, isBefore: Bool, to elements: inout [LineElement]
  ) {
    for cluster in Clusters(text) {
      elements.append(
        LineElement(
          kind: .mark(cluster.glyph, of: mention), cells: cluster.cells, offset: offset, allowsBreakAfter: false,
          clingsToPrevious: !isBefore, clingsToNext: isBefore))
    }
  }

  /// Besides at spaces a line may be broken behind a hyphen or dash inside a word, and around wide characters, whose
  /// scripts do not separate words. What closes does not begin a line, what opens does not end one.
  private static func mayBreak(between left: Cluster, _ right: Cluster) -> Bool {
    if left.isSpace || right.isSpace { return false }
    let (a, b) = (left.glyph.base, right.glyph.base)
    switch a {
    case "—": return true
    case "-", "–", "/": return b.properties.isAlphabetic
    default: break
    }
    guard left.cells == 2 || right.cells == 2 else { return false }
    let closing = "、。，．：；？！）］｝」』】〉》〕…,.;:!?)]}”’".unicodeScalars
    let opening = "（［｛「『【〈《〔([{“‘".unicodeScalars
    return !closing.contains(b) && !opening.contains(a)
  }

  /// Marks stand between two parts of the text: the break goes before the openers, behind the closers.
  private static func allowBreak(_ elements: inout [LineElement]) {
    var index = elements.count - 1
    while index >= 0, elements[index].clingsToNext { index -= 1 }
    if index >= 0 { elements[index].allowsBreakAfter = true }
  }

  // MARK: - Breaking

  /// Just past the last element of the row that begins with the element `first`.
  private static func endOfRow(_ elements: [LineElement], from first: Int, width: Int) -> Int {
    var column = 0
    var lastBreak: Int?
    var index = first
    while index < elements.count {
      let element = elements[index]
      if isSpace(element) {
        // Spaces hang over the end of a row.
        column += isTab(element) ? tabWidth - column % tabWidth : element.cells
        lastBreak = afterClosers(elements, index + 1)
        index += 1
        continue
      }
      if column + element.cells > width {
        if let lastBreak, lastBreak > first { return lastBreak }
        return hardBreak(elements, first, index)
      }
      column += element.cells
      index += 1
      if element.allowsBreakAfter { lastBreak = afterClosers(elements, index) }
    }
    return elements.count
  }

  /// A break at `index` moves behind the marks that cling to what stands before it.
  private static func afterClosers(_ elements: [LineElement], _ index: Int) -> Int {
    var index = index
    while index < elements.count, elements[index].clingsToPrevious { index += 1 }
    return index
  }

  /// A word longer than a row is cut; a mark takes the text it clings to along.
  private static func hardBreak(_ elements: [LineElement], _ first: Int, _ index: Int) -> Int {
    var cut = index
    while cut > first + 1, elements[cut].clingsToPrevious || elements[cut - 1].clingsToNext { cut -= 1 }
    if cut <= first + 1, elements[min(index, elements.count - 1)].clingsToPrevious { cut = index }
    return max(cut, first + 1)
  }

  private static func isSpace(_ element: LineElement) -> Bool {
    if case .text(let cluster) = element.kind { cluster.isSpace } else { false }
  }

  private static func isTab(_ element: LineElement) -> Bool {
    if case .text(let cluster) = element.kind { cluster.isTab } else { false }
  }

  private static func settleTabs(_ elements: inout [LineElement]) {
    var column = 0
    for index in elements.indices {
      if isTab(elements[index]) { elements[index].cells = tabWidth - column % tabWidth }
      column += elements[index].cells
    }
  }
}
