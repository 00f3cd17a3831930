/// A colour as a terminal can be told it.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the first 16 or 256 colours of the terminal.
  case indexed(UInt8)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)
}

/// How many colours a terminal can show at once.
package enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// None: attributes and brackets only.
  case mono = 0
  /// The first eight.
  case eight = 8
  /// The first sixteen.
  case sixteen = 16
  /// The palette of xterm.
  case indexed = 256
  /// Any.
  case direct = 16_777_216

  /// Fewer colours first.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
