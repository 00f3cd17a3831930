import Annotations

/// The mentions that wait for a decision, with the sentence of the one under the cursor.
enum ReviewView {
  static func draw(_ state: ReaderState, _ review: ReviewQueue, _ geometry: Geometry, _ canvas: inout Canvas) {
    let styles = state.styles
    let area = geometry.body
    let lines = review.lines
    if let title = geometry.title {
      let count = review.groups.reduce(0) { $0 + $1.rows.count }
      let groups = review.groups.count
      let more = review.isStale ? "R: more  " : ""
      let counts =
        review.isCollecting
        ? "collecting…"
        : "\(more)\(count.counted("mention"))  \(groups.counted("group"))"
      let end = canvas.draw(counts, row: title.row, endingAt: title.columns - 1, style: styles.inactive)
      var words = title.columns >= 70 ? "Review: undecided mentions, least certain first" : "Review"
      if !review.filter.isEmpty { words += "   only “\(review.filter)”" }
      canvas.draw(words, row: title.row, column: 1, style: styles.page.with(.bold), cells: max(0, end - 3))
    }
    let height = state.reviewHeight
    let isNarrow = area.columns < 60
    if !isNarrow {
      canvas.draw(
        "    Score  Mention                 Label          ×  Context", row: area.row, column: area.column,
        style: styles.inactive, cells: area.columns)
    }
    let first = area.row + (isNarrow ? 0 : 1)
    var cursor = review.cursor
    cursor.scroll(height: height - 1, count: lines.count)
    for offset in 0..<max(0, height - 1) {
      let index = cursor.top + offset
      guard lines.indices.contains(index) else { break }
      draw(lines[index], state, review, row: first + offset, area, isCurrent: index == cursor.row, isNarrow, &canvas)
    }
    canvas.setCursor(row: first + cursor.row - cursor.top, column: area.column)
    if lines.isEmpty, !review.isCollecting {
      let words = review.filter.isEmpty ? "Nothing is undecided in any article   q: back" : "Nothing matches   Esc: all"
      canvas.draw(words, row: first + 1, column: area.column + 2, style: styles.inactive, cells: area.columns - 2)
    }
    drawContext(
      state, review,
      Rectangle(row: area.row + height, column: area.column, rows: area.rows - height, columns: area.columns), &canvas)
  }

  private static func draw(
    _ line: ReviewQueue.Line, _ state: ReaderState, _ review: ReviewQueue, row: Int, _ area: Rectangle, isCurrent: Bool,
    _ isNarrow: Bool, _ canvas: inout Canvas
  ) {
    let style = isCurrent ? state.styles.focus : state.styles.page
    if isCurrent { canvas.fill(Rectangle(row: row, column: area.column, rows: 1, columns: area.columns), style) }
    let pointer = isCurrent ? ">" : " "
    let end = area.column + area.columns - 1
    switch line {
    case .group(let index):
      let group = review.groups[index]
      let sign = group.confidence < Mention.unsureBelow ? "?" : "•"
      let marked = review.marked.contains(group.key) ? "*" : " "
      canvas.draw(
        "\(pointer)\(marked)\(sign) \(ReaderState.score(group.confidence))", row: row, column: area.column, style: style
      )
      let count = group.rows.count > 1 ? "\(group.rows.count)" : " "
      if isNarrow {
        let start = canvas.draw("\(group.label) \(count)", row: row, endingAt: end, style: style)
        canvas.draw(
          group.text, row: row, column: area.column + 9, style: style, cells: max(0, start - area.column - 10))
        return
      }
      canvas.draw(group.text, row: row, column: area.column + 11, style: style, cells: 23)
      canvas.draw(group.label.name, row: row, column: area.column + 35, style: style, cells: 11)
      canvas.draw("\(group.rows.count)", row: row, endingAt: area.column + 51, style: style)
      drawContextLine(state, group.rows.first, row: row, column: area.column + 53, end: end, style, &canvas)
    case .mention(_, let mention):
      canvas.draw("\(pointer)     \(mention.path.fileName)", row: row, column: area.column, style: style, cells: 33)
      drawContextLine(state, mention, row: row, column: area.column + (isNarrow ? 20 : 35), end: end, style, &canvas)
    }
  }

  private static func drawContextLine(
    _ state: ReaderState, _ row: EntityCard.Row?, row line: Int, column: Int, end: Int, _ style: Style,
    _ canvas: inout Canvas
  ) {
    guard let row, let record = state.library[row.path], let document = record.document,
      let mention = record.combined[row.id]
    else { return }
    ContextLine.draw(mention.span, in: document, row: line, column: column, cells: end - column, style, &canvas)
  }

  /// Where the mention under the cursor stands: its sentence, wrapped.
  private static func drawContext(
    _ state: ReaderState, _ review: ReviewQueue, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    guard area.rows > 1, let (path, mention) = state.reviewMention(review), let record = state.library[path],
      let document = record.document
    else { return }
    let styles = state.styles
    let title =
      "\(EntityName(document.text(in: mention.span)).shown) · \(mention.label) · \(Excerpt.fitted(record.title, cells: 50))"
    canvas.horizontalLine(title, row: area.row, column: area.column, cells: area.columns, style: styles.window)
    let units = TextUnits(document, analysis: record.analysis)
    let paragraph = units.paragraph(at: mention.span.start)
    let mentionOnly = CombinedLayer(decisions: Layer(annotator: state.annotator), suggestions: [mention])
    let layout = TextLayout(document, mentionOnly, width: min(96, area.columns - 4)) { _ in nil }
    let target = layout.line(containing: mention.span.start)
    let above = layout.line(-max(0, (area.rows - 2) / 2), from: target)
    let start = above.span.start < paragraph.start ? layout.line(containing: paragraph.start) : above
    for (offset, line) in layout.lines(from: start, height: area.rows - 1).enumerated() {
      guard line.span.start <= paragraph.end else { break }
      var column = area.column + 2
      for element in line.elements {
        guard case .text(let cluster) = element.kind else { continue }
        let isInside = mention.span.contains(cluster.start)
        let style =
          isInside
          ? styles.selected(
            styles.text(in: [
              StyleSheet.Surrounding(
                slot: state.labels[mention.label].slot, status: mention.status, isSameEntity: false)
            ]))
          : styles.page
        canvas.put(Cell(cluster.glyph, style, width: cluster.cells), row: area.row + 1 + offset, column: column)
        column += element.cells
      }
    }
  }
}
