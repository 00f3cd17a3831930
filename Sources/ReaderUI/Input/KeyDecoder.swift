/// Turns the bytes that a terminal sends into events. A state machine: bytes may come in any pieces.
///
/// It knows the sequences of xterm and its relatives (ECMA-48 control sequences, SS3 keys, bracketed paste, SGR and X10
/// mouse reports, focus reports, the kitty keyboard protocol, xterm's modifyOtherKeys), those of the Linux console and
/// rxvt, and what terminfo says of the terminal at hand. What it does not know is read to its end and passed over, so
/// that an unknown report never types letters.
public struct KeyDecoder: Sendable {
  /// Longest control sequence that is kept; what is longer is passed over to its end.
  static let maximumSequence = 256
  /// Most that is taken over from one paste, in bytes.
  static let maximumPaste = 4 << 20

  private enum Phase {
    case ground
    case escape
    case control
    case linuxConsole
    case singleShift
    case string(StringKind)
    case stringEscape(StringKind)
    case x10Mouse
    case paste
  }

  private enum StringKind { case command, other }

  private var phase = Phase.ground
  private var sequence: [UInt8] = []
  private var isAlt = false
  private var character: [UInt8] = []
  private var pasted: [UInt8] = []
  private let special: [[UInt8]: Key]
  private let longestSpecial: Int

  /// Makes a decoder.
  ///
  /// - Parameter special: Sequences beginning with ESC that terminfo gives for this terminal's keys. They are only
  ///   looked up where the general rules know nothing.
  public init(special: [[UInt8]: Key] = [:]) {
    self.special = special
    longestSpecial = special.keys.map(\.count).max() ?? 0
  }

  /// Whether a sequence has begun that only more bytes, or time, can end.
  public var isWaiting: Bool {
    if case .ground = phase { return false }
    if case .paste = phase { return false }
    return true
  }

