import CTerminal
import Glibc
import ReaderUI

/// Copies text to the clipboard of the machine that the person sits at.
struct Clipboard {
  private let environment: Environment

  init(_ environment: Environment) { self.environment = environment }

  /// Programs that copy what they read, with the variable that says they can.
  private static let programs: [(name: String, arguments: [String], variable: String)] = [
    ("wl-copy", [], "WAYLAND_DISPLAY"), ("xclip", ["-selection", "clipboard"], "DISPLAY"),
    ("xsel", ["--clipboard", "--input"], "DISPLAY"),
  ]

  /// Most that is sent through the terminal, which may pass over what is longer without a word.
  private static let maximumThroughTerminal = 74_000

  /// Copies `text`.
  ///
  /// - Returns: What happened, and by which way: over ssh only the terminal reaches the person's own clipboard.
  func copy(_ text: String) -> (words: String, weight: MessageLog.Weight) {
    let isRemote = environment["SSH_TTY"] != nil || environment["SSH_CONNECTION"] != nil
    let count = "\(text.count) characters"
    if !isRemote {
      for program in Self.programs where environment[program.variable] != nil {
        if let path = executable(program.name), Self.feed(text, to: path, program.arguments) {
          return ("Copied \(count) with \(program.name)", .info)
        }
      }
    }
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumThroughTerminal else {
      return ("Too long for the terminal’s clipboard (\(count))", .warning)
    }
    var sequence = "\u{1B}]52;c;\(Base64.encode(bytes))\u{7}"
    if environment["TMUX"] != nil {
      // tmux hands on what stands in its own brackets, and also keeps OSC 52 itself where `set-clipboard` is on.
      sequence += "\u{1B}Ptmux;\(sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
    }
    sequence.withCString { terminal_send($0, strlen($0)) }
    return ("Copied \(count) through \(environment["TMUX"] != nil ? "tmux" : "the terminal") (OSC 52)", .info)
  }

  private func executable(_ name: String) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/\(name)"
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// Runs a program with `text` on its standard input.
  private static func feed(_ text: String, to path: String, _ arguments: [String]) -> Bool {
    let quoted = ([path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    guard let pipe = popen("\(quoted) >/dev/null 2>&1", "w") else { return false }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, pipe)
    return pclose(pipe) == 0 && written == bytes.count
  }
}
