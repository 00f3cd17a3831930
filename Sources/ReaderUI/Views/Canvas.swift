/// A frame that is being drawn on.
struct Canvas {
  private(set) var frame: Frame
  let styles: StyleSheet
  /// Whether only ASCII is drawn, text of articles excepted.
  let isASCII: Bool
  /// Whether lines are drawn around and between things; a screen reader would read them aloud.
  let hasLines: Bool

  init(_ size: Size, styles: StyleSheet, isASCII: Bool, hasLines: Bool = true) {
    frame = Frame(size, style: styles.page)
    self.styles = styles
    self.isASCII = isASCII
    self.hasLines = hasLines
  }

  /// What stands for a sign where only ASCII is drawn.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
    "│": "|", "─": "-", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "═": "=", "•": "*", "✓": "v", "…": "~", "·": "-",
    "█": "#", "░": ".", "▪": "#", "×": "x", "“": "\"", "”": "\"", "’": "'", "←": "<", "→": ">", "↑": "^", "↓": "v",
    "«": "<", "»": ">", "—": "-", "–": "-",
  ]

  // MARK: - Text

  /// Draws `text` from a cell on, at most `cells` wide and cut with an ellipsis where it is longer.
  ///
  /// - Returns: The column behind it.
  @discardableResult
  mutating func draw(_ text: String, row: Int, column: Int, style: Style, cells limit: Int? = nil) -> Int {
    let room = min(limit ?? .max, frame.size.columns - column)
    guard room > 0 else { return column }
    var column = column
    for cluster in Clusters(Excerpt.fitted(text, cells: room)) {
      var glyph = cluster.glyph
      if isASCII, let plain = Self.plain[glyph.base] { glyph = Glyph(plain) }
      frame.put(Cell(glyph, style, width: cluster.cells), row: row, column: column)
      column += cluster.cells
    }
    return column
  }

  /// Draws `text` so that it ends before `end`.
  ///
  /// - Returns: The column where it begins.
  @discardableResult
  mutating func draw(_ text: String, row: Int, endingAt end: Int, style: Style) -> Int {
    let start = max(0, end - CellWidth.cells(text))
    draw(text, row: row, column: start, style: style, cells: end - start)
    return start
  }

  /// Puts one cell of an article's text.
  mutating func put(_ cell: Cell, row: Int, column: Int) { frame.put(cell, row: row, column: column) }

  /// Changes the style of what is drawn already.
  mutating func restyle(row: Int, columns: Range<Int>, _ change: (Style) -> Style) {
    guard (0..<frame.size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<frame.size.columns) {
      var cell = frame[row, column]
      cell.style = change(cell.style)
      frame[row, column] = cell
    }
  }

  /// Fills a rectangle with spaces.
  mutating func fill(_ area: Rectangle, _ style: Style) {
    guard area.rows > 0, area.columns > 0 else { return }
    for row in area.row..<(area.row + area.rows) {
      for column in area.column..<(area.column + area.columns) {
        frame.put(Cell(Glyph(" "), style), row: row, column: column)
      }
    }
  }

  /// Puts the cursor of the terminal.
  mutating func setCursor(row: Int, column: Int) {
    guard (0..<frame.size.rows).contains(row), (0..<frame.size.columns).contains(column) else { return }
    frame.cursor = Position(row: row, column: column)
  }

  /// Hides the cursor of the terminal.
  mutating func hideCursor() { frame.cursor = nil }

  // MARK: - Lines and boxes

  /// A vertical line.
  mutating func verticalLine(column: Int, rows: Range<Int>, style: Style) {
    guard hasLines else { return }
    for row in rows { draw("│", row: row, column: column, style: style) }
  }

  /// A horizontal line, with words in it or without.
  mutating func horizontalLine(
    _ words: String = "", row: Int, column: Int, cells: Int, style: Style
  ) {
    guard hasLines else {
      draw(words, row: row, column: column, style: style, cells: cells)
      return
    }
    let start = words.isEmpty ? "" : "── \(words) "
    let rest = String(repeating: "─", count: max(0, cells - CellWidth.cells(start)))
    draw(start + rest, row: row, column: column, style: style, cells: cells)
  }

  /// A frame with a title in its upper edge and a line in its lower one, filled.
  mutating func box(_ area: Rectangle, title: String, footer: String = "", isAlert: Bool = false) {
    let edge = styles.windowFocus
    let onPopup = Style(edge.foreground, on: styles.popup.background, edge.attributes)
    fill(area, styles.popup)
    let line = isAlert ? "═" : "─"
    for (row, corners, text) in [
      (area.row, ("╭", "╮"), title), (area.row + area.rows - 1, ("╰", "╯"), footer),
    ] {
      if hasLines {
        draw(
          corners.0 + String(repeating: line, count: area.columns - 2) + corners.1, row: row, column: area.column,
          style: onPopup)
      }
      if !text.isEmpty {
        draw(" \(Excerpt.fitted(text, cells: area.columns - 6)) ", row: row, column: area.column + 2, style: onPopup)
      }
    }
    guard hasLines else { return }
    for row in (area.row + 1)..<(area.row + area.rows - 1) {
      draw("│", row: row, column: area.column, style: onPopup)
      draw("│", row: row, column: area.column + area.columns - 1, style: onPopup)
    }
  }
}
