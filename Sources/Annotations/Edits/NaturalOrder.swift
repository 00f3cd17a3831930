/// The order in which people number files: runs of digits count as numbers.
enum NaturalOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    // Ten thousand names are compared before the first screen appears, so no arrays are made of them.
    let result = left.utf8.withContiguousStorageIfAvailable { a in
      right.utf8.withContiguousStorageIfAvailable { b in precedes(a, b) }
    }
    return result.flatMap(\.self) ?? (left < right)
  }

  private static func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let (startA, endA) = digits(in: a, from: i)
        let (startB, endB) = digits(in: b, from: j)
        if endA - startA != endB - startB { return endA - startA < endB - startB }
        let (numberA, numberB) = (a[startA..<endA], b[startB..<endB])
        if !numberA.elementsEqual(numberB) { return numberA.lexicographicallyPrecedes(numberB) }
        (i, j) = (endA, endB)
      } else {
        if a[i] != b[j] { return a[i] < b[j] }
        i += 1
        j += 1
      }
    }
    // Equal but for leading zeros: any fixed order will do.
    return a.count - i != b.count - j ? a.count - i < b.count - j : a.lexicographicallyPrecedes(b)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// The run of digits at `start` without its leading zeros.
  private static func digits(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (start: Int, end: Int) {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    var first = start
    while first + 1 < end, bytes[first] == UInt8(ascii: "0") { first += 1 }
    return (first, end)
  }
}
