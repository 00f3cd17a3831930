/// Takes the names in a `class` or `id` attribute apart: `article__shareBar is-open` into `article share bar` and
/// `is open`, in lower case.
struct NameWords {
  /// Longer attributes are machine-made; what follows is not looked at.
  private static let limit = 512

  private var place: UnsafePointer<CChar>
  private let end: UnsafePointer<CChar>

  /// Reads the text at `names`, which ends with a zero.
  init(_ names: UnsafePointer<CChar>) {
    place = names
    var end = names
    while end.pointee != 0, end - names < Self.limit { end += 1 }
    self.end = end
  }

  /// The words of the next name, or nil after the last one.
  mutating func next() -> [String]? {
    while place < end, Self.isSpace(place.pointee) { place += 1 }
    guard place < end else { return nil }
    var words: [String] = []
    var word: [UInt8] = []
    var afterLower = false
    while place < end, !Self.isSpace(place.pointee) {
      let byte = UInt8(bitPattern: place.pointee)
      place += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        word.append(byte)
        afterLower = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if afterLower { Self.finish(&word, &words) }
        word.append(byte | 0x20)
        afterLower = false
      default:
        Self.finish(&word, &words)
        afterLower = false
      }
    }
    Self.finish(&word, &words)
    return words
  }

  private static func finish(_ word: inout [UInt8], _ words: inout [String]) {
    guard !word.isEmpty else { return }
    words.append(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
  }

  private static func isSpace(_ character: CChar) -> Bool { character > 0 && character <= 0x20 }
}
