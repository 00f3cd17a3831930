/// A key by the name that people write: `a`, `C-c`, `M-x`, `S-Tab`, `Up`, `C-Left`, `PageDown`, `F1`, `Esc`.
///
/// Behind any of the prefixes `C-` (control), `M-` (alt) and `S-` (shift) stands one character or one of the names
/// Tab, Enter, Esc, Space, Backspace, Delete, Insert, Home, End, PageUp, PageDown, Up, Down, Left, Right, F1 to F12.
public struct TerminalKey: Hashable, Sendable {
  /// A name that is none of a key.
  public struct UnknownKey: Error, CustomStringConvertible {
    let name: String

    /// What is wrong.
    public var description: String { "there is no key \"\(name)\"" }
  }

  /// The family of terminals whose keyboard is meant.
  public enum Keyboard: Sendable {
    /// What xterm and most of its successors send.
    case xterm
    /// What tmux and screen send.
    case tmux
    /// What the Linux console sends.
    case linux

    /// The keyboard that goes with a value of TERM.
    public init(term: String) {
      if term.hasPrefix("linux") {
        self = .linux
      } else {
        self = term.hasPrefix("tmux") || term.hasPrefix("screen") ? .tmux : .xterm
      }
    }
  }

  private let base: String
  private let shift: Bool
  private let alt: Bool
  private let control: Bool

  /// Reads the name of a key.
  ///
  /// - Throws: ``UnknownKey``.
  public init(_ name: String) throws(UnknownKey) {
    var rest = Substring(name)
    var modifiers: Set<Character> = []
    while rest.count > 2, let first = rest.first, "CMS".contains(first), rest.dropFirst().first == "-" {
      modifiers.insert(first)
      rest = rest.dropFirst(2)
    }
    guard rest.count == 1 || Self.simple[String(rest)] != nil || Self.isNamed(String(rest)) else {
      throw UnknownKey(name: name)
    }
    base = String(rest)
    shift = modifiers.contains("S")
    alt = modifiers.contains("M")
    control = modifiers.contains("C")
  }

  private static let simple: [String: [UInt8]] = [
    "Tab": [0x09], "Enter": [0x0D], "Esc": [0x1B], "Space": [0x20], "Backspace": [0x7F],
  ]
  /// Final letters of keys that send `ESC [ letter` or, in application mode, `ESC O letter`.
  private static let lettered = ["Up": "A", "Down": "B", "Right": "C", "Left": "D", "Home": "H", "End": "F"]
  /// Numbers of keys that send `ESC [ number ~`.
  private static let numbered = [
    "Insert": 2, "Delete": 3, "PageUp": 5, "PageDown": 6, "F5": 15, "F6": 17, "F7": 18, "F8": 19, "F9": 20, "F10": 21,
    "F11": 23, "F12": 24,
  ]
  private static let firstFunctionKeys = ["F1": "P", "F2": "Q", "F3": "R", "F4": "S"]

  private static func isNamed(_ name: String) -> Bool {
    lettered[name] != nil || numbered[name] != nil || firstFunctionKeys[name] != nil
  }

  /// What the keyboard sends.
  ///
  /// - Parameter application: Whether the program has asked for application cursor keys (mode 1).
  public func bytes(on keyboard: Keyboard = .xterm, application: Bool = false) -> [UInt8] {
    let modifier = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0)
    if base == "Tab", shift { return Array("\u{1B}[Z".utf8) }
    if let simple = Self.simple[base] { return (alt ? [0x1B] : []) + (control && base == "Space" ? [0] : simple) }
    guard Self.isNamed(base) else { return (alt ? [0x1B] : []) + character }
    return Array(("\u{1B}" + sequence(keyboard, application, modifier)).utf8)
  }

  private func sequence(_ keyboard: Keyboard, _ application: Bool, _ modifier: Int) -> String {
    if keyboard != .xterm, let number = ["Home": 1, "End": 4][base], modifier == 1 { return "[\(number)~" }
    if let letter = Self.lettered[base] {
      if modifier > 1 { return "[1;\(modifier)\(letter)" }
      return (application ? "O" : "[") + letter
    }
    if let letter = Self.firstFunctionKeys[base] {
      if keyboard == .linux {
        return "[[" + ["P": "A", "Q": "B", "R": "C", "S": "D"][letter, default: "A"]
      }
      return modifier > 1 ? "[1;\(modifier)\(letter)" : "O" + letter
    }
    if keyboard == .linux, base == "F5" { return "[[E" }
    let number = Self.numbered[base] ?? 0
    return modifier > 1 ? "[\(number);\(modifier)~" : "[\(number)~"
  }

  /// A character with control and shift applied.
  private var character: [UInt8] {
    guard control, let ascii = base.uppercased().utf8.first, base.utf8.count == 1 else {
      return Array((shift ? base.uppercased() : base).utf8)
    }
    return ascii == UInt8(ascii: "?") ? [0x7F] : [ascii & 0x1F]
  }
}
