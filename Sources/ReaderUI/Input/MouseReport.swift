/// Mouse reports in the two encodings that terminals use.
enum MouseReport {
  /// The old encoding: three bytes, 32 more than what they mean.
  static func x10(_ bytes: [UInt8]) -> MouseEvent? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let button = Int(bytes[0]) - 32
    return event(
      button: button, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, isRelease: button & 3 == 3 && button < 64)
  }

  /// What a button code means; column and row count from 1. Only the left button and the wheel matter.
  static func event(button: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
    guard column > 0, row > 0 else { return nil }
    let kind: MouseEvent.Kind
    switch button & ~0x1C {
    case 64: kind = .wheel(-1)
    case 65: kind = .wheel(1)
    case 32: kind = .drag
    case 0 where !isRelease: kind = .press
    case 0, 3: kind = .release
    default: return nil
    }
    return MouseEvent(kind, column: column - 1, row: row - 1)
  }
}

extension TerminalReport {
  /// Reads an answer of the form `11;rgb:RRRR/GGGG/BBBB`, with one to four digits for each part.
  init?(operatingSystemCommand bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("11;rgb:") else { return nil }
    let parts = text.dropFirst(7).split(separator: "/").compactMap { part -> Int? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
      return value * 255 / ((1 << (4 * part.count)) - 1)
    }
    guard parts.count == 3 else { return nil }
    self = .background(red: parts[0], green: parts[1], blue: parts[2])
  }
}
