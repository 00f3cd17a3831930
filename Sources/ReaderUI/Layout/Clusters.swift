/// The clusters of a text, one after another.
package struct Clusters<Bytes: RandomAccessCollection<UInt8>>: Sequence, IteratorProtocol where Bytes.Index == Int {
  private let bytes: Bytes
  private var offset: Int
  private let end: Int

  /// Goes over `bytes`, valid UTF-8; offsets are indices of `bytes`.
  package init(_ bytes: Bytes) {
    self.bytes = bytes
    offset = bytes.startIndex
    end = bytes.endIndex
  }

  private func scalar(at index: Int) -> (Unicode.Scalar, next: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), index + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + length <= end else { return ("\u{FFFD}", index + 1) }
    var code = UInt32(first) & (0xFF >> UInt32(length + 1))
    for place in 1..<length { code = code << 6 | UInt32(bytes[index + place] & 0x3F) }
    return (Unicode.Scalar(code) ?? "\u{FFFD}", index + length)
  }

  /// The next cluster, or nil at the end.
  package mutating func next() -> Cluster? {
    guard offset < end else { return nil }
    let start = offset
    let first = bytes[offset]
    // Plain letters between plain letters are nearly everything there is.
    if first >= 0x20, first < 0x7F, offset + 1 >= end || bytes[offset + 1] < 0x80 {
      offset += 1
      return Cluster(
        glyph: Glyph(Unicode.Scalar(first)), cells: 1, start: start, end: offset, isSpace: first == 0x20)
    }
    return general(start)
  }

  private mutating func general(_ start: Int) -> Cluster? {
    var cluster: Cluster?
    var isJoined = false
    while offset < end {
      let (scalar, following) = scalar(at: offset)
      switch ScalarRole(scalar) {
      case .hidden:
        if scalar == "\u{200D}" { isJoined = cluster?.cells == 2 }
      case .mark:
        if cluster == nil {
          // A mark without a base, at the start of a line: a dotted circle carries it.
          cluster = Cluster(glyph: Glyph("\u{25CC}", mark: scalar), cells: 1, start: start, end: 0, isSpace: false)
        } else {
          cluster?.glyph.add(scalar)
        }
      case .base(let shown, let cells):
        if isJoined, scalar.value >= 0x2190 {
          isJoined = false
        } else if cluster == nil {
          cluster = Cluster(
            glyph: Glyph(shown), cells: cells, start: start, end: 0,
            isSpace: scalar == " " || scalar == "\t" || scalar == "\u{3000}"
              || (0x2000...0x200A).contains(scalar.value),
            isTab: scalar == "\t")
        } else {
          cluster?.end = offset
          return cluster
        }
      case .modifier:
        if cluster == nil { cluster = Cluster(glyph: Glyph(scalar), cells: 2, start: start, end: 0, isSpace: false) }
      }
      offset = following
    }
    cluster?.end = offset
    return cluster
  }
}

extension Clusters<[UInt8]> {
  /// Goes over `text`.
  package init(_ text: String) { self.init(Array(text.utf8)) }
}

/// What a code point does to the cells.
private enum ScalarRole {
  /// It starts a cell and shows as the given character.
  case base(Unicode.Scalar, cells: Int)
  /// It is drawn onto the base before it.
  case mark
  /// It is a skin tone: shown only where it stands alone.
  case modifier
  /// It is never shown.
  case hidden

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .base(" ", cells: 1)
    case 0..<0x20: self = .base(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}", cells: 1)
    case 0x7F: self = .base("\u{2421}", cells: 1)
    case 0x2028, 0x2029, 0x85: self = .base(" ", cells: 1)
    case 0x80..<0xA0: self = .base("\u{FFFD}", cells: 1)
    case 0xA0, 0x202F: self = .base(" ", cells: 1)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F, 0x20E3, 0x180B...0x180F,
      0xE0000...0xE0FFF, 0xFFF9...0xFFFB:
      self = .hidden
    case 0x1F3FB...0x1F3FF: self = .modifier
    default:
      switch CellWidth.cells(scalar) {
      case 0: self = .mark
      case let cells?: self = .base(scalar, cells: cells)
      case nil: self = .base("\u{FFFD}", cells: 1)
      }
    }
  }
}
