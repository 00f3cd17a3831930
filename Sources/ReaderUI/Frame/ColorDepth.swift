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
