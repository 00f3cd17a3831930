/// Text as it runs from element to element, white space collapsed as browsers do it (CSS Text 3, section 4.1).
///
/// Dropped are control characters, soft hyphens, zero width spaces and byte order marks: none of them is seen. A line
/// break of the source between two ideographs or kana is no space. A single no-break space between two words stays
/// what it is.
struct TextFlow {
  /// What has been collected, without white space at its beginning.
  private(set) var bytes: [UInt8] = []
  /// How much that is.
  private(set) var measure = TextMeasure()

  private enum Gap {
    case none
    case space
    /// White space with a line break in it.
    case lineBreak
    case noBreakSpace
  }

  private var gap = Gap.none
  private var lastIsWide = false
  private var column = 0

  /// Whether nothing but white space has been collected.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether what comes next begins a line.
  var isAtLineStart: Bool { bytes.isEmpty || bytes.last == 0x0A }

  /// Takes everything out and begins anew.
  mutating func take() -> (text: [UInt8], measure: TextMeasure) {
    while let last = bytes.last, last == 0x0A || last == 0x20 { bytes.removeLast() }
    defer { self = TextFlow() }
    return (bytes, measure)
  }

  /// Adds a text of the page.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, inLink: Bool) {
    measure.add(text, inLink: inLink)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte > 0x20, byte < 0x7F {
        closeGap(before: false)
        let start = index
        repeat { index += 1 } while index < text.count && text[index] > 0x20 && text[index] < 0x7F
        bytes.append(contentsOf: text[start..<index])
        lastIsWide = false
      } else if byte < 0x80 {
        index += 1
        widenGap(byte)
      } else {
        let (scalar, next) = UTF8Scan.scalar(in: text, at: index)
        append(scalar, text[index..<next])
        index = next
      }
    }
  }

  private mutating func widenGap(_ byte: UInt8) {
    switch byte {
    case 0x0A, 0x0D: gap = .lineBreak
    case 0x20, 0x09, 0x0C: gap = gap == .lineBreak ? .lineBreak : .space
    default: break
    }
  }

  private mutating func append(_ scalar: UInt32, _ encoded: Slice<UnsafeBufferPointer<UInt8>>) {
    switch scalar {
    case 0xA0: gap = gap == .none ? .noBreakSpace : .space
    case 0x2028, 0x2029: gap = .lineBreak
    default:
      guard !Self.isUnseen(scalar) else { return }
      let wide = EastAsian.isWide(scalar)
      closeGap(before: wide)
      if scalar == 0xFFFD {
        // Also stands for bytes that are no UTF-8.
        bytes += [0xEF, 0xBF, 0xBD]
      } else {
        bytes.append(contentsOf: encoded)
      }
      lastIsWide = wide
    }
  }

  /// Whether a character takes no room and means nothing to a reader.
  private static func isUnseen(_ scalar: UInt32) -> Bool {
    scalar < 0x20 || (0x7F...0x9F).contains(scalar)
      || [0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC].contains(scalar)
  }

  private mutating func closeGap(before wide: Bool) {
    defer { gap = .none }
    guard !isAtLineStart else { return }
    switch gap {
    case .none: break
    case .lineBreak where wide && lastIsWide: break
    case .space, .lineBreak: bytes.append(0x20)
    case .noBreakSpace: bytes += [0xC2, 0xA0]
    }
  }

  /// Adds ASCII that is not in the page: quotation marks, a separator. It counts for nothing.
  mutating func append(mark: String) {
    closeGap(before: false)
    bytes += Array(mark.utf8)
    lastIsWide = false
  }

  /// Adds a closing mark, close to what is before it.
  mutating func append(closing mark: String) {
    let space = gap
    gap = .none
    if !bytes.isEmpty { bytes += Array(mark.utf8) }
    gap = space
    lastIsWide = false
  }

  /// What follows stands apart from what came before, on the same line.
  mutating func separate() { gap = .space }

  /// Ends the line.
  mutating func breakLine() {
    gap = .none
    lastIsWide = false
    column = 0
    if !bytes.isEmpty { bytes.append(0x0A) }
  }

  /// Adds a text whose spaces and line breaks count; tabs go to the next multiple of eight columns.
  mutating func append(preformatted text: UnsafeBufferPointer<UInt8>, inLink: Bool) {
    measure.add(text, inLink: inLink)
    var index = 0
    while index < text.count {
      let (scalar, next) = UTF8Scan.scalar(in: text, at: index)
      let encoded = text[index..<next]
      index = next
      switch scalar {
      case 0x0A:
        while bytes.last == 0x20 { bytes.removeLast() }
        breakLine()
      case 0x09:
        let spaces = 8 - column % 8
        bytes += [UInt8](repeating: 0x20, count: spaces)
        column += spaces
      case 0xA0:
        bytes.append(0x20)
        column += 1
      default:
        guard !Self.isUnseen(scalar), scalar != 0x2028, scalar != 0x2029 else { continue }
        if scalar == 0xFFFD { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(contentsOf: encoded) }
        column += 1
      }
    }
  }
}
