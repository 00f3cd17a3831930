/// Escape sequences, control sequences and strings.
extension VirtualTerminal {
  mutating func performEscape(_ intermediates: [UInt8], _ final: UInt8) {
    switch (String(decoding: intermediates, as: UTF8.self), Character(Unicode.Scalar(final))) {
    case ("", "7"): saveCursor()
    case ("", "8"): restoreCursor()
    case ("", "D"): lineFeed()
    case ("", "E"):
      carriageReturn()
      lineFeed()
    case ("", "M"): reverseLineFeed()
    case ("", "H"): tabStops.insert(cursor.column)
    case ("", "c"): reset()
    case ("", "g"): bells += 1
    case ("", "Z"): queries.append(.primaryAttributes)
    // Keypad modes, VT52 and ANSI, selection of UTF-8, and the end of a string that was cut off.
    case ("", "="), ("", ">"), ("", "<"), ("", "\\"), ("%", "G"), ("%", "@"): break
    case ("(", let set): drawing[0] = set == "0"
    case (")", let set): drawing[1] = set == "0"
    case ("*", _), ("+", _): break
    case ("#", "8"):
      for row in 0..<rows {
        for column in 0..<columns {
          var cell = TerminalCell()
          cell.text = "E"
          grid.put(cell, row: row, column: column)
        }
      }
    default: unknown.append("ESC \(String(decoding: intermediates + [final], as: UTF8.self))")
    }
  }

  mutating func performControlSequence(_ sequence: ControlSequence) {
    if moveCursor(sequence) || edit(sequence) || ask(sequence) { return }
    switch sequence.name {
    case "m": changePen(sequence)
    case "h", "l": for parameter in sequence.parameters.indices { setANSI(sequence, parameter) }
    case "?h", "?l": for parameter in sequence.parameters.indices { setPrivate(sequence, parameter) }
    case "r": setRegion(sequence)
    case "s": saveCursor()
    case "u": restoreCursor()
    case "g": if sequence.selector(0) == 3 { tabStops = [] } else { tabStops.remove(cursor.column) }
    case " q": cursorShape = sequence.selector(0)
    case "!p":
      modes.insert(25)
      modes.subtract([1, 6])
      ansiModes.remove(4)
      pen = TerminalStyle()
      region = 0...(rows - 1)
    // Printing, the cursor of the Linux console, modified keys, keyboard protocols, titles kept aside.
    case "i", "?c", ">m", ">n", "?m", ">u", "<u", "=u": break
    case "t" where [22, 23].contains(sequence.selector(0)): break
    default: unknown.append("CSI \(sequence.spelling)")
    }
  }

  /// Performs a sequence that moves the cursor; false if it is none.
  private mutating func moveCursor(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count(0)
    switch sequence.name {
    case "A": moveCursor(rows: -count)
    case "B", "e": moveCursor(rows: count)
    case "C", "a": moveCursor(rows: 0, columns: count)
    case "D": moveCursor(rows: 0, columns: -count)
    case "E":
      moveCursor(rows: count)
      cursor.column = 0
    case "F":
      moveCursor(rows: -count)
      cursor.column = 0
    case "G", "`": moveCursor(rows: 0, columns: count - 1 - cursor.column)
    case "H", "f": placeCursor(row: count - 1, column: sequence.count(1) - 1)
    case "d": placeCursor(row: count - 1, column: cursor.column)
    case "I": tab(count)
    case "Z": tab(-count)
    default: return false
    }
    return true
  }

  /// Performs a sequence that changes cells; false if it is none.
  private mutating func edit(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count(0)
    switch sequence.name {
    case "@": grid.insertCells(row: cursor.row, column: cursor.column, count: count, blank)
    case "P": grid.deleteCells(row: cursor.row, column: cursor.column, count: count, blank)
    case "X": grid.erase(row: cursor.row, cursor.column..<(cursor.column + count), blank)
    case "J", "?J": eraseDisplay(sequence.selector(0))
    case "K", "?K": eraseLine(sequence.selector(0))
    case "L", "M":
      guard region.contains(cursor.row) else { return true }
      let distance = sequence.final == "L" ? -count : count
      grid.scroll(top: cursor.row, bottom: region.upperBound, by: distance, blank)
      cursor.column = 0
    case "S": scroll(by: count)
    case "T": scroll(by: -count)
    case "b":
      if let lastPrinted { for _ in 0..<min(count, rows * columns) { put(lastPrinted) } }
      return true
    default: return false
    }
    wrapsNext = false
    return true
  }

