import CPseudoTerminal
import Foundation

/// A program that was run to its end without a terminal, for tests of a command line.
///
/// ```swift
/// let run = try ProcessRun(builtProgram(named: "gloss"), ["tag", "-"], input: "Ada Lovelace wrote.")
/// #expect(run.exit == .status(0))
/// #expect(run.output.hasPrefix("{"))
/// #expect(run.errors == "")
/// ```
///
/// The program has no controlling terminal, so that opening `/dev/tty` fails, default signal actions, and the
/// environment of ``TestEnvironment`` without TERM.
public struct ProcessRun: Sendable {
  /// Where the output goes.
  public enum Output: Sendable {
    /// Into ``ProcessRun/output``.
    case captured
    /// Nowhere: the file is closed from the beginning, as by `>&-`.
    case closed
    /// Into a pipe that nobody reads any more, as when `head` has seen enough.
    case unread
    /// Into `/dev/full`, where every write fails for want of space.
    case full
  }

  /// A program that did not end in time, with what it had written until then.
  public struct Timeout: Error, CustomStringConvertible {
    let command: String
    let seconds: Double
    let output: String
    let errors: String

    /// The command and what it had written.
    public var description: String {
      "\(command) has not ended within \(seconds) s\noutput: \(output)\nerrors: \(errors)"
    }
  }

  /// How the program ended.
  public let exit: ProgramExit
  /// What it wrote to its standard output.
  public let outputBytes: [UInt8]
  /// What it wrote to its standard error, as text.
  public let errors: String

  /// ``outputBytes`` as text.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - program: Path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - input: What it reads; nil closes the file.
  ///   - output: Where its output goes.
  ///   - environment: Variables to set besides those of ``TestEnvironment``, or to change; nil takes one away.
  ///   - directory: Where the program starts; its home when nil.
  ///   - folder: An existing folder, so that two runs can share a home.
  ///   - timeout: In seconds; the program is killed then.
  /// - Throws: ``LaunchFailure``, ``Timeout``.
  public init(
    _ program: String, _ arguments: [String] = [], input: [UInt8]? = [], output: Output = .captured,
    environment: [String: String?] = [:], directory: String? = nil, folder: TemporaryFolder? = nil,
    timeout: Double = TerminalSession.patience
  ) throws {
    let folder = try folder ?? TemporaryFolder()
    let variables = try TestEnvironment.variables(in: folder, term: nil, changes: environment)
    var pipes = try ProcessPipes(input: input, output: output)
    var child: pid_t = 0
    let failure = withLaunchRequest(program, arguments, variables, directory ?? folder.path) { request in
      launch_with_files(request, pipes.childInput, pipes.childOutput, pipes.childErrors, &child)
    }
    pipes.closeChildSides()
    guard failure == 0 else { throw LaunchFailure(program: program, code: failure) }
    let endFile = launch_end_file(child)
    defer { if endFile >= 0 { close(endFile) } }
    let deadline = Deadline(timeout)
    var end = launch_end()
    while launch_reap(child, &end) == 0 {
      pipes.transfer()
      guard !deadline.isPast else {
        kill(-child, SIGKILL)
        kill(child, SIGKILL)
        while launch_reap(child, &end) == 0 { waitForFiles([(endFile, POLLIN)], milliseconds: 10) }
        throw Timeout(
          command: ([program] + arguments).joined(separator: " "), seconds: timeout,
          output: String(decoding: pipes.output, as: UTF8.self), errors: String(decoding: pipes.errors, as: UTF8.self))
      }
      waitForFiles(
        pipes.waits + [(endFile, POLLIN)], milliseconds: endFile < 0 ? 10 : deadline.milliseconds)
    }
    pipes.transfer()
    exit = ProgramExit(end)
    outputBytes = pipes.output
    errors = String(decoding: pipes.errors, as: UTF8.self)
  }

  /// Runs a program that reads text.
  ///
  /// - Throws: ``LaunchFailure``, ``Timeout``.
  public init(
    _ program: String, _ arguments: [String] = [], input: String, output: Output = .captured,
    environment: [String: String?] = [:], folder: TemporaryFolder? = nil
  ) throws {
    try self.init(
      program, arguments, input: Array(input.utf8), output: output, environment: environment, folder: folder)
  }
}
