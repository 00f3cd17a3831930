import CTerminal
import ReaderUI

/// Draws frames on the terminal: only rows that have changed are given to curses, which sends only what differs.
struct Screen {
  private var shown: Frame?
  /// Whether the terminal draws what lies between two marks at once (mode 2026).
  var isSynchronized = false

  /// Shows `frame`.
  mutating func show(_ frame: Frame) {
    for row in 0..<frame.size.rows {
      if let shown, shown.size == frame.size, shown.row(row) == frame.row(row) { continue }
      draw(row, of: frame)
    }
    let cursor = frame.cursor
    terminal_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? 0), isSynchronized)
    shown = frame
  }

  /// Draws everything anew with the next frame.
  mutating func forget() {
    shown = nil
    terminal_redraw()
  }

  private func draw(_ row: Int, of frame: Frame) {
    var column = 0
    for cell in frame.row(row) {
      defer { column += 1 }
      guard cell.width > 0 else { continue }
      let style = cell.style
      if !cell.glyph.hasMarks {
        var scalar = cell.glyph.base.value
        terminal_put(
          Int32(row), Int32(column), &scalar, 1, UInt32(style.attributes.rawValue), Self.number(style.foreground),
          Self.number(style.background))
      } else {
        let scalars = ([cell.glyph.base] + cell.glyph.marks).map(\.value)
        terminal_put(
          Int32(row), Int32(column), scalars, scalars.count, UInt32(style.attributes.rawValue),
          Self.number(style.foreground), Self.number(style.background))
      }
    }
  }

  private static func number(_ color: Color) -> Int32 {
    switch color {
    case .standard: Int32(COLOR_STANDARD)
    case .indexed(let index): Int32(index)
    case .rgb(let red, let green, let blue):
      Int32(COLOR_RGB) | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }
  }
}
