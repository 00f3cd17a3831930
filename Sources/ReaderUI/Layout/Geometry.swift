/// Where things go on a screen of some size.
package struct Geometry: Hashable, Sendable {
  /// The smallest window that shows anything.
  package static let smallest = Size(rows: 6, columns: 24)

  /// The whole window.
  package let size: Size
  /// The line at the top; nil where there is no room for it.
  package let title: Rectangle?
  /// Everything between the lines at the top and at the bottom.
  package let body: Rectangle
  /// The line that says where we are and what happened.
  package let status: Rectangle
  /// The line of hints; nil where there is no room for it.
  package let hints: Rectangle?
  /// The list of articles beside the text; nil where there is no room for it.
  package let articleList: Rectangle?
  /// The column of the text, margins included.
  package let text: Rectangle
  /// The entity pane; nil where there is no room for it, or where it is hidden.
  package let pane: Rectangle?
  /// The preview beside the library; nil where there is no room for it.
  package let preview: Rectangle?

  /// Places everything.
  package init(_ size: Size, settings: Settings) {
    self.size = size
    let hasTitle = size.rows >= 8
    let hasHints = size.rows >= 12
    let top = hasTitle ? 1 : 0
    let bottom = hasHints ? 2 : 1
    let rows = size.rows - top - bottom
    title = hasTitle ? Rectangle(row: 0, column: 0, rows: 1, columns: size.columns) : nil
    status = Rectangle(row: size.rows - bottom, column: 0, rows: 1, columns: size.columns)
    hints = hasHints ? Rectangle(row: size.rows - 1, column: 0, rows: 1, columns: size.columns) : nil
    body = Rectangle(row: top, column: 0, rows: rows, columns: size.columns)
    // Screen readers read a line across all panes, so there is only one.
    let isOneColumn = settings.isLinear || size.columns < 80
    let listWidth = !isOneColumn && size.columns >= 160 ? 38 : 0
    let standard = size.columns >= 160 ? 46 : size.columns >= 120 ? 36 : 26
    let paneWidth =
      isOneColumn || !settings.showsPane
      ? 0 : min(max(16, standard + settings.paneWidthChange), size.columns - listWidth - 42)
    articleList = listWidth > 0 ? Rectangle(row: top, column: 0, rows: rows, columns: listWidth) : nil
    let textStart = listWidth > 0 ? listWidth + 1 : 0
    let textEnd = paneWidth > 0 ? size.columns - paneWidth - 1 : size.columns
    text = Rectangle(row: top, column: textStart, rows: rows, columns: textEnd - textStart)
    pane =
      paneWidth > 0
      ? Rectangle(row: top, column: size.columns - paneWidth, rows: rows, columns: paneWidth) : nil
    let previewWidth = size.columns >= 160 ? min(88, size.columns * 45 / 100) : 45
    preview =
      !isOneColumn && size.columns >= 120
      ? Rectangle(row: top, column: size.columns - previewWidth, rows: rows, columns: previewWidth) : nil
  }

  /// Whether the window is too small for anything but a word about that.
  package var isTooSmall: Bool { size.rows < Self.smallest.rows || size.columns < Self.smallest.columns }

  /// The part of the text column that rows of text fill: a gutter of one cell before it, one cell free behind it, and
  /// centred where the text may not be as wide as there is room.
  package func measure(_ settings: Settings) -> Rectangle {
    let room = max(1, text.columns - 2)
    let width: Int
    switch settings.measure {
    case .full: width = room
    case .cells(let cells): width = min(room, max(20, cells))
    }
    let spare = room - width
    // Beside a pane the text keeps to the left margin unless there is a lot of room.
    let indent = spare > 8 ? spare / 2 : 0
    return Rectangle(row: text.row, column: text.column + 1 + indent, rows: text.rows, columns: width)
  }
}
