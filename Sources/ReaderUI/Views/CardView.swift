import Annotations

/// One entity with its names, its note and all its mentions.
enum CardView {
  static func draw(_ state: ReaderState, _ card: EntityCard, _ geometry: Geometry, _ canvas: inout Canvas) {
    guard let group = state.group(card.key, card.path), let record = state.library[card.path] else { return }
    let styles = state.styles
    let definition = state.labels[group.label]
    var entity: Entity?
    if case .recorded(let id) = card.key { entity = record.layer.entities[id] }
    let articles = Set(card.rows.map(\.path)).count
    if let title = geometry.title {
      let counts =
        "\(card.rows.count.counted("mention"))  \(articles.counted("article"))"
      let end = canvas.draw(counts, row: title.row, endingAt: title.columns - 1, style: styles.inactive)
      canvas.draw(
        "\(group.name)  \(group.label)", row: title.row, column: 1, style: styles.page.with(.bold),
        cells: max(0, end - 3))
    }
    let area = geometry.body
    var facts: [(String, String)] = [
      ("Label", "\(String(definition.letter).uppercased()) \(group.label)  \(definition.meaning)"),
      ("Aliases", group.aliases.isEmpty ? "-" : group.aliases.joined(separator: ", ")),
      ("Id", entity?.knowledgeBaseID ?? "- (gk to link)"),
      ("Note", entity?.note.map(Excerpt.oneLine) ?? "- (c to write)"),
      ("Suggested", suggestedBy(state, card)),
    ]
    if area.rows >= explainedFrom {
      let lines = (card.explanation?.lines ?? []).flatMap {
        Excerpt.lines(of: $0, cells: area.columns - 14, count: explainedRows)
      }
      // Always as many rows, so that the list below stays where it is.
      for index in 0..<explainedRows {
        facts.append((index == 0 ? "Why" : "", lines.indices.contains(index) ? lines[index] : ""))
      }
    }
    var row = area.row + (area.rows > 12 ? 1 : 0)
    for (name, value) in facts where row < area.row + area.rows - 3 {
      canvas.draw("  \(name)", row: row, column: area.column, style: styles.inactive)
      canvas.draw(value, row: row, column: area.column + 13, style: styles.page, cells: area.columns - 14)
      row += 1
    }
    row += area.rows > 12 ? 1 : 0
    canvas.horizontalLine("Mentions", row: row, column: area.column, cells: area.columns, style: styles.window)
    row += 1
    drawRows(
      state, card, Rectangle(row: row, column: area.column, rows: area.row + area.rows - row, columns: area.columns),
      &canvas)
  }

  /// A card with so many rows has room to say why.
  private static let explainedFrom = 16
  /// So many rows say why.
  private static let explainedRows = 3

  /// Who proposed the mention under the cursor, and how sure they were.
  private static func suggestedBy(_ state: ReaderState, _ card: EntityCard) -> String {
    guard let row = card.currentRow, let mention = state.library[row.path]?.combined[row.id] else { return "-" }
    let by = mention.provenance.origin?.annotator ?? mention.provenance.annotator
    let confidence = mention.provenance.confidence.map { ", \(ReaderState.score($0))" } ?? ""
    return "\(by)\(confidence)   \(mention.status.rawValue)"
  }

  private static func drawRows(_ state: ReaderState, _ card: EntityCard, _ area: Rectangle, _ canvas: inout Canvas) {
    let styles = state.styles
    var cursor = card.cursor
    cursor.scroll(height: area.rows, count: card.rows.count)
    let nameWidth = min(22, area.columns / 4)
    for offset in 0..<max(0, area.rows) {
      let index = cursor.top + offset
      guard card.rows.indices.contains(index) else { break }
      let row = card.rows[index]
      guard let record = state.library[row.path], let document = record.document, let mention = record.combined[row.id]
      else { continue }
      let isCurrent = index == cursor.row
      let style = isCurrent ? styles.focus : styles.page
      let line = Rectangle(row: area.row + offset, column: area.column, rows: 1, columns: area.columns)
      if isCurrent { canvas.fill(line, style) }
      let sign =
        mention.status == .unsure ? "?" : mention.status == .suggested ? "•" : mention.status == .rejected ? "~" : " "
      let marked = card.marked.contains(row) ? "*" : " "
      canvas.draw(
        "\(isCurrent ? ">" : " ")\(marked)\(sign) \(row.path.fileName)", row: line.row, column: line.column,
        style: style,
        cells: nameWidth + 4)
      let start = line.column + nameWidth + 5
      ContextLine.draw(
        mention.span, in: document, row: line.row, column: start, cells: line.column + line.columns - start - 1, style,
        &canvas)
      if isCurrent { canvas.setCursor(row: line.row, column: line.column) }
    }
  }
}
