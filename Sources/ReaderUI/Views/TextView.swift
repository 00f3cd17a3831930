import Annotations

/// The text of an article with its mentions.
struct TextView {
  private let state: ReaderState
  private let record: ArticleRecord
  private let reading: Reading
  private let styles: StyleSheet
  private let target: Target?
  /// The mentions of the entity that is selected.
  private let sameEntity: Set<Mention.ID>

  static func draw(_ state: ReaderState, _ record: ArticleRecord, _ geometry: Geometry, _ canvas: inout Canvas) {
    let area = geometry.measure(state.settings)
    guard let reading = state.readings[record.path], let layout = state.layout(record.path) else {
      let words =
        switch record.stage {
        case .failed(let reason): "Cannot read \(record.path.fileName): \(reason)"
        default: "Reading \(record.path.fileName)…"
        }
      canvas.draw(words, row: area.row + 1, column: area.column, style: state.styles.inactive, cells: area.columns)
      canvas.setCursor(row: area.row + 1, column: area.column)
      return
    }
    let view = TextView(state: state, record: record, reading: reading)
    view.draw(layout, area, &canvas)
  }

  private init(state: ReaderState, record: ArticleRecord, reading: Reading) {
    self.state = state
    self.record = record
    self.reading = reading
    styles = state.styles
    target = state.target(in: record.path)
    if case .mention(let mention)? = target, let group = record.entities?.group(of: mention.id) {
      sameEntity = Set(group.mentions.map(\.id)).subtracting([mention.id])
    } else {
      sameEntity = []
    }
  }

  private func draw(_ layout: TextLayout, _ area: Rectangle, _ canvas: inout Canvas) {
    let lines = layout.lines(from: layout.line(containing: reading.top), height: area.rows)
    let matches = searchMatches(lines)
    var row = area.row
    let end = area.row + area.rows
    for line in lines where row < end {
      draw(line, row: row, area, matches, &canvas)
      row += 1
      guard state.settings.showsLanes,
        line.span.contains(reading.cursor.start) || isLast(line, at: reading.cursor.start)
      else { continue }
      for lane in lanes(of: line, atMost: area.rows) where row < end {
        drawLane(lane, of: line, row: row, area, &canvas)
        row += 1
      }
    }
    if lines.isEmpty || record.document?.metadata.body.isEmpty == true {
      canvas.draw("(empty)", row: area.row, column: area.column, style: styles.inactive, cells: area.columns)
      canvas.setCursor(row: area.row, column: area.column)
    }
    drawJumpLabels(lines, area, &canvas)
  }

  private func isLast(_ line: VisualLine, at offset: Int) -> Bool { line.span.end == offset && line.span.isEmpty }

  // MARK: - Rows

  private func draw(
    _ line: VisualLine, row: Int, _ area: Rectangle, _ matches: [Span], _ canvas: inout Canvas
  ) {
    let probe = Span(line.span.start, max(line.span.end, line.span.start + 1))
    let mentions = record.combined.overlapping(probe).filter { state.isShown($0) }
    var column = area.column
    let limit = area.column + area.columns
    let edges = edges(mentions, matches)
    // The style is worked out where it can change, which is far from every cell.
    var style = styles.page
    var nextEdge = edges.startIndex
    var isStyled = false
    for element in line.elements {
      guard column + element.cells <= limit else { break }
      switch element.kind {
      case .text(let cluster):
        if !isStyled || nextEdge < edges.endIndex && edges[nextEdge] <= cluster.start {
          style = self.style(at: cluster.start, mentions, matches)
          isStyled = true
          while nextEdge < edges.endIndex, edges[nextEdge] <= cluster.start { nextEdge += 1 }
        }
        let cell = Cell(cluster.glyph, style, width: cluster.cells, offset: cluster.start)
        if cluster.isTab {
          for place in 0..<element.cells { canvas.put(cell, row: row, column: column + place) }
        } else {
          canvas.put(cell, row: row, column: column)
        }
        if cluster.start == reading.cursor.start { canvas.setCursor(row: row, column: column) }
      case .mark(let glyph, let mention):
        canvas.put(Cell(glyph, markStyle(line.mentions[mention]), width: element.cells), row: row, column: column)
      }
      column += element.cells
    }
    if line.span.isEmpty, line.span.start == reading.cursor.start { canvas.setCursor(row: row, column: area.column) }
    drawGutter(line, mentions, row: row, column: area.column - 1, &canvas)
  }

  /// Where the style of the text can change, in order.
  private func edges(_ mentions: [Mention], _ matches: [Span]) -> [Int] {
    var edges = Set((mentions.map(\.span) + matches).flatMap { [$0.start, $0.end] })
    if let span = target?.span { edges.formUnion([span.start, span.end]) }
    return edges.sorted()
  }

  private func style(at offset: Int, _ mentions: [Mention], _ matches: [Span]) -> Style {
    let around = mentions.filter { $0.span.contains(offset) }
    var style = styles.text(
      in: around.map { mention in
        StyleSheet.Surrounding(
          slot: state.labels[mention.label].slot, status: mention.status, isSameEntity: sameEntity.contains(mention.id))
      })
    if matches.contains(where: { $0.contains(offset) }) {
      style = Style(
        styles.searchMatch.foreground, on: styles.searchMatch.background,
        style.attributes.union(styles.searchMatch.attributes))
    }
    if let span = target?.span, span.contains(offset) { style = styles.selected(style) }
    return style
  }

