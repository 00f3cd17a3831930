import CPseudoTerminal
import Foundation

/// The three files of a ``ProcessRun``, seen from both sides.
///
/// All are moved on at the same time: a program that is given much and writes much would otherwise wait for its
/// reader while its reader waits for it.
struct ProcessPipes: ~Copyable {
  private(set) var childInput: Int32 = -1
  private(set) var childOutput: Int32 = -1
  private(set) var childErrors: Int32 = -1
  /// What has been read of the child's output.
  private(set) var output: [UInt8] = []
  /// What has been read of the child's errors.
  private(set) var errors: [UInt8] = []

  private var inputFile: Int32 = -1
  private var outputFile: Int32 = -1
  private var errorFile: Int32 = -1
  private var rest: ArraySlice<UInt8>

  init(input: [UInt8]?, output: ProcessRun.Output) throws(LaunchFailure) {
    rest = input?[...] ?? []
    if input != nil { (childInput, inputFile) = try Self.pipe(ourSide: 1) }
    (childErrors, errorFile) = try Self.pipe(ourSide: 0)
    switch output {
    case .captured: (childOutput, outputFile) = try Self.pipe(ourSide: 0)
    case .closed: break
    case .unread:
      (childOutput, outputFile) = try Self.pipe(ourSide: 0)
      Self.close(&outputFile)
    case .full: childOutput = open("/dev/full", O_WRONLY | O_CLOEXEC)
    }
  }

  deinit {
    for file in [childInput, childOutput, childErrors, inputFile, outputFile, errorFile] where file >= 0 {
      _ = Foundation.close(file)
    }
  }

  private static func pipe(ourSide: Int32) throws(LaunchFailure) -> (child: Int32, ours: Int32) {
    var files: [Int32] = [-1, -1]
    let failure = launch_pipe(&files, ourSide)
    guard failure == 0 else { throw LaunchFailure(program: "a pipe", code: failure) }
    return (files[1 - Int(ourSide)], files[Int(ourSide)])
  }

  private static func close(_ file: inout Int32) {
    if file >= 0 { _ = Foundation.close(file) }
    file = -1
  }

  /// Closes what only the child needs, so that the ends of pipes are seen.
  mutating func closeChildSides() {
    Self.close(&childInput)
    Self.close(&childOutput)
    Self.close(&childErrors)
  }

  /// What to wait for before ``transfer()`` can do more.
  var waits: [(file: Int32, events: Int32)] {
    [(inputFile, POLLOUT), (outputFile, POLLIN), (errorFile, POLLIN)]
  }

  /// Writes and reads as much as can be without waiting.
  mutating func transfer() {
    writeInput()
    Self.read(&outputFile, into: &output)
    Self.read(&errorFile, into: &errors)
  }

  private mutating func writeInput() {
    while inputFile >= 0 {
      guard !rest.isEmpty else { return Self.close(&inputFile) }
      let count = rest.withUnsafeBytes { launch_write(inputFile, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else if errno == EAGAIN {
        return
      } else {
        // The child has closed its input: it need not read what it does not want.
        Self.close(&inputFile)
      }
    }
  }

  private static func read(_ file: inout Int32, into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while file >= 0 {
      let count = Foundation.read(file, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        return
      } else {
        close(&file)
      }
    }
  }
}
