import Annotations

extension Job {
  /// Computes the task. To be called away from the screen.
  ///
  /// - Parameter isCancelled: Asked between articles; what has been found until then is given.
  package func run(isCancelled: () -> Bool) -> Result {
    switch task {
    case .review: .review(reviewGroups(isCancelled))
    case .search(let text, let path): searchRows(text, path, isCancelled)
    case .mentions: mentionRows(isCancelled)
    case .entities: entityRows(isCancelled)
    case .notes: noteRows(isCancelled)
    case .occurrences(let propagation): occurrences(propagation, isCancelled)
    }
  }

  /// No list is longer than this: nobody reads it, and it must be drawn.
  private static let maximumRows = 5000

  private func reviewGroups(_ isCancelled: () -> Bool) -> [ReviewQueue.Group] {
    var groups: [ReviewQueue.Group] = []
    var positions: [EntityIndex.Key: Int] = [:]
    for path in library.paths {
      if isCancelled() { break }
      guard let record = library[path], record.undecidedCount > 0 else { continue }
      for mention in record.combined.mentions where mention.status.isUndecided {
        let text = EntityName(record.text(of: mention.span)).shown
        let confidence = mention.provenance.confidence ?? 0
        let row = EntityCard.Row(path: path, id: mention.id)
        if let position = positions[.named(mention.label, text)] {
          groups[position].rows.append(row)
          groups[position].confidence = min(groups[position].confidence, confidence)
        } else {
          positions[.named(mention.label, text)] = groups.count
          groups.append(ReviewQueue.Group(text: text, label: mention.label, confidence: confidence, rows: [row]))
        }
      }
    }
    // Least certain first; among equals in the order of the articles.
    return groups.enumerated().sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }
      .map(\.element)
  }

  private func searchRows(_ text: String, _ path: ArticlePath?, _ isCancelled: () -> Bool) -> Result {
    let pattern = TextPattern(typed: text)
    if let problem = pattern.problem { return .rows([], problem) }
    var rows: [Picker.Row] = []
    var articles = 0
    for candidate in path.map({ [$0] }) ?? library.paths {
      if isCancelled() || rows.count >= Self.maximumRows { break }
      guard let document = library[candidate]?.document else { continue }
      let spans = pattern.spans(in: document, limit: Self.maximumRows - rows.count)
      if !spans.isEmpty { articles += 1 }
      for span in spans {
        var row = Self.row(at: span, in: document, action: .place(candidate, span))
        if path == nil { row.detail = candidate.fileName }
        rows.append(row)
      }
    }
    guard !rows.isEmpty else { return .rows([], "") }
    let count = rows.count == 1 ? "1 match" : "\(rows.count) matches"
    let more = rows.count >= Self.maximumRows ? "the first \(count)" : count
    return .rows(rows, path == nil ? "\(more) in \(articles.counted("article"))" : more)
  }

  /// A row that shows a place in a text with what stands around it.
  static func row(at span: Span, in document: Document, action: Picker.Action) -> Picker.Row {
    let before = Excerpt.before(span.start, in: document, cells: 24)
    let text = Excerpt.oneLine(document.text(in: span))
    var row = Picker.Row(before + text + Excerpt.after(span.end, in: document, cells: 80), action: action)
    let start = before.utf8.count
    row.emphasis = characters(of: row.text, touching: start..<(start + text.utf8.count))
    return row
  }

  /// The characters of `text` that have a part in `range`, which is in UTF-8 offsets. A mark or a joiner at an edge makes
  /// one character of what stands on both sides of it.
  private static func characters(of text: String, touching range: Range<Int>) -> Range<Int> {
    var place = 0
    var first: Int?
    var end = 0
    for (index, character) in text.enumerated() {
      let next = place + character.utf8.count
      if next > range.lowerBound, place < range.upperBound {
        first = first ?? index
        end = index + 1
      }
      place = next
    }
    return first.map { $0..<end } ?? 0..<0
  }

  private func mentionRows(_ isCancelled: () -> Bool) -> Result {
    var rows: [Picker.Row] = []
    for path in library.paths {
      if isCancelled() || rows.count > Self.maximumRows { break }
      guard let record = library[path] else { continue }
      for mention in record.combined.mentions where mention.status != .rejected {
        let text = EntityName(record.text(of: mention.span)).shown
        rows.append(
          Picker.Row(
            text, detail: "\(mention.label)  \(path.fileName)", action: .mention(path, mention.id),
            keywords: "\(mention.label) \(mention.status.rawValue)"))
      }
    }
    return .rows(
      Array(rows.prefix(Self.maximumRows)), rows.count > Self.maximumRows ? "the first \(Self.maximumRows)" : "")
  }

  private func entityRows(_ isCancelled: () -> Bool) -> Result {
    struct Sum {
      var name: String
      var label: Label
      var mentions = 0
      var articles = 0
      var first: (ArticlePath, EntityIndex.Key)
    }
    var sums: [EntityIndex.Key: Sum] = [:]
    for path in library.paths {
      if isCancelled() { break }
      guard let record = library[path], let document = record.document else { continue }
      let index =
        record.entities ?? EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document)
      for group in index.groups {
        let key = EntityIndex.Key.named(group.label, EntityName(group.name).normalised)
        var sum = sums[key] ?? Sum(name: group.name, label: group.label, first: (path, group.id))
        sum.mentions += group.mentions.count
        sum.articles += 1
        sums[key] = sum
      }
    }
    let sorted = sums.values.sorted { ($1.mentions, $0.name) < ($0.mentions, $1.name) }
    let rows = sorted.prefix(Self.maximumRows).map { sum in
      Picker.Row(
        sum.name, detail: "\(sum.label)  ×\(sum.mentions)\(sum.articles > 1 ? " in \(sum.articles) articles" : "")",
        action: .entity(sum.first.0, sum.first.1), keywords: sum.label.name)
    }
    return .rows(rows, sums.count > Self.maximumRows ? "the first \(Self.maximumRows) of \(sums.count)" : "")
  }

  private func noteRows(_ isCancelled: () -> Bool) -> Result {
    var rows: [Picker.Row] = []
    for path in library.paths {
      if isCancelled() { break }
      guard let record = library[path] else { continue }
      if let note = record.layer.marks.note {
        rows.append(Picker.Row(Excerpt.oneLine(note), detail: path.fileName, action: .article(path)))
      }
      for entity in record.layer.entitiesInOrder {
        guard let note = entity.note else { continue }
        rows.append(
          Picker.Row(
            "\(entity.name): \(Excerpt.oneLine(note))", detail: path.fileName,
            action: .entity(path, .recorded(entity.id))))
      }
      for mention in record.combined.mentions {
        guard let note = mention.note else { continue }
        let name = EntityName(record.text(of: mention.span)).shown
        rows.append(
          Picker.Row("\(name): \(Excerpt.oneLine(note))", detail: path.fileName, action: .mention(path, mention.id)))
      }
    }
    return .rows(
      Array(rows.prefix(Self.maximumRows)),
      rows.count > Self.maximumRows ? "the first \(Self.maximumRows) of \(rows.count)" : "")
  }

  private func occurrences(_ propagation: Propagation, _ isCancelled: () -> Bool) -> Result {
    let finder = OccurrenceFinder(
      text: propagation.text, aliases: propagation.aliases, label: propagation.label, options: propagation.options)
    let others: [ArticlePath]
    switch propagation.options.scope {
    case .article: others = []
    case .marked: others = library.paths.filter { library.marked.contains($0) }
    case .everywhere: others = library.paths
    }
    var rows: [Propagation.Row] = []
    var passedOver = 0
    for path in [propagation.path] + others.filter({ $0 != propagation.path }) {
      guard rows.count <= Self.maximumRows, !isCancelled(), let record = library[path], record.document != nil else {
        passedOver += 1
        continue
      }
      // One more than there is room for tells that there are more.
      rows += finder.rows(in: record, limit: Self.maximumRows + 1 - rows.count)
    }
    var remarks: [String] = []
    if rows.count > Self.maximumRows { remarks.append("the first \(Self.maximumRows); A again for more") }
    if passedOver > 0 {
      remarks.append("\(passedOver.counted("article")) not looked at")
    }
    return .occurrences(Array(rows.prefix(Self.maximumRows)), remarks.joined(separator: "; "))
  }
}