  private func markStyle(_ mention: Mention) -> Style {
    let slot = state.labels[mention.label].slot
    var style: Style
    if styles.markers == .letters, mention.status != .rejected {
      style = styles.chip(slot)
    } else {
      style = styles.text(in: [
        StyleSheet.Surrounding(slot: slot, status: mention.status, isSameEntity: sameEntity.contains(mention.id))
      ])
      style.attributes.remove(.underline)
    }
    if case .mention(let current)? = target, current.id == mention.id {
      style.attributes.formSymmetricDifference(.reverse)
    }
    return style
  }

  /// One sign before the row: mentions that cross, three deep, a note, another mention of the same entity.
  private func drawGutter(_ line: VisualLine, _ mentions: [Mention], row: Int, column: Int, _ canvas: inout Canvas) {
    var sign: String?
    let starting = mentions.filter { line.span.contains($0.span.start) }
    if starting.contains(where: { sameEntity.contains($0.id) }), styles.depth == .mono { sign = "=" }
    if starting.contains(where: { $0.note != nil }) { sign = "*" }
    let (depth, crosses) = nesting(mentions)
    if depth >= 3 { sign = "\(min(depth, 9))" }
    if crosses { sign = "x" }
    if let sign { canvas.draw(sign, row: row, column: column, style: styles.inactive) }
  }

  /// How deep the mentions of a row lie in each other, and whether some cross; in one pass over them, for a row may have
  /// any number.
  private func nesting(_ mentions: [Mention]) -> (depth: Int, crosses: Bool) {
    var around: [Span] = []
    var depth = 0
    for span in Set(mentions.map(\.span)).sorted() {
      while let last = around.last, last.end <= span.start { around.removeLast() }
      if let last = around.last, span.end > last.end { return (depth, true) }
      around.append(span)
      depth = max(depth, around.count)
    }
    return (depth, false)
  }

  private func searchMatches(_ lines: [VisualLine]) -> [Span] {
    guard !state.searchText.isEmpty, let first = lines.first, let last = lines.last, let document = record.document
    else { return [] }
    // A match that begins above may reach into view.
    let above = max(0, document.blocks.index(containing: first.span.start) - 1)
    let blocks = above..<document.blocks.index(containing: last.span.start) + 1
    let visible = Span(first.span.start, max(first.span.start, last.span.end))
    return TextPattern(typed: state.searchText).spans(in: document, blocks: blocks).filter { $0.overlaps(visible) }
  }

  // MARK: - Lanes

  /// The nested and overlapping mentions of a row, one list for each lane, outermost first.
  private func lanes(of line: VisualLine, atMost limit: Int) -> [[Mention]] {
    let mentions = record.combined.overlapping(line.span).filter { state.isShown($0) }
    let nested = mentions.filter { mention in
      mentions.contains { $0.id != mention.id && $0.span.overlaps(mention.span) }
    }
    var lanes: [[Mention]] = []
    for mention in nested {
      if let free = lanes.firstIndex(where: { !$0.contains { $0.span.overlaps(mention.span) } }) {
        lanes[free].append(mention)
      } else if lanes.count < limit {
        lanes.append([mention])
      }
    }
    return lanes
  }

  private func drawLane(_ lane: [Mention], of line: VisualLine, row: Int, _ area: Rectangle, _ canvas: inout Canvas) {
    for mention in lane {
      let start = max(mention.span.start, line.span.start)
      let end = min(mention.span.end, line.span.end)
      let first = line.column(of: start)
      let last = max(first + 1, line.elements.isEmpty ? first + 1 : lastColumn(line, before: end))
      let width = min(last, area.columns) - first
      guard width > 0 else { continue }
      let name =
        width > mention.label.name.count + 2 ? mention.label.name : String(mention.label.name.prefix(max(0, width - 2)))
      let dashes = max(0, width - 2 - name.count)
      let text =
        width == 1
        ? "│"
        : "╰" + String(repeating: "─", count: dashes / 2) + name + String(repeating: "─", count: dashes - dashes / 2)
          + "╯"
      let style = styles.labelName(state.labels[mention.label].slot, on: styles.page)
      canvas.draw(text, row: row, column: area.column + first, style: style)
    }
  }

  /// The column behind the last text before `offset`.
  private func lastColumn(_ line: VisualLine, before offset: Int) -> Int {
    var column = 0
    var last = 0
    for element in line.elements {
      if case .text(let cluster) = element.kind, cluster.start >= offset { break }
      column += element.cells
      if case .text = element.kind { last = column }
    }
    return last
  }

  // MARK: - Jump labels

  private func drawJumpLabels(_ lines: [VisualLine], _ area: Rectangle, _ canvas: inout Canvas) {
    guard case .jump(let labels) = state.mode else { return }
    for row in area.row..<(area.row + area.rows) {
      canvas.restyle(row: row, columns: area.column..<(area.column + area.columns)) { _ in styles.inactive }
    }
    for (word, letters) in labels.targets where letters.hasPrefix(labels.typed) {
      guard let index = lines.firstIndex(where: { $0.span.contains(word.start) }),
        area.row + index < area.row + area.rows
      else { continue }
      let column = area.column + lines[index].column(of: word.start)
      canvas.draw(
        String(letters.dropFirst(labels.typed.count)), row: area.row + index, column: column,
        style: styles.windowFocus.with(.bold),
        cells: area.column + area.columns - column)
    }
  }
}
