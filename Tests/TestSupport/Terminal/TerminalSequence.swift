/// What a program sends to a terminal, taken apart.
enum TerminalSequence: Equatable {
  /// A character to show.
  case print(Unicode.Scalar)
  /// A control character.
  case control(UInt8)
  /// ESC, intermediate bytes and a final byte.
  case escape(intermediates: [UInt8], final: UInt8)
  /// ESC [ … .
  case csi(ControlSequence)
  /// ESC ] … : the number and what follows the first semicolon.
  case osc(number: Int?, text: String)
  /// ESC P, ESC _, ESC ^, ESC X or ESC k, with the byte that tells which and the text.
  case string(introducer: UInt8, text: String)
  /// Bytes that are none of these.
  case malformed(String)
}

/// A control sequence (ECMA-48, section 5.4): `ESC [ ? 1 ; 2 $ p`.
struct ControlSequence: Equatable {
  /// `?`, `>`, `<` or `=` behind the bracket.
  var prefix: Character?
  /// Parameters, each with its sub-parameters between colons; nil where none was given.
  var parameters: [[Int?]] = []
  /// Bytes 0x20 to 0x2F before the final one.
  var intermediates = ""
  /// The byte that tells what to do.
  var final: Character = " "
  /// The sequence as it was sent, behind the bracket.
  var spelling = ""

  /// Prefix, intermediates and final byte, which name the function: `?$p`.
  var name: String { (prefix.map(String.init) ?? "") + intermediates + String(final) }

  /// A parameter, or `standard` where none or 0 was given.
  func count(_ index: Int, standard: Int = 1) -> Int {
    let value = selector(index)
    return value == 0 ? standard : min(value, 9999)
  }

  /// A parameter, or 0 where none was given.
  func selector(_ index: Int) -> Int {
    index < parameters.count ? parameters[index].first.flatMap(\.self) ?? 0 : 0
  }
}
