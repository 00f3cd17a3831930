/// Something that a program in a ``TerminalSession`` was expected to do and did not, with the screen as it was then.
public struct TerminalFailure: Error, CustomStringConvertible {
  /// What was expected.
  public let message: String
  /// How the program had ended, if it had.
  public let exit: ProgramExit?
  /// The terminal.
  public let screen: VirtualTerminal

  /// The message, and the screen in a frame.
  public var description: String {
    let edge = "+" + String(repeating: "-", count: screen.columns) + "+"
    var lines = [message]
    if let exit { lines.append("the program has ended: \(exit)") }
    if !screen.unknown.isEmpty { lines.append("not understood: \(screen.unknown.suffix(5))") }
    lines.append("cursor at row \(screen.cursor.row), column \(screen.cursor.column)")
    lines.append(edge)
    for row in 0..<screen.rows {
      let cells = (0..<screen.columns).map { screen.cell(row, $0).text }
      lines.append("|" + cells.joined() + "|")
    }
    lines.append(edge)
    return lines.joined(separator: "\n")
  }
}
