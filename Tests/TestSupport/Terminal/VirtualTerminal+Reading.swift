/// What a test looks at.
extension VirtualTerminal {
  /// The cell in a row and column, both from 0.
  public func cell(_ row: Int, _ column: Int) -> TerminalCell { grid.cells[row][column] }

  /// The text of a row without the spaces at its end.
  public func line(_ row: Int) -> String {
    var line = grid.cells[row].map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The text of all rows, without the spaces at their ends.
  public var lines: [String] { (0..<rows).map(line) }

  /// The text of the screen: rows separated by newlines, without empty rows at the end.
  public var text: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Whether `text` stands in one of the rows.
  public func shows(_ text: String) -> Bool { position(of: text) != nil }

  /// Where `text` first stands, reading row by row, or nil. The column is that of the cell it begins in.
  public func position(of text: String) -> Position? {
    for row in 0..<rows {
      let line = grid.cells[row].map(\.text).joined()
      guard let range = line.firstRange(of: text) else { continue }
      var characters = line[..<range.lowerBound].unicodeScalars.count
      var column = 0
      while characters > 0, column < columns {
        characters -= grid.cells[row][column].text.unicodeScalars.count
        column += 1
      }
      while column + 1 < columns, grid.cells[row][column].width == 0 { column += 1 }
      return Position(row: row, column: column)
    }
    return nil
  }

  /// The style of the first cell of `text` where it first stands, or nil.
  public func style(of text: String) -> TerminalStyle? {
    position(of: text).map { cell($0.row, $0.column).style }
  }

  /// Whether the cursor is shown.
  public var isCursorVisible: Bool { modes.contains(25) }

  /// What was put on the clipboard by OSC 52, decoded from base64, in order; questions for it are not here.
  public var clipboard: [String] {
    oscStrings.compactMap { osc in
      guard osc.number == 52, let payload = osc.text.split(separator: ";").last, payload != "?" else { return nil }
      return Self.decode(base64: payload)
    }
  }

  /// Decodes base64 (RFC 4648), or gives back nil.
  private static func decode(base64: Substring) -> String? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in base64.utf8 where byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
