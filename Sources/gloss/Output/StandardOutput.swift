import CTerminal
import Glibc

/// Standard output, written in large pieces.
enum StandardOutput {
  /// Whether it is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal, or 80.
  static var columns: Int {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return 80 }
    return Int(window.ws_col)
  }

  /// Writes `text` and a line break.
  static func write(line text: String) {
    var text = text
    text.append("\n")
    write(text)
  }

  /// Writes `text`.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in write(buffer) }
  }

  /// Writes bytes. When nobody reads them any more the program ends here, quietly, by SIGPIPE.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if fwrite(bytes.baseAddress, 1, bytes.count, standardOutput) < bytes.count { fail() }
  }

  /// Sends on what has been gathered.
  static func flush() { if fflush(standardOutput) != 0 { fail() } }

  /// Says why nothing can be written and ends the program.
  private static func fail() -> Never {
    Exit.complain("standard output: \(String(cString: strerror(errno)))")
    // Not exit(): what is still gathered would only fail once more.
    _exit(74)
  }

  /// Makes sure that what others print, such as help texts, does not get lost without a word either.
  static func checkAtExit() { atexit { StandardOutput.flush() } }
}

/// The C stream of standard output, which Swift 6 does not let be named outside of C.
var standardOutput: UnsafeMutablePointer<FILE> { system_stdout().assumingMemoryBound(to: FILE.self) }
