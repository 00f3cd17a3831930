/// What a cell shows: a base character with at most four marks, which is what curses takes for one cell.
///
/// There are tens of thousands of these on a screen, so a glyph is plain bytes and points to nothing.
package struct Glyph: Hashable, Sendable {
  /// The base.
  package let base: Unicode.Scalar
  /// Marks on the base, in order, with zeros behind them; nearly always zeros only.
  private var packed = SIMD4<UInt32>.zero

  /// Makes a glyph.
  package init(_ base: Unicode.Scalar, mark: Unicode.Scalar? = nil) {
    self.base = base
    if let mark { add(mark) }
  }

  /// Puts a mark behind the others. One that does not fit any more is not shown.
  package mutating func add(_ mark: Unicode.Scalar) {
    if let free = packed.indices.first(where: { packed[$0] == 0 }) { packed[free] = mark.value }
  }

  /// Whether there are marks.
  package var hasMarks: Bool { packed[0] != 0 }

  /// Marks on the base, in order.
  package var marks: [Unicode.Scalar] {
    packed.indices.compactMap { packed[$0] == 0 ? nil : Unicode.Scalar(packed[$0]) }
  }

  /// Base and marks as text.
  package var text: String {
    var text = String(base)
    for mark in marks { text.unicodeScalars.append(mark) }
    return text
  }
}
