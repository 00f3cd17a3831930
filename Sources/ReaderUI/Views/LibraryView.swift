import Annotations

/// The list of articles.
enum LibraryView {
  static func draw(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    let library = state.library
    guard !(library.isScanned && library.paths.isEmpty) else {
      WelcomeView.draw(state, geometry, &canvas)
      return
    }
    drawTitle(state, geometry, &canvas)
    var area = geometry.body
    if state.showsPreview, let preview = geometry.preview {
      area = Rectangle(row: area.row, column: area.column, rows: area.rows, columns: preview.column - 1)
      canvas.verticalLine(
        column: preview.column - 1, rows: preview.row..<(preview.row + preview.rows), style: state.styles.window)
      if let path = state.chosenArticle, let record = library[path] { drawPreview(state, record, preview, &canvas) }
    }
    let columns = Columns(area, state.library)
    if columns.hasHeading { columns.drawHeading(state, row: area.row, &canvas) }
    let first = area.row + (columns.hasHeading ? 1 : 0)
    for offset in 0..<state.libraryHeight {
      let index = state.libraryCursor.top + offset
      guard library.visible.indices.contains(index), let record = library[library.visible[index]] else { break }
      columns.draw(record, state, row: first + offset, isCurrent: index == state.libraryCursor.row, &canvas)
    }
    if library.visible.isEmpty {
      let nothing = ArticleCondition(library.filter).problem ?? "No article matches “\(library.filter)”"
      let words = library.isScanned ? "\(nothing)   Esc: all" : "Looking for articles…"
      canvas.draw(words, row: first + 1, column: area.column + 2, style: state.styles.inactive, cells: area.columns - 2)
    }
    canvas.setCursor(row: first + state.libraryCursor.row - state.libraryCursor.top, column: 0)
  }

  private static func drawTitle(_ state: ReaderState, _ geometry: Geometry, _ canvas: inout Canvas) {
    guard let area = geometry.title else { return }
    let library = state.library
    let styles = state.styles
    var counts =
      area.columns >= 60
      ? "\(library.doneCount) done  \(library.undecidedCount) undecided" : "\(library.undecidedCount) undec."
    if library.analysedCount < library.loadedCount { counts = "analysed \(library.analysedCount)  " + counts }
    let end = canvas.draw(counts, row: area.row, endingAt: area.columns - 1, style: styles.inactive)
    var title = "\(library.title)  \(library.paths.count.counted("article"))"
    if !library.filter.isEmpty { title += "  only “\(library.filter)”: \(library.visible.count)" }
    if !library.marked.isEmpty { title += "  \(library.marked.count) marked" }
    canvas.draw(title, row: area.row, column: 1, style: styles.page.with(.bold), cells: max(0, end - 3))
  }

  /// The columns of the list; those for dates and sources only where some article has one.
  private struct Columns {
    let area: Rectangle
    let isNarrow: Bool
    var hasHeading: Bool { !isNarrow }
    private let dateColumn: Int?
    private let sourceColumn: Int?
    private let sourceWidth = 15
    private let titleColumn: Int

    init(_ area: Rectangle, _ library: Library) {
      self.area = area
      isNarrow = area.columns < 60
      var column = area.column + 4
      dateColumn = !isNarrow && library.datedCount > 0 ? column : nil
      if dateColumn != nil { column += 11 }
      sourceColumn = !isNarrow && library.sourcedCount > 0 ? column : nil
      if sourceColumn != nil { column += sourceWidth + 1 }
      titleColumn = column
    }

    private var end: Int { area.column + area.columns - 1 }
    private var titleEnd: Int { isNarrow ? end - 4 : end - 17 }

    func drawHeading(_ state: ReaderState, row: Int, _ canvas: inout Canvas) {
      let style = state.styles.inactive
      if let dateColumn { canvas.draw("Date", row: row, column: dateColumn, style: style) }
      if let sourceColumn { canvas.draw("Source", row: row, column: sourceColumn, style: style) }
      canvas.draw("Title", row: row, column: titleColumn, style: style)
      canvas.draw("Entities  Undec.", row: row, endingAt: end, style: style)
    }

