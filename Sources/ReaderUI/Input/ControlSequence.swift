/// A control sequence (ECMA-48, 5.4) that a terminal has sent, taken apart.
struct ControlSequence {
  private let isPrivate: Bool
  private let marker: UInt8?
  private let intermediate: UInt8?
  /// Parameters; parts after a colon are kept apart.
  private let parameters: [[Int]]
  private let final: UInt8

  init(_ bytes: [UInt8], final: UInt8) {
    self.final = final
    marker = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    isPrivate = marker == 0x3F
    intermediate = bytes.last.flatMap { (0x20...0x2F).contains($0) ? $0 : nil }
    let digits = bytes.drop { (0x3C...0x3F).contains($0) }.prefix { $0 >= 0x30 }
    parameters = digits.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.split(separator: 0x3A, omittingEmptySubsequences: false).map { number in
        // Six digits are more than any parameter needs, and cannot overflow.
        number.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
      }
    }
  }

  private func parameter(_ index: Int, _ part: Int = 0) -> Int? {
    guard index < parameters.count, part < parameters[index].count else { return nil }
    return parameters[index][part]
  }

  /// Whether it begins a bracketed paste.
  var isPasteStart: Bool { marker == nil && final == 0x7E && parameter(0) == 200 }

  private var modifiers: Key.Modifiers {
    guard let code = parameter(1), code > 1 else { return [] }
    return Key.Modifiers(rawValue: UInt8((code - 1) & 7))
  }

  /// The key it stands for, if it stands for one.
  var key: Key? {
    guard marker == nil, intermediate == nil else { return nil }
    switch final {
    case 0x41: return Key(.up, modifiers)
    case 0x42: return Key(.down, modifiers)
    case 0x43: return Key(.right, modifiers)
    case 0x44: return Key(.left, modifiers)
    case 0x46: return Key(.end, modifiers)
    case 0x48: return Key(.home, modifiers)
    case 0x50, 0x51, 0x53: return Key(.function(Int(final) - 0x4F), modifiers)
    case 0x52 where (parameter(0) ?? 1) <= 1: return Key(.function(3), modifiers)
    case 0x5A: return Key(.tab, .shift)
    case 0x61...0x64: return Key([.up, .down, .right, .left][Int(final) - 0x61], .shift)
    case 0x75: return Self.key(unicode: parameter(0, 2) ?? parameter(0), modifiers)
    case 0x7E where parameter(0) == 27: return Self.key(unicode: parameter(2), modifiers)
    case 0x7E: return Self.editingKey(parameter(0)).map { Key($0, modifiers) }
    case 0x5E: return Self.editingKey(parameter(0)).map { Key($0, .control) }
    case 0x40: return Self.editingKey(parameter(0)).map { Key($0, [.control, .shift]) }
    default: return nil
    }
  }

  /// The key with an xterm or rxvt number, as in `ESC [ 5 ~`.
  private static func editingKey(_ number: Int?) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number? where (11...15).contains(number): .function(number - 10)
    case let number? where (17...21).contains(number): .function(number - 11)
    case let number? where (23...24).contains(number): .function(number - 12)
    default: nil
    }
  }

  /// A key named by its code point, as kitty and modifyOtherKeys do.
  private static func key(unicode code: Int?, _ modifiers: Key.Modifiers) -> Key? {
    guard let code, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    switch code {
    case 13, 57414: return Key(.enter, modifiers)
    case 9: return Key(.tab, modifiers)
    case 27: return Key(.escape, modifiers)
    case 127, 8: return Key(.backspace, modifiers)
    // Kitty's codes for keys that type nothing lie in the private use area.
    case 0..<32, 57344...63743: return nil
    default:
      guard modifiers.contains(.shift) else { return Key(.character(Character(scalar)), modifiers) }
      let upper = String(scalar).uppercased()
      return Key(.character(upper.first ?? Character(scalar)), modifiers.subtracting(.shift))
    }
  }

  /// What else it stands for, if anything.
  var event: InputEvent? {
    switch (marker, final) {
    case (nil, 0x49): return .focus(true)
    case (nil, 0x4F): return .focus(false)
    case (0x3C, 0x4D), (0x3C, 0x6D):
      guard let button = parameter(0), let column = parameter(1), let row = parameter(2) else { return nil }
      return MouseReport.event(button: button, column: column, row: row, isRelease: final == 0x6D).map { .mouse($0) }
    case (0x3F, 0x63): return .report(.deviceAttributes)
    case (0x3F, 0x6E) where parameter(0) == 997: return .report(.colourScheme(isDark: parameter(1) != 2))
    case (0x3F, 0x79) where intermediate == 0x24:
      guard let mode = parameter(0) else { return nil }
      return .report(.mode(mode, isKnown: parameter(1) == 1 || parameter(1) == 2))
    default: return nil
    }
  }
}
