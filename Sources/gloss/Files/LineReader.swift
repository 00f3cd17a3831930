import Annotations
import Glibc

/// Reads a file or a pipe line by line, some lines at a time, so that it may be of any length.
struct LineReader: ~Copyable {
  /// A line without its line feed.
  struct Line: Sendable {
    /// Its number, from 1.
    var number: Int
    /// What is in it.
    var bytes: [UInt8]
  }

  private let descriptor: Int32
  private let name: String
  private let isOwn: Bool
  /// Bytes of a line whose end has not been read.
  private var rest: [UInt8] = []
  private var count = 0
  private var isAtEnd = false

  /// Opens the file at `path`, which may be a pipe or a device, or takes standard input for nil.
  init(_ path: String?) throws(SystemError) {
    name = path ?? "standard input"
    isOwn = path != nil
    descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw SystemError("open", name, code: errno) }
  }

  deinit { if isOwn { close(descriptor) } }

  /// The next lines: those that can be had without waiting for more once there is one, up to about a megabyte. Empty at
  /// the end.
  mutating func next() throws(SystemError) -> [Line] {
    var lines: [Line] = []
    while lines.isEmpty, !isAtEnd {
      let more = try read()
      isAtEnd = more.isEmpty
      var start = more.startIndex
      while let feed = more[start...].firstIndex(of: 0x0A) {
        add(more[start..<feed], to: &lines)
        start = feed + 1
      }
      rest += more[start...]
      guard rest.count <= FileAccess.maximumSize else { throw SystemError.tooLarge(name) }
      if isAtEnd, !rest.isEmpty { add([], to: &lines) }
    }
    return lines
  }

  private mutating func add(_ end: ArraySlice<UInt8>, to lines: inout [Line]) {
    count += 1
    lines.append(Line(number: count, bytes: rest + end))
    rest = []
  }

  private func read() throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      while got < 0, errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
      if got < 0 { failure = SystemError("read", name, code: errno) }
      count = max(0, got)
    }
    if let failure { throw failure }
    return bytes
  }
}