  private mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: grid.erase(row: cursor.row, cursor.column..<columns, blank)
    case 1: grid.erase(row: cursor.row, 0..<(cursor.column + 1), blank)
    default: grid.erase(row: cursor.row, 0..<columns, blank)
    }
  }

  private mutating func eraseDisplay(_ part: Int) {
    switch part {
    case 0:
      if cursor == Position(row: 0, column: 0) { fullClears += 1 }
      eraseLine(0)
      grid.erase(rows: (cursor.row + 1)..<rows, blank)
    case 1:
      eraseLine(1)
      grid.erase(rows: 0..<cursor.row, blank)
    case 2:
      fullClears += 1
      grid.erase(rows: 0..<rows, blank)
    // The lines that have scrolled away, of which none are kept here.
    default: break
    }
  }

  private mutating func setRegion(_ sequence: ControlSequence) {
    let top = min(sequence.count(0), rows) - 1
    let bottom = min(sequence.count(1, standard: rows), rows) - 1
    guard top < bottom || rows == 1 else { return }
    region = top...max(top, bottom)
    placeCursor(row: 0, column: 0)
  }

  private mutating func setANSI(_ sequence: ControlSequence, _ index: Int) {
    let mode = sequence.selector(index)
    // 34 is the cursor of screen; 20, line feed means new line, no program uses.
    guard mode == 4 || mode == 34 else { return unknown.append("CSI \(sequence.spelling)") }
    if sequence.final == "h" { ansiModes.insert(mode) } else { ansiModes.remove(mode) }
  }

  private static let knownModes: Set<Int> = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 25, 40, 45, 47, 66, 69, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1015, 1016,
    1034, 1036, 1039, 1047, 1048, 1049, 2004, 2026, 2027, 2031, 2048,
  ]

  private mutating func setPrivate(_ sequence: ControlSequence, _ index: Int) {
    let mode = sequence.selector(index)
    guard Self.knownModes.contains(mode) else { return unknown.append("CSI \(sequence.spelling)") }
    let on = sequence.final == "h"
    if on { modes.insert(mode) } else { modes.remove(mode) }
    switch mode {
    case 5: if on { bells += 1 }
    case 6: placeCursor(row: 0, column: 0)
    case 7: wrapsNext = false
    case 47: show(alternate: on)
    case 1047:
      if !on, isAlternateScreen { grid.erase(rows: 0..<rows, blank) }
      show(alternate: on)
    case 1048: if on { saveCursor() } else { restoreCursor() }
    case 1049:
      if on, !isAlternateScreen {
        saveCursor()
        show(alternate: true)
        grid.erase(rows: 0..<rows, blank)
      } else if !on, isAlternateScreen {
        show(alternate: false)
        restoreCursor()
      }
    default: break
    }
  }

  /// Notes a question; false if the sequence is none.
  private mutating func ask(_ sequence: ControlSequence) -> Bool {
    let query: TerminalQuery
    switch (sequence.name, sequence.selector(0)) {
    case ("c", 0), ("=c", 0): query = .primaryAttributes
    case (">c", 0): query = .secondaryAttributes
    case (">q", 0): query = .version
    case ("n", 5): query = .status
    case ("n", 6), ("?n", 6): query = .cursorPosition
    case ("?n", 996): query = .colorScheme
    case ("?$p", let mode): query = .mode(mode)
    case ("?u", _): query = .keyboardFlags
    case ("t", let number) where (11...21).contains(number): query = .window(number)
    default: return false
    }
    queries.append(query)
    return true
  }

  mutating func performOSC(_ number: Int?, _ text: String) {
    oscStrings.append(OSC(number: number, text: text))
    switch number {
    case 0, 2: title = text
    case 10, 11, 12: if let number, text == "?" { queries.append(.color(number)) }
    case 4:
      let parts = text.split(separator: ";")
      if parts.count == 2, parts[1] == "?", let index = Int(parts[0]) { queries.append(.paletteColor(index)) }
    case 52: if text.hasSuffix(";?") { queries.append(.clipboard) }
    // Icon name, directory, link, notification, reset of colours, marks of prompts; and `ESC ] R`, `ESC ] P`.
    case 1, 7, 8, 9, 104, 110, 111, 112, 133, 777, 1337, nil: break
    default: unknown.append("OSC \(number.map(String.init) ?? "");\(text)")
    }
  }

  mutating func performString(_ introducer: UInt8, _ text: String) {
    let letter = Character(Unicode.Scalar(introducer))
    if letter == "k" {
      title = text
      return
    }
    strings.append("\(letter)\(text)")
    if letter == "P", text.hasPrefix("+q") || text.hasPrefix("$q") { queries.append(.string(text)) }
  }
}
