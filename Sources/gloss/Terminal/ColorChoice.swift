import ArgumentParser
import CTerminal
import Glibc
import ReaderUI

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never

  /// Whether output that goes to `descriptor` has colour: what was asked for; else `NO_COLOR`, `CLICOLOR_FORCE`, and
  /// whether it is a terminal.
  func isColored(_ environment: Environment, descriptor: Int32 = STDOUT_FILENO) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"] != nil { return false }
      if let force = environment["CLICOLOR_FORCE"], force != "0" { return true }
      if environment["CLICOLOR"] == "0" || environment["TERM"] == "dumb" || environment["TERM"] == nil { return false }
      return isatty(descriptor) == 1
    }
  }

  /// How the terminal is to be opened for the reader: 0 without colour, 1 with those of terminfo, 2 with any colour.
  func terminalColor(_ environment: Environment) -> Int32 {
    switch self {
    case .never: return 0
    case .auto where environment["NO_COLOR"] != nil: return 0
    default:
      let direct = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
      return direct ? 2 : 1
    }
  }

  /// The depth of the terminal that is open.
  static var openDepth: ColorDepth { ColorDepth(rawValue: Int(terminal_colors())) ?? .mono }
}
