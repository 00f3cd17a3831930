import Annotations
import ArgumentParser
import CTerminal
import Glibc

/// Text on its way to a terminal.
enum Terminal {
  /// `text` without what a terminal would take for a command: file names and articles may hold anything.
  static func neutralised(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isDangerous) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isDangerous(scalar) ? "\u{FFFD}" : scalar) }
    return String(clean)
  }

  /// `text` on one line: a file's name may hold line breaks, too.
  static func neutralised(line text: String) -> String {
    neutralised(text.replacing("\r\n", with: "\u{FFFD}").replacing("\n", with: "\u{FFFD}"))
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
