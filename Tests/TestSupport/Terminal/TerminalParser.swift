/// Takes the bytes that a program sends to a terminal apart, one by one, in the manner of the DEC VT500 state machine
/// (Paul Williams, "A parser for DEC's ANSI-compatible video terminals") with UTF-8.
struct TerminalParser: Sendable {
  private enum State {
    case ground
    case escape
    case csi
    case osc
    case oscEscape
    /// The palette of the Linux console: `ESC ] P` and seven hexadecimal digits, with no end.
    case palette
    case string(UInt8)
    case stringEscape(UInt8)
  }

  /// A string of this many bytes is cut; no test needs more.
  private static let longestString = 4 << 20

  private var state = State.ground
  private var collected: [UInt8] = []
  private var utf8: [UInt8] = []
  private var needed = 0

  /// Reads one byte and gives out what it completes.
  mutating func read(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) {
    switch state {
    case .ground: readGround(byte, emit)
    case .escape: readEscape(byte, emit)
    case .csi: readControlSequence(byte, emit)
    case .osc, .oscEscape, .palette: readOSC(byte, emit)
    case .string(let introducer): readString(byte, introducer, escaped: false, emit)
    case .stringEscape(let introducer): readString(byte, introducer, escaped: true, emit)
    }
  }

  private mutating func readGround(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) {
    if needed > 0 {
      if byte & 0xC0 == 0x80 {
        utf8.append(byte)
        if utf8.count == needed { finishCharacter(emit) }
        return
      }
      breakCharacter(emit)
    }
    switch byte {
    case 0x1B: begin(.escape)
    case 0..<0x20, 0x7F: emit(.control(byte))
    case 0x20..<0x7F: emit(.print(Unicode.Scalar(byte)))
    case 0xC2..<0xF5:
      utf8 = [byte]
      needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    default: emit(.malformed("byte \(String(byte, radix: 16)) is no UTF-8"))
    }
  }

  private mutating func finishCharacter(_ emit: (TerminalSequence) -> Void) {
    defer { needed = 0 }
    guard let text = String(validating: utf8, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return breakCharacter(emit)
    }
    // Terminals obey them like ESC and a letter: nothing that came out of a document may send them.
    if (0x80..<0xA0).contains(scalar.value) {
      emit(.malformed("control character U+00\(String(scalar.value, radix: 16, uppercase: true))"))
    } else {
      emit(.print(scalar))
    }
  }

  private mutating func breakCharacter(_ emit: (TerminalSequence) -> Void) {
    needed = 0
    emit(.malformed("bytes \(utf8.map { String($0, radix: 16) }.joined(separator: " ")) are no UTF-8"))
    emit(.print("\u{FFFD}"))
  }

  private mutating func begin(_ next: State) {
    state = next
    collected = []
  }

  /// Handles what ends any sequence; true when it was that.
  private mutating func readInterruption(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) -> Bool {
    switch byte {
    case 0x1B:
      emit(.malformed("unfinished \(Self.spell(collected))"))
      begin(.escape)
    case 0x18, 0x1A: state = .ground
    case 0..<0x20: emit(.control(byte))
    default: return false
    }
    return true
  }

  private mutating func readEscape(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) {
    if readInterruption(byte, emit) { return }
    switch byte {
    case 0x20..<0x30: collected.append(byte)
    case UInt8(ascii: "[") where collected.isEmpty: begin(.csi)
    case UInt8(ascii: "]") where collected.isEmpty: begin(.osc)
    case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"), UInt8(ascii: "k"):
      begin(.string(byte))
    case 0x30..<0x7F:
      emit(.escape(intermediates: collected, final: byte))
      state = .ground
    default:
      emit(.malformed("ESC and byte \(String(byte, radix: 16))"))
      state = .ground
    }
  }

  private mutating func readControlSequence(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) {
    if readInterruption(byte, emit) { return }
    switch byte {
    case 0x20..<0x40: collected.append(byte)
    case UInt8(ascii: "[") where collected.isEmpty:
      // Function keys of the Linux console look like this; a program does not send them.
      collected.append(byte)
    case 0x40..<0x7F:
      state = .ground
      emit(.csi(Self.sequence(collected, final: byte)))
    default:
      emit(.malformed("CSI \(Self.spell(collected)) and byte \(String(byte, radix: 16))"))
      state = .ground
    }
  }

  private static func sequence(_ bytes: [UInt8], final: UInt8) -> ControlSequence {
    var sequence = ControlSequence()
    sequence.spelling = spell(bytes + [final])
    sequence.final = Character(Unicode.Scalar(final))
    var rest = bytes[...]
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      sequence.prefix = Character(Unicode.Scalar(first))
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { (0x30..<0x3C).contains($0) }
    sequence.intermediates = spell(Array(rest.dropFirst(digits.count)))
    guard !digits.isEmpty else { return sequence }
    sequence.parameters = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
    }
    return sequence
  }

  private mutating func readOSC(_ byte: UInt8, _ emit: (TerminalSequence) -> Void) {
    switch (state, byte) {
    case (.oscEscape, UInt8(ascii: "\\")), (.osc, 0x07): finishOSC(emit)
    case (.oscEscape, _):
      emit(.malformed("unfinished OSC \(Self.spell(collected))"))
      begin(.escape)
      readEscape(byte, emit)
    case (.osc, 0x1B): state = .oscEscape
    case (.osc, 0x18), (.osc, 0x1A): state = .ground
    case (.osc, UInt8(ascii: "P")) where collected.isEmpty: state = .palette
    case (.osc, UInt8(ascii: "R")) where collected.isEmpty: finishOSC(emit)
    case (.palette, _):
      collected.append(byte)
      if collected.count == 7 { finishOSC(emit) }
    default: if collected.count < Self.longestString { collected.append(byte) }
    }
  }

  private mutating func finishOSC(_ emit: (TerminalSequence) -> Void) {
    let parts = collected.split(separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
    let number = parts.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    let text = number == nil ? collected[...] : parts.dropFirst().first ?? []
    state = .ground
    emit(.osc(number: number, text: String(decoding: text, as: UTF8.self)))
  }

  private mutating func readString(
    _ byte: UInt8, _ introducer: UInt8, escaped: Bool, _ emit: (TerminalSequence) -> Void
  ) {
    if escaped, byte == UInt8(ascii: "\\") {
      state = .ground
      emit(.string(introducer: introducer, text: String(decoding: collected, as: UTF8.self)))
    } else if escaped {
      // Within tmux's passthrough an escape character is doubled.
      collected += byte == 0x1B ? [byte] : [0x1B, byte]
      state = .string(introducer)
    } else if byte == 0x1B {
      state = .stringEscape(introducer)
    } else if byte == 0x18 || byte == 0x1A {
      state = .ground
    } else if collected.count < Self.longestString {
      collected.append(byte)
    }
  }

  private static func spell(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
