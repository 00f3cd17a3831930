/// The first lines of a text, to find its headline and date in.
struct HeadLines {
  struct Line {
    /// Without white space at its edges.
    var text: String
    /// Where ``text`` lies, in UTF-8 offsets.
    var span: Span
    /// Whether the line is the last one of the text, or an empty line follows.
    var standsAlone: Bool

    /// The line as a headline, or nil when it reads like the beginning of the article itself.
    var headline: (String, Span)? {
      let marks = text.prefix { $0 == "#" }.count
      if marks > 0, marks <= 6, text.dropFirst(marks).first == " " {
        let heading = text.dropFirst(marks).drop { $0 == " " }
        guard !heading.isEmpty else { return nil }
        return (String(heading), Span(span.end - heading.utf8.count, span.end))
      }
      guard standsAlone, text.count <= 160, let last = text.last, !".:;,".contains(last) else { return nil }
      return (text, span)
    }
  }

  struct FrontMatter {
    var fields: [(String, String)]
    var end: Int
    var lineCount: Int
  }

  private(set) var lines: [Line] = []
  private var lineEnds: [Int] = []

  /// Reads lines of `bytes` from the UTF-8 offset `start`, until `limit` bytes are used up; the last one may be cut.
  init(_ bytes: [UInt8], from start: Int, limit: Int) {
    var index = start
    var stop = min(bytes.count, start + limit)
    while stop > start, stop < bytes.count, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    while index < stop {
      var end = index
      while end < stop, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var first = index
      var last = end
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if end < bytes.count, bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { end += 1 }
      index = min(end + 1, bytes.count)
      let text = String(decoding: bytes[first..<last], as: UTF8.self)
      if text.isEmpty, !lines.isEmpty { lines[lines.count - 1].standsAlone = true }
      lines.append(Line(text: text, span: Span(first, last), standsAlone: index == bytes.count))
      lineEnds.append(index)
    }
  }

  /// The block between a first line `---` and the next `---` or `...`, if every line in it could belong there.
  func frontMatter() -> FrontMatter? {
    guard lines.first?.text == "---",
      let close = lines.dropFirst().prefix(80).firstIndex(where: { $0.text == "---" || $0.text == "..." })
    else { return nil }
    var fields: [(String, String)] = []
    for line in lines[1..<close] {
      if let field = Self.field(line.text) { fields.append(field) }
    }
    guard close == 1 || !fields.isEmpty else { return nil }
    return FrontMatter(fields: fields, end: lineEnds[close], lineCount: close + 1)
  }

  /// `Key: value`, quotes around the value taken off.
  static func field(_ text: String) -> (key: String, value: String)? {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let key = text[..<colon]
    guard key.count <= 20, key.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }) else { return nil }
    var value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    if value.count >= 2, let quote = value.first, "\"'".contains(quote), value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return (String(key), String(value))
  }
}