  /// Takes `bytes` in and gives the events that are complete.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { step(byte, &events) }
    return events
  }

  /// To be called when nothing has come for a while although ``isWaiting``: what was taken for the beginning of a
  /// sequence was the Escape key, or a key with Alt.
  public mutating func timeOut() -> [InputEvent] {
    defer { reset() }
    switch phase {
    case .escape: return isAlt ? [.key(Key(.escape)), .key(Key(.escape))] : [.key(Key(.escape))]
    case .control where sequence.isEmpty: return [.key(Key(.character("["), .alt))]
    case .singleShift: return [.key(Key(.character("O"), .alt))]
    default: return []
    }
  }

  private mutating func reset() {
    phase = .ground
    sequence = []
    isAlt = false
  }

  private mutating func step(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch phase {
    case .ground: ground(byte, &events)
    case .escape: escape(byte, &events)
    case .control: control(byte, &events)
    case .linuxConsole:
      if let key = Self.linuxFunctionKey(byte) { emit(key, &events) }
      reset()
    case .singleShift:
      if let key = Self.singleShiftKey(byte) ?? special[[0x1B, 0x4F, byte]] { emit(key, &events) }
      reset()
    case .string(let kind): string(byte, kind, &events)
    case .stringEscape(let kind):
      if byte == 0x5C {
        finishString(kind, &events)
      } else {
        reset()
        phase = .escape
        step(byte, &events)
      }
    case .x10Mouse:
      sequence.append(byte)
      if sequence.count == 3 {
        if let event = MouseReport.x10(sequence) { events.append(.mouse(event)) }
        reset()
      }
    case .paste: paste(byte, &events)
    }
  }

  private func emit(_ key: Key, _ events: inout [InputEvent]) {
    var key = key
    if isAlt { key.modifiers.insert(.alt) }
    events.append(.key(key))
  }

  // MARK: - Characters

  private mutating func ground(_ byte: UInt8, _ events: inout [InputEvent]) {
    if !character.isEmpty || byte >= 0x80 {
      text(byte, &events)
    } else if byte == 0x1B {
      phase = .escape
    } else {
      emit(Self.key(ascii: byte), &events)
      isAlt = false
    }
  }

  /// Gathers the bytes of one code point.
  private mutating func text(_ byte: UInt8, _ events: inout [InputEvent]) {
    if !character.isEmpty, byte & 0xC0 != 0x80 {
      finishCharacter(&events)
      ground(byte, &events)
      return
    }
    character.append(byte)
    let first = character[0]
    let expected = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    if first < 0xC2 || first > 0xF4 || character.count == expected { finishCharacter(&events) }
  }

  private mutating func finishCharacter(_ events: inout [InputEvent]) {
    let decoded = String(decoding: character, as: UTF8.self)
    character = []
    for scalar in decoded.unicodeScalars.prefix(1) { emit(.character(Character(scalar)), &events) }
    isAlt = false
  }

  private static func key(ascii byte: UInt8) -> Key {
    switch byte {
    case 0x0D, 0x0A: Key(.enter)
    case 0x09: Key(.tab)
    case 0x7F, 0x08: Key(.backspace)
    case 0x00: Key(.character(" "), .control)
    case 0x01..<0x1B: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
    case 0x1C..<0x20: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  // MARK: - Sequences

  private mutating func escape(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch byte {
    case 0x1B:
      // A second Escape: either the key pressed twice, or Alt with a key that sends a sequence.
      if isAlt { events.append(.key(Key(.escape))) }
      isAlt = true
    case 0x5B: phase = .control
    case 0x4F: phase = .singleShift
    case 0x5D: phase = .string(.command)
    case 0x50, 0x58, 0x5E, 0x5F: phase = .string(.other)
    default:
      phase = .ground
      if isAlt { events.append(.key(Key(.escape))) }
      isAlt = true
      ground(byte, &events)
    }
  }

  private mutating func control(_ byte: UInt8, _ events: inout [InputEvent]) {
    if sequence.isEmpty, byte == 0x5B {
      phase = .linuxConsole
      return
    }
    if sequence.isEmpty, byte == 0x4D {
      phase = .x10Mouse
      return
    }
    switch byte {
    case 0x20...0x3F:
      if sequence.count < Self.maximumSequence { sequence.append(byte) }
    case 0x40...0x7E:
      let parsed = ControlSequence(sequence, final: byte)
      let raw = [0x1B, 0x5B] + sequence + [byte]
      let alt = isAlt
      reset()
      isAlt = alt
      finish(parsed, raw, &events)
      isAlt = false
    case 0x1B:
      reset()
      phase = .escape
    default:
      // A control character inside: it was no sequence at all.
      reset()
      ground(byte, &events)
    }
  }

  private mutating func finish(_ control: ControlSequence, _ raw: [UInt8], _ events: inout [InputEvent]) {
    if control.isPasteStart {
      phase = .paste
    } else if let key = control.key ?? special[raw] {
      emit(key, &events)
    } else if let event = control.event {
      events.append(event)
    }
  }

  private mutating func string(_ byte: UInt8, _ kind: StringKind, _ events: inout [InputEvent]) {
    switch byte {
    case 0x07: finishString(kind, &events)
    case 0x1B: phase = .stringEscape(kind)
    case 0x18, 0x1A: reset()
    default: if sequence.count < Self.maximumSequence { sequence.append(byte) }
    }
  }

  private mutating func finishString(_ kind: StringKind, _ events: inout [InputEvent]) {
    if kind == .command, let report = TerminalReport(operatingSystemCommand: sequence) {
      events.append(.report(report))
    }
    reset()
  }

  private mutating func paste(_ byte: UInt8, _ events: inout [InputEvent]) {
    pasted.append(byte)
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    if byte == 0x7E, pasted.suffix(end.count).elementsEqual(end) {
      events.append(.paste(String(decoding: pasted.dropLast(end.count).prefix(Self.maximumPaste), as: UTF8.self)))
      pasted = []
      reset()
    } else if pasted.count > Self.maximumPaste + 64 {
      pasted.removeSubrange(Self.maximumPaste..<(pasted.count - end.count))
    }
  }

  private static func linuxFunctionKey(_ byte: UInt8) -> Key? {
    (0x41...0x45).contains(byte) ? Key(.function(Int(byte) - 0x40)) : nil
  }

  private static func singleShiftKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x41: Key(.up)
    case 0x42: Key(.down)
    case 0x43: Key(.right)
    case 0x44: Key(.left)
    case 0x46: Key(.end)
    case 0x48: Key(.home)
    case 0x4D: Key(.enter)
    case 0x49: Key(.tab)
    case 0x50...0x53: Key(.function(Int(byte) - 0x4F))
    case 0x61...0x64: Key([.up, .down, .right, .left][Int(byte) - 0x61], .control)
    case 0x6A...0x79: .character(Character(Unicode.Scalar(byte - 0x40)))
    default: nil
    }
  }
}