    func draw(_ record: ArticleRecord, _ state: ReaderState, row: Int, isCurrent: Bool, _ canvas: inout Canvas) {
      let style = isCurrent ? state.styles.focus : state.styles.page
      let line = Rectangle(row: row, column: area.column, rows: 1, columns: area.columns)
      if isCurrent { canvas.fill(line, style) }
      let marked = state.library.marked.contains(record.path) ? "*" : " "
      canvas.draw(
        "\(isCurrent ? ">" : " ")\(marked)\(record.sign)", row: row, column: area.column, style: style)
      let isKnown = record.analysis != nil || !record.layer.isEmpty
      let undecided = isKnown ? (record.undecidedCount == 0 ? "-" : "\(record.undecidedCount)") : ""
      canvas.draw(undecided, row: row, endingAt: end, style: style)
      if !isNarrow {
        canvas.draw(isKnown ? "\(record.mentionCount)" : "", row: row, endingAt: end - 8, style: style)
      }
      let metadata = record.document?.metadata
      if let dateColumn, let date = metadata?.date {
        canvas.draw(date.description, row: row, column: dateColumn, style: style, cells: 10)
      }
      if let sourceColumn, let source = metadata?.publisher {
        canvas.draw(source, row: row, column: sourceColumn, style: style, cells: sourceWidth)
      }
      var title = record.title
      if case .failed(let reason) = record.stage { title = "\(record.path.fileName): \(reason)" }
      canvas.draw(title, row: row, column: titleColumn, style: style, cells: max(1, titleEnd - titleColumn))
    }
  }

  private static func drawPreview(
    _ state: ReaderState, _ record: ArticleRecord, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let width = area.columns - 2
    canvas.draw(record.title, row: area.row, column: area.column + 1, style: styles.page.with(.bold), cells: width)
    guard let document = record.document else { return }
    let source = [document.metadata.publisher, document.metadata.date?.description].compactMap(\.self).joined(
      separator: "  ")
    canvas.draw(source, row: area.row + 1, column: area.column + 1, style: styles.inactive, cells: width)
    let labels = labelCounts(state, record)
    let below = labels.count + 3
    let layout = TextLayout(
      document, CombinedLayer(decisions: Layer(annotator: state.annotator), suggestions: []), width: width
    ) { _ in nil }
    let title = document.metadata.titleSpan
    let start = layout.line(containing: title.map { $0.end + 1 } ?? document.metadata.body.start)
    var row = area.row + 3
    let end = area.row + max(4, area.rows - below)
    for line in layout.lines(from: start, height: max(0, end - row)) where row < end {
      var column = area.column + 1
      for element in line.elements {
        guard case .text(let cluster) = element.kind else { continue }
        canvas.put(Cell(cluster.glyph, styles.page, width: cluster.cells), row: row, column: column)
        column += element.cells
      }
      row += 1
    }
    row = end + 1
    for (definition, count) in labels where row < area.row + area.rows - 1 {
      let style = styles.labelName(definition.slot, on: styles.page)
      let name = "\(String(definition.letter).uppercased()) \(definition.label.name)"
      canvas.draw(name, row: row, column: area.column + 1, style: style, cells: 14)
      canvas.draw("\(count)", row: row, endingAt: area.column + 20, style: styles.page)
      canvas.draw(
        String(repeating: "▪", count: min(count, max(0, width - 22))), row: row, column: area.column + 22, style: style)
      row += 1
    }
    let decided = record.mentionCount - record.undecidedCount
    guard record.mentionCount > 0, row < area.row + area.rows else { return }
    let filled = decided * 16 / record.mentionCount
    canvas.draw(
      String(repeating: "█", count: filled) + String(repeating: "░", count: 16 - filled)
        + " \(decided)/\(record.mentionCount) decided", row: area.row + area.rows - 1, column: area.column + 1,
      style: styles.page, cells: width)
  }

  private static func labelCounts(_ state: ReaderState, _ record: ArticleRecord) -> [(LabelDefinition, Int)] {
    var counts: [Label: Int] = [:]
    for mention in record.combined.mentions where mention.status != .rejected { counts[mention.label, default: 0] += 1 }
    return state.labels.definitions.compactMap { definition in counts[definition.label].map { (definition, $0) } }
      .prefix(10).map { $0 }
  }
}
