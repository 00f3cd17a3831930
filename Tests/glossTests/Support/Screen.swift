import TestSupport

/// The parts of the reader's screen by their names.
extension VirtualTerminal {
  /// The line at the top.
  var titleLine: String { line(0) }

  /// The line that says where we are and what happened.
  var statusLine: String { line(rows - (rows >= 12 ? 2 : 1)) }

  /// The line of hints.
  var hintLine: String { line(rows - 1) }

  /// What lies between.
  var body: [String] { Array(lines[1..<(rows - 2)]) }

  /// The row of a list that the cursor is on, without the pointer.
  var chosenRow: String { body.first { $0.hasPrefix(">") } ?? "" }

  /// The text of the cells that are shown in reverse, row by row.
  var reversed: [String] {
    (0..<rows).compactMap { row in
      let text = (0..<columns).map { cell(row, $0) }.filter(\.style.reverse).map(\.text).joined()
      return text.isEmpty ? nil : text
    }
  }

  /// The word in the cell of the cursor and those behind it, to the end of the row.
  var textAtCursor: String { String(line(cursor.row).dropFirst(cursor.column)) }
}

extension TerminalSession {
  /// Waits until the status line contains `text`.
  func waitForStatus(_ text: String) throws {
    try wait(for: "\"\(text)\" in the status line") { $0.statusLine.contains(text) }
  }

  /// Waits until everything is on disk.
  func waitUntilSaved() throws {
    try wait(for: "\"saved\" in the status line") { $0.statusLine.hasSuffix(" saved") }
  }

  /// Searches for words in the article and selects their first occurrence, or a later one.
  func select(_ words: String, match number: Int = 1) throws {
    try send(keys: "/")
    try wait(for: "Search this article")
    try send(words)
    try wait(for: "a match of \(words)") { $0.shows("> \(words) ") && $0.shows(" match") }
    for _ in 0..<(number - 1) { try send(keys: "Down") }
    try send(keys: "Enter")
    try wait(for: "the search closed") { !$0.shows("Search this article") }
  }

  /// Leaves the reader with `Q` and waits for its end.
  @discardableResult
  func quit() throws -> ProgramExit {
    try send(keys: "Q")
    return try waitForExit()
  }
}
