/// Characters, control characters and the cursor.
extension VirtualTerminal {
  /// What erased cells look like: as the terminals with "background colour erase" do it.
  var blank: TerminalCell { TerminalCell(style: TerminalStyle(background: pen.background)) }

  mutating func put(_ scalar: Unicode.Scalar) {
    let scalar = drawing[charset] ? Self.lineDrawing(scalar) : scalar
    let width = self.width(scalar)
    guard width > 0 else {
      let column = wrapsNext ? cursor.column : max(0, cursor.column - 1)
      grid.append(mark: scalar, row: cursor.row, column: column)
      return
    }
    lastPrinted = scalar
    if wrapsNext || cursor.column + width > columns {
      if modes.contains(7) {
        cursor.column = 0
        lineFeed()
      } else {
        cursor.column = max(0, columns - width)
      }
      wrapsNext = false
    }
    if ansiModes.contains(4) {
      grid.insertCells(row: cursor.row, column: cursor.column, count: width, blank)
    }
    var cell = TerminalCell(style: pen)
    cell.text = String(Character(scalar))
    cell.width = min(width, columns)
    grid.put(cell, row: cursor.row, column: cursor.column)
    if cursor.column + width >= columns {
      cursor.column = columns - 1
      wrapsNext = modes.contains(7)
    } else {
      cursor.column += width
    }
  }

  /// DEC special graphics, 0x5F to 0x7E (VT100 user guide, table 3-9).
  private static func lineDrawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let graphics = Array(" ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)
    guard (0x5F...0x7E).contains(scalar.value) else { return scalar }
    return graphics[Int(scalar.value - 0x5F)]
  }

  mutating func performControl(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      wrapsNext = false
    case 0x09: tab(1)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: carriageReturn()
    case 0x0E: charset = 1
    case 0x0F: charset = 0
    case 0x00, 0x7F: break
    default: unknown.append("control character \(String(byte, radix: 16))")
    }
  }

  mutating func carriageReturn() {
    cursor.column = 0
    wrapsNext = false
  }

  mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == region.upperBound {
      scroll(by: 1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
  }

  mutating func reverseLineFeed() {
    wrapsNext = false
    if cursor.row == region.lowerBound {
      scroll(by: -1)
    } else {
      cursor.row = max(0, cursor.row - 1)
    }
  }

  /// Moves what scrolls up, or down if `count` is negative.
  mutating func scroll(by count: Int) {
    grid.scroll(top: region.lowerBound, bottom: region.upperBound, by: count, blank)
  }

  /// Goes to the next tab stops, back if `count` is negative.
  mutating func tab(_ count: Int) {
    wrapsNext = false
    for _ in 0..<min(abs(count), columns) {
      if count > 0 {
        cursor.column = tabStops.filter { $0 > cursor.column && $0 < columns }.min() ?? columns - 1
      } else {
        cursor.column = tabStops.filter { $0 < cursor.column }.max() ?? 0
      }
    }
  }

  /// Moves the cursor within the screen; within what scrolls if it is there and moves only up or down.
  mutating func moveCursor(rows distance: Int, columns sideways: Int = 0) {
    wrapsNext = false
    let inside = region.contains(cursor.row)
    let bounds = inside ? region : 0...(rows - 1)
    cursor.row = min(max(cursor.row + distance, bounds.lowerBound), bounds.upperBound)
    cursor.column = min(max(cursor.column + sideways, 0), columns - 1)
  }

  /// Puts the cursor at a row and column, which are those of the region in origin mode.
  mutating func placeCursor(row: Int, column: Int) {
    wrapsNext = false
    let origin = modes.contains(6)
    let bounds = origin ? region : 0...(rows - 1)
    cursor.row = min(max(row + (origin ? region.lowerBound : 0), bounds.lowerBound), bounds.upperBound)
    cursor.column = min(max(column, 0), columns - 1)
  }

  mutating func saveCursor() {
    saved = SavedCursor(
      cursor: cursor, pen: pen, drawing: drawing, charset: charset, origin: modes.contains(6))
  }

  mutating func restoreCursor() {
    cursor = Position(row: min(saved.cursor.row, rows - 1), column: min(saved.cursor.column, columns - 1))
    pen = saved.pen
    drawing = saved.drawing
    charset = saved.charset
    if saved.origin { modes.insert(6) } else { modes.remove(6) }
    wrapsNext = false
  }

  /// Shows the alternate screen or the ordinary one, if it is not shown already.
  mutating func show(alternate: Bool) {
    guard alternate != isAlternateScreen else { return }
    swap(&grid, &otherGrid)
    swap(&saved, &otherSaved)
    isAlternateScreen = alternate
  }

  /// Everything as when it was switched on, the records excepted.
  mutating func reset() {
    let size = (rows, columns)
    show(alternate: false)
    modes = [7, 25]
    ansiModes = []
    pen = TerminalStyle()
    region = 0...(size.0 - 1)
    tabStops = Set(stride(from: 8, to: size.1, by: 8))
    drawing = [false, false]
    charset = 0
    saved = SavedCursor()
    cursor = Position(row: 0, column: 0)
    wrapsNext = false
    grid.erase(rows: 0..<rows, TerminalCell())
    fullClears += 1
  }
}
