import CPseudoTerminal

/// How a program ended.
public enum ProgramExit: Hashable, Sendable, CustomStringConvertible {
  /// By itself, with an exit status.
  case status(Int32)
  /// By a signal.
  case signal(Int32)

  init(_ end: launch_end) { self = end.signal != 0 ? .signal(end.signal) : .status(end.status) }

  /// `exit status 2` or `signal 15`.
  public var description: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let number): "signal \(number)"
    }
  }
}
