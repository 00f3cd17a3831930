import Annotations

/// Short pieces of text on one line, for lists.
enum Excerpt {
  /// `text` with runs of white space as one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Up to `cells` cells of the text before the UTF-8 offset `offset`, cut at a word where possible.
  static func before(_ offset: Int, in document: Document, cells: Int) -> String {
    var start = max(document.metadata.body.start, offset - cells * 3)
    while !document.isCodePointBoundary(start) { start += 1 }
    let raw = document.text(in: Span(min(start, offset), offset))
    let line = oneLine(raw)
    let kept = suffix(of: line, cells: cells)
    let isCut = start > document.metadata.body.start || kept.count < line.count
    return (isCut ? "…" : "") + kept + (raw.last?.isWhitespace == true ? " " : "")
  }

  /// Up to `cells` cells of the text behind the UTF-8 offset `offset`.
  static func after(_ offset: Int, in document: Document, cells: Int) -> String {
    var end = min(document.bytes.count, offset + cells * 3)
    while !document.isCodePointBoundary(end) { end -= 1 }
    let raw = document.text(in: Span(offset, max(offset, end)))
    let line = oneLine(raw)
    let kept = prefix(of: line, cells: cells)
    let isCut = end < document.bytes.count || kept.count < line.count
    return (raw.first?.isWhitespace == true ? " " : "") + kept + (isCut ? "…" : "")
  }

  /// The beginning of `text` that takes at most `cells` cells.
  static func prefix(of text: String, cells: Int) -> String {
    var used = 0
    var kept = ""
    for character in text {
      let width = CellWidth.cells(String(character))
      if used + width > cells { break }
      used += width
      kept.append(character)
    }
    return kept
  }

  /// The end of `text` that takes at most `cells` cells.
  static func suffix(of text: String, cells: Int) -> String {
    var used = 0
    var kept: [Character] = []
    for character in text.reversed() {
      let width = CellWidth.cells(String(character))
      if used + width > cells { break }
      used += width
      kept.append(character)
    }
    return String(kept.reversed())
  }

  /// `text` broken at spaces into lines of at most `cells` cells, no more than `count` of them; an ellipsis stands where
  /// something is left out.
  static func lines(of text: String, cells: Int, count: Int) -> [String] {
    var lines: [String] = []
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    while let first = words.first, lines.count < count {
      guard lines.count + 1 < count else {
        lines.append(fitted(words.joined(separator: " "), cells: cells))
        break
      }
      var line = fitted(String(first), cells: cells)
      words = words.dropFirst()
      while let word = words.first, CellWidth.cells(line) + 1 + CellWidth.cells(String(word)) <= cells {
        line += " " + word
        words = words.dropFirst()
      }
      lines.append(line)
    }
    return lines
  }

  /// `text`, or as much of it as fits into `cells` cells with an ellipsis behind it.
  static func fitted(_ text: String, cells: Int) -> String {
    guard CellWidth.cells(text) > cells else { return text }
    return cells <= 1 ? String(prefix(of: text, cells: cells)) : prefix(of: text, cells: cells - 1) + "…"
  }
}
