/// The number, letter or bullet that begins a point of a list: `1.`, `2)`, `3.)`, `b.`, `•`.
struct ListMarker: Equatable {
  enum Style: Equatable {
    case bullet
    case numbers(closedBy: String)
    case letters(closedBy: String)
  }

  var style: Style
  /// 1 for the first point; 0 for a bullet.
  var value: Int
  /// How many tokens it takes up.
  var length: Int

  /// Reads the marker that begins with the token `index`; nil when none does.
  init?(_ tokens: [Token], _ index: Int, in bytes: [UInt8]) {
    func text(_ index: Int) -> String {
      guard index < tokens.count, tokens[index].length <= 4 else { return "" }
      return String(decoding: bytes[tokens[index].span.range], as: UTF8.self)
    }
    let first = text(index)
    if ["•", "⁃", "◦", "▪", "‣"].contains(first) {
      self.init(style: .bullet, value: 0, length: 1)
      if let number = ListMarker(tokens, index + 1, in: bytes), number.style != .bullet { length += number.length }
      return
    }
    var end = text(index + 1)
    var length = 2
    guard end == "." || end == ")", tokens[index + 1].start == tokens[index].end else { return nil }
    if end == ".", text(index + 2) == ")", tokens[index + 2].start == tokens[index + 1].end {
      end = ".)"
      length = 3
    }
    if let number = Int(first), number >= 0, number < 1000 {
      self.init(style: .numbers(closedBy: end), value: number, length: length)
    } else if first.utf8.count == 1, let letter = first.utf8.first, letter >= 0x61, letter <= 0x7A {
      self.init(style: .letters(closedBy: end), value: Int(letter) - 0x60, length: length)
    } else {
      return nil
    }
  }

  private init(style: Style, value: Int, length: Int) {
    self.style = style
    self.value = value
    self.length = length
  }

  /// Whether this is the point after `other` of the same list.
  func follows(_ other: ListMarker) -> Bool {
    style == other.style && (style == .bullet || value == other.value + 1)
  }
}
