/// How many cells of a terminal a code point takes. Layout and drawing both ask here, and only here.
package enum CellWidth {
  private static let unprintableMark: UInt8 = 3

  /// Widths of the Basic Multilingual Plane, one byte each.
  private static let plane0: [UInt8] = {
    var widths = [UInt8](repeating: 1, count: 0x10000)
    for (ranges, width) in ranges {
      for (first, last) in ranges where first < 0x10000 {
        for code in first...min(last, 0xFFFF) { widths[Int(code)] = width }
      }
    }
    for code in 0..<0x20 { widths[code] = unprintableMark }
    for code in 0x7F..<0xA0 { widths[code] = unprintableMark }
    return widths
  }()

  private static let ranges: [(ranges: [(UInt32, UInt32)], width: UInt8)] = [
    (parse(CellWidthTable.zero), 0), (parse(CellWidthTable.wide), 2),
    (parse(CellWidthTable.unprintable), unprintableMark),
  ]

  /// Reads ranges in hexadecimal. The first screen waits for this, so it goes over the bytes.
  private static func parse(_ text: StaticString) -> [(UInt32, UInt32)] {
    var ranges: [(UInt32, UInt32)] = []
    var code: UInt32 = 0
    var first: UInt32?
    var hasDigits = false
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "-"): (first, code) = (code, 0)
      default:
        if hasDigits { ranges.append((first ?? code, code)) }
        (first, code, hasDigits) = (nil, 0, false)
        continue
      }
      hasDigits = true
    }
    if hasDigits { ranges.append((first ?? code, code)) }
    return ranges
  }

  /// 0, 1 or 2 cells; nil for what cannot be shown: control characters and what Unicode 15 does not know.
  package static func cells(_ scalar: Unicode.Scalar) -> Int? {
    let code = scalar.value
    if code < 0x7F { return code >= 0x20 ? 1 : nil }
    let width: UInt8
    if code < 0x10000 {
      width = plane0[Int(code)]
    } else {
      width = ranges.first { contains(code, $0.ranges) }?.width ?? 1
    }
    return width == unprintableMark ? nil : Int(width)
  }

  private static func contains(_ code: UInt32, _ ranges: [(UInt32, UInt32)]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].1 < code { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].0 <= code
  }

  /// How many cells `text` takes when it is drawn.
  package static func cells(_ text: String) -> Int {
    var count = 0
    for cluster in Clusters(text) { count += cluster.cells }
    return count
  }
}
