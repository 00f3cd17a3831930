import Annotations

extension ReaderState {
  /// Where things go on the screen now.
  package var geometry: Geometry { Geometry(size, settings: settings) }

  /// The rows of an article as they are shown.
  func layout(_ path: ArticlePath) -> TextLayout? {
    guard let record = library[path], let document = record.document else { return nil }
    let styles = styles
    let labels = labels
    let showsRejected = settings.showsRejected
    return TextLayout(document, record.combined, width: geometry.measure(settings).columns) { mention in
      guard mention.status != .rejected || showsRejected else { return nil }
      return styles.marks(mention.status, letter: labels[mention.label].letter)
    }
  }

  /// Rows that text can fill.
  var textHeight: Int { max(1, geometry.text.rows) }

  /// Rows kept between the cursor and the edge of the window, where there are enough.
  private var margin: Int { min(3, (textHeight - 1) / 4) }

  /// Scrolls so that the cursor of an article is in view: by as little as possible, or with the cursor a third down
  /// when it has gone far.
  mutating func scrollIntoView(_ path: ArticlePath) {
    guard let layout = layout(path), var reading = readings[path] else { return }
    let top = layout.line(containing: reading.top)
    let cursor = layout.line(containing: reading.cursor.start)
    let height = textHeight
    if let distance = layout.distance(from: top, to: cursor, limit: height * 2) {
      if distance < margin {
        reading.top = layout.line(-margin, from: cursor).span.start
      } else if distance > height - 1 - margin {
        reading.top = layout.line(-(height - 1 - margin), from: cursor).span.start
      } else {
        reading.top = top.span.start
      }
    } else {
      reading.top = layout.line(-(height / 3), from: cursor).span.start
    }
    if let last = lastTop(layout, height, near: reading.top) { reading.top = min(last, reading.top) }
    readings[path] = reading
    askForAnalysis(around: reading.top, path)
  }

  /// Asks for suggestions where a large article is being read and has not been analysed yet.
  mutating func askForAnalysis(around offset: Int, _ path: ArticlePath) {
    guard let record = library[path], let document = record.document, !record.analysed.isEmpty else { return }
    let screenful = Span(offset, min(document.metadata.body.end, offset + size.rows * size.columns * 2))
    guard !record.analysed.contains(where: { $0.contains(screenful) }), asked[path] != screenful.start / Self.askingStep
    else { return }
    asked[path] = screenful.start / Self.askingStep
    emit(.analyse(path, document, around: offset))
  }

  /// Analysis is asked for once for each stretch of text of this length.
  private static let askingStep = 65_536

  /// The lowest first row with which the window is still full; nil where the end of the article is far from `top`.
  private func lastTop(_ layout: TextLayout, _ height: Int, near top: Int) -> Int? {
    let body = layout.document.metadata.body
    // No row holds more bytes than four for each cell, marks on characters aside.
    guard body.end - top < height * layout.width * 4 else { return nil }
    guard let end = layout.lines(ofBlock: layout.blocks.upperBound).last else { return nil }
    return layout.line(-(height - 1), from: end).span.start
  }

  /// Puts every list and article right after the window has changed.
  mutating func scrollAll() {
    if let path = openPath { scrollIntoView(path) }
    libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
  }

  /// Scrolls by a part of the window's height, the cursor with it.
  mutating func scrollPage(_ share: Double, _ path: ArticlePath) {
    guard let layout = layout(path), var reading = readings[path], let units = units(path) else { return }
    let height = textHeight
    let rows = max(1, Int(Double(height - 2) * abs(share))) * (share < 0 ? -1 : 1)
    let top = layout.line(containing: reading.top)
    let cursor = layout.line(containing: reading.cursor.start)
    let column = reading.goalColumn ?? cursor.column(of: reading.cursor.start)
    let newTop = layout.line(rows, from: top)
    var target = layout.line(rows, from: cursor)
    if target == cursor { say(rows > 0 ? "End of the article" : "Start of the article") }
    // A row without words cannot be selected.
    while units.words(in: target.span).isEmpty,
      let next = rows > 0 ? layout.line(after: target) : layout.line(before: target)
    {
      target = next
    }
    let words = units.words(in: target.span)
    let offset = target.offset(atColumn: column)
    reading.top = newTop.span.start
    readings[path] = reading
    if let word = words.last(where: { $0.start <= offset }) ?? words.first { select(word, in: path) }
    readings[path]?.goalColumn = column
  }

  /// Scrolls without moving the cursor further than needed.
  mutating func placeLine(_ command: Command, _ path: ArticlePath) {
    guard let layout = layout(path), var reading = readings[path] else { return }
    let height = textHeight
    let above = command == .centreLine ? height / 2 : command == .lineToTop ? 0 : height - 1
    reading.top = layout.line(-above, from: layout.line(containing: reading.cursor.start)).span.start
    readings[path] = reading
  }

  /// The text width goes round: 72, 88, full.
  mutating func cycleWidth(_ path: ArticlePath) {
    switch settings.measure {
    case .cells(let cells) where cells < 88: settings.measure = .cells(88)
    case .cells: settings.measure = .full
    case .full: settings.measure = .cells(72)
    }
    switch settings.measure {
    case .cells(let cells): say("Text at most \(cells) wide")
    case .full: say("Text as wide as the window")
    }
    scrollIntoView(path)
  }

  /// Markers go round: letters, brackets, none.
  mutating func cycleMarkers() {
    let all = StyleSheet.Markers.allCases
    let index = all.firstIndex(of: settings.markers) ?? 0
    settings.markers = all[(index + 1) % all.count]
    if depth == .mono, settings.markers == .letters { settings.markers = .brackets }
    styles.markers = settings.markers
    say("Markers: \(settings.markers.rawValue)")
    scrollAll()
  }
}
