import Annotations

/// The entities of an article by label, with how often each is mentioned here and elsewhere.
enum EntityPaneView {
  static func draw(
    _ state: ReaderState, _ record: ArticleRecord, _ area: Rectangle, hasKeys: Bool, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let list = state.entityList(record.path)
    let current = currentKey(state, record)
    let heading = hasKeys ? styles.windowFocus : styles.page.with(.bold)
    canvas.draw(" Entities \(list.count)", row: area.row, column: area.column, style: heading, cells: area.columns)
    if record.analysis == nil, record.stage == .loaded {
      canvas.draw("looking…", row: area.row, endingAt: area.column + area.columns - 1, style: styles.inactive)
    } else if state.library.loadedCount > 1, area.columns >= 30 {
      // What the numbers behind the names are.
      canvas.draw("here/articles", row: area.row, endingAt: area.column + area.columns - 1, style: styles.inactive)
    }
    let cardRows = area.columns >= 46 && area.rows >= 24 ? 9 : 0
    let height = area.rows - 1 - cardRows
    let lost = currentLost(state)
    let index = lost.flatMap { list.rows.firstIndex(of: .lost($0)) } ?? current.flatMap { list.row(of: $0) } ?? 0
    let top = max(0, min(index - height * 2 / 3, list.rows.count - height))
    let marked: Set<EntityIndex.Key>
    if case .pane(let pane) = state.mode { marked = pane.marked } else { marked = [] }
    for (offset, row) in list.rows.dropFirst(top).prefix(height).enumerated() {
      let line = Rectangle(row: area.row + 1 + offset, column: area.column, rows: 1, columns: area.columns)
      draw(
        row, list, state, line, isCurrent: top + offset == index && (current != nil || lost != nil), hasKeys, marked,
        &canvas)
    }
    if cardRows > 0 {
      let card = Rectangle(
        row: area.row + area.rows - cardRows, column: area.column, rows: cardRows, columns: area.columns)
      drawCard(state, record, card, &canvas)
    }
  }

  /// The mention without a place that is chosen in the pane, by its number.
  private static func currentLost(_ state: ReaderState) -> Int? {
    for mode in state.modes.reversed() { if case .pane(let pane) = mode { return pane.lost } }
    return nil
  }

  private static func currentKey(_ state: ReaderState, _ record: ArticleRecord) -> EntityIndex.Key? {
    for mode in state.modes.reversed() { if case .pane(let pane) = mode { return pane.key } }
    guard case .mention(let mention)? = state.target(in: record.path) else { return nil }
    return record.entities?.group(of: mention.id)?.id
  }

  private static func draw(
    _ row: EntityList.Row, _ list: EntityList, _ state: ReaderState, _ line: Rectangle, isCurrent: Bool,
    _ hasKeys: Bool, _ marked: Set<EntityIndex.Key>, _ canvas: inout Canvas
  ) {
    let styles = state.styles
    let end = line.column + line.columns
    switch row {
    case .label(let label):
      let definition = state.labels[label]
      let digit = definition.digit.map(String.init) ?? " "
      let style = styles.labelName(definition.slot, on: styles.page)
      canvas.draw(
        " \(digit) \(String(definition.letter).uppercased()) \(label.name)", row: line.row, column: line.column,
        style: style,
        cells: line.columns)
    case .entity(let number):
      let group = list.groups[number]
      let style = isCurrent ? (hasKeys ? styles.menuSelected : styles.focus) : styles.page
      if isCurrent { canvas.fill(line, style) }
      let sign = group.status == .unsure ? "?" : group.status == .suggested ? "•" : " "
      let pointer = isCurrent ? ">" : marked.contains(group.id) ? "*" : " "
      let articles = state.library.articleCount(of: .named(group.label, EntityName(group.name).normalised))
      let count = articles > 1 ? "\(group.mentions.count)/\(articles)" : "\(group.mentions.count)"
      let start = canvas.draw(count, row: line.row, endingAt: end - 1, style: style)
      canvas.draw(
        " \(pointer)\(sign)\(group.name)", row: line.row, column: line.column, style: style,
        cells: max(0, start - line.column))
    case .lostHeading(let count):
      canvas.draw(
        " Lost their place: \(count)", row: line.row, column: line.column, style: styles.warning, cells: line.columns)
    case .lost(let number):
      let unplaced = list.lost(number)
      let style = isCurrent ? (hasKeys ? styles.menuSelected : styles.focus) : styles.inactive
      if isCurrent { canvas.fill(line, style) }
      let status = unplaced.mention.status
      let decision = status == .accepted ? "" : " \(status.rawValue)"
      canvas.draw(
        " \(isCurrent ? ">" : " ") \(Excerpt.oneLine(unplaced.text)) \(unplaced.mention.label)\(decision)",
        row: line.row,
        column: line.column, style: style, cells: line.columns - 1)
    }
  }

  /// A short card of the entity that is selected.
  private static func drawCard(_ state: ReaderState, _ record: ArticleRecord, _ area: Rectangle, _ canvas: inout Canvas)
  {
    let styles = state.styles
    canvas.horizontalLine(row: area.row, column: area.column, cells: area.columns, style: styles.window)
    if let number = currentLost(state), number < record.unplaced.count {
      drawLostCard(record.unplaced[number], area, styles, &canvas)
      return
    }
    guard let key = currentKey(state, record), let group = record.entities?[key] else { return }
    var entity: Entity?
    if case .recorded(let id) = key { entity = record.layer.entities[id] }
    let articles = max(1, state.library.articleCount(of: .named(group.label, EntityName(group.name).normalised)))
    let mentions = group.mentions.count
    let lines = [
      "\(group.label)  \(mentions.counted("mention")) here, \(articles.counted("article"))",
      "also: \(group.aliases.isEmpty ? "-" : group.aliases.joined(separator: ", "))",
      "id: \(entity?.knowledgeBaseID ?? "- (gk to link)")", "note: \(entity?.note.map(Excerpt.oneLine) ?? "-")",
    ]
    canvas.draw(
      " \(group.name)", row: area.row + 1, column: area.column, style: styles.page.with(.bold), cells: area.columns)
    for (offset, line) in lines.enumerated() {
      canvas.draw(
        " \(line)", row: area.row + 2 + offset, column: area.column, style: styles.inactive, cells: area.columns)
    }
  }

  /// What is known of a mention that has lost its place.
  private static func drawLostCard(
    _ unplaced: Sidecar.Unplaced, _ area: Rectangle, _ styles: StyleSheet, _ canvas: inout Canvas
  ) {
    let mention = unplaced.mention
    canvas.draw(
      " \(Excerpt.oneLine(unplaced.text))", row: area.row + 1, column: area.column, style: styles.page.with(.bold),
      cells: area.columns)
    let lines = [
      "\(mention.label)  \(mention.status.rawValue)", "has no sure place in the text any more",
      "note: \(mention.note.map(Excerpt.oneLine) ?? "-")", "Enter: look for its words",
    ]
    for (offset, line) in lines.enumerated() {
      canvas.draw(
        " \(line)", row: area.row + 2 + offset, column: area.column, style: styles.inactive, cells: area.columns)
    }
  }
}
