/// A screen written as text, with its styles, so that a change of highlighting is a change of lines that people can
/// review. The idea is that of neovim's `screen.lua`.
///
/// ```
/// {a:File  Edit}|
/// The {b:^Penhale} Steam|
/// |*3
/// a = bold reverse
/// b = fg:12
/// ```
///
/// A row ends at `|` behind its last cell that is not blank; `|*3` stands for three equal rows. A run of cells of one
/// style is `{name:text}`, cells in the plain style stand as they are. `^` stands before the cell of the cursor, if it
/// is shown. Braces, `^` and `\` of the text itself stand behind `\`.
public struct StyledScreen: Sendable {
  private let terminal: VirtualTerminal
  private let known: [TerminalStyle: String]

  /// Writes what `terminal` shows.
  ///
  /// - Parameter names: Names for styles that are the same in many tests; they are left out of the legend.
  public init(_ terminal: VirtualTerminal, names: [TerminalStyle: String] = [:]) {
    self.terminal = terminal
    known = names
  }

  /// The rows and the legend, lines separated by newlines.
  public var text: String {
    var names = known
    var legend: [String] = []
    var output: [(line: String, count: Int)] = []
    for row in 0..<terminal.rows {
      let line = line(row, &names, &legend)
      if let last = output.last, last.line == line {
        output[output.count - 1].count += 1
      } else {
        output.append((line, 1))
      }
    }
    return (output.map { $0.count > 1 ? "\($0.line)|*\($0.count)" : "\($0.line)|" } + legend).joined(separator: "\n")
  }

  private func line(_ row: Int, _ names: inout [TerminalStyle: String], _ legend: inout [String]) -> String {
    let plain = TerminalStyle()
    let cursor = terminal.isCursorVisible && terminal.cursor.row == row ? terminal.cursor.column : nil
    var end = terminal.columns
    while end > 0, terminal.cell(row, end - 1) == TerminalCell() { end -= 1 }
    end = max(end, cursor ?? 0)
    var line = ""
    var style = plain
    for column in 0..<end {
      let cell = terminal.cell(row, column)
      if cell.style != style {
        if style != plain { line += "}" }
        style = cell.style
        if style != plain { line += "{\(name(style, &names, &legend)):" }
      }
      if column == cursor { line += "^" }
      for character in cell.text {
        if "{}^\\".contains(character) { line += "\\" }
        line.append(character)
      }
    }
    if style != plain { line += "}" }
    return cursor == end ? line + "^" : line
  }

  private func name(
    _ style: TerminalStyle, _ names: inout [TerminalStyle: String], _ legend: inout [String]
  ) -> String {
    if let name = names[style] { return name }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let number = legend.count
    let name = (number < 26 ? "" : "\(number / 26)") + String(letters[number % 26])
    names[style] = name
    legend.append("\(name) = \(style)")
    return name
  }
}

extension VirtualTerminal {
  /// The screen with its styles; see ``StyledScreen``.
  public var styledText: String { StyledScreen(self).text }
}
