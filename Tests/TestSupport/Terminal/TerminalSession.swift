import CPseudoTerminal
import Foundation

/// A program that runs in a terminal, for a test that drives it as a person would.
///
/// A first test:
///
/// ```swift
/// @Test("q leaves the reader")
/// func quit() throws {
///   let session = try TerminalSession(builtProgram(named: "gloss"), ["story.txt"])
///   try session.wait(for: "story.txt")         // until that is on the screen
///   try session.send(keys: "Down", "Down", "q")
///   #expect(try session.waitForExit() == .status(0))
///   #expect(session.terminal.unknown == [])    // nothing was sent that terminals do not understand
/// }
/// ```
///
/// What the program sends is fed to ``terminal`` while a call waits; nothing moves otherwise. A test waits for what it
/// expects to see, never for a time; when it does not come, the error shows the screen as it is. When the session is
/// dropped, the program is killed and its folder removed.
///
/// The program runs in a session of its own with default signal actions, in an environment that has nothing of the
/// person's who runs the tests: ``TestEnvironment`` says what is in it.
///
/// Control-Z does nothing to a program that is alone on its terminal: the system stops only what a shell can continue.
/// A test of stopping starts `bash --norc -i`, and the program in it.
///
/// Sessions may run in parallel. While waiting they block the thread, of which Swift Testing has as many as there are
/// cores, so that a test must not wait for another test.
public final class TerminalSession {
  /// What the screen shows and what the program has asked of the terminal.
  public private(set) var terminal: VirtualTerminal
  /// All that the program has sent.
  public private(set) var transcript: [UInt8] = []
  /// Home, configuration, data and temporary files of the program.
  public let folder: TemporaryFolder
  /// The process.
  public let process: pid_t
  /// How the program has ended, once that was seen.
  public private(set) var exit: ProgramExit?
  /// Gives the bytes to send back when the program asks the terminal something; nil leaves it without an answer, as
  /// most terminals do for most questions.
  public var answer: ((TerminalQuery) -> String?)?

  private let name: String
  private var file: Int32
  private let endFile: Int32
  private let keyboard: TerminalKey.Keyboard
  /// How many of the terminal's questions have been looked at.
  private var answered = 0
  /// Whether the other side of the terminal is closed.
  private var hungUp = false

  /// How long a call waits for something unless it is told otherwise, in seconds. Nothing that works needs it; it is
  /// there for what does not.
  public static let patience = 20.0

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: Path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - term: Value of TERM.
  ///   - environment: Variables to set besides, or to change; nil takes one away.
  ///   - directory: Where the program starts; its home when nil.
  ///   - folder: An existing folder, so that two sessions can share a home.
  ///   - width: Columns of a character, for ``terminal``.
  /// - Throws: ``LaunchFailure``.
  public init(
    _ program: String, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
    term: String = "xterm-256color", environment: [String: String?] = [:], directory: String? = nil,
    folder: TemporaryFolder? = nil, width: @escaping VirtualTerminal.Width = CharacterWidth.columns
  ) throws {
    self.folder = try folder ?? TemporaryFolder()
    terminal = VirtualTerminal(rows: rows, columns: columns, width: width)
    name = program.split(separator: "/").last.map(String.init) ?? program
    keyboard = TerminalKey.Keyboard(term: term)
    let variables = try TestEnvironment.variables(in: self.folder, term: term, changes: environment)
    var child: pid_t = 0
    var file: Int32 = -1
    let failure = withLaunchRequest(program, arguments, variables, directory ?? self.folder.path) { request in
      pseudo_terminal_launch(request, Int32(rows), Int32(columns), &child, &file)
    }
    guard failure == 0 else { throw LaunchFailure(program: program, code: failure) }
    process = child
    self.file = file
    endFile = launch_end_file(child)
  }

  deinit {
    if exit == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
    }
    if file >= 0 { close(file) }
    var end = launch_end()
    while exit == nil, launch_reap(process, &end) == 0 { waitForFiles([(endFile, POLLIN)], milliseconds: 10) }
    if endFile >= 0 { close(endFile) }
  }

  // MARK: Sending

  /// Types text; a newline in it is what Enter sends.
  ///
  /// - Throws: ``TerminalFailure`` when the program does not read.
  public func send(_ text: String) throws {
    try send(bytes: Array(text.utf8).map { $0 == 0x0A ? 0x0D : $0 })
  }

  /// Presses keys, by their names (``TerminalKey``), as the keyboard of this TERM sends them.
  ///
  /// - Throws: ``TerminalKey/UnknownKey``, or ``TerminalFailure`` when the program does not read.
  public func send(keys names: String...) throws {
    for name in names {
      let key = try TerminalKey(name)
      try send(bytes: key.bytes(on: keyboard, application: terminal.modes.contains(1)))
    }
  }

  /// Pastes text: between the marks of bracketed paste if the program has asked for them.
  ///
  /// - Throws: ``TerminalFailure`` when the program does not read.
  public func paste(_ text: String) throws {
    let text = text.replacing("\n", with: "\r")
    try send(bytes: Array((terminal.modes.contains(2004) ? "\u{1B}[200~\(text)\u{1B}[201~" : text).utf8))
  }

  /// Presses and releases a mouse button: 0 left, 1 middle, 2 right; 64 and 65 turn the wheel up and down and are not
  /// released. Rows and columns count from 0. Sent in the SGR form (mode 1006).
  ///
  /// - Throws: ``TerminalFailure`` when the program does not read.
  public func click(row: Int, column: Int, button: Int = 0) throws {
    let place = "\(button);\(column + 1);\(row + 1)"
    try send(bytes: Array(("\u{1B}[<\(place)M" + (button < 64 ? "\u{1B}[<\(place)m" : "")).utf8))
  }

  /// Sends bytes as they are.
  ///
  /// - Throws: ``TerminalFailure`` when the program does not read.
  public func send(bytes: [UInt8]) throws {
    let deadline = Deadline(Self.patience)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else if errno == EAGAIN, !deadline.isPast {
        // The program may be waiting for us to read before it reads again.
        waitForFiles([(file, POLLIN | POLLOUT)], milliseconds: deadline.milliseconds)
        receive()
      } else {
        throw failure("could not send \(rest.count) of \(bytes.count) bytes")
      }
    }
  }

  /// Changes the size of the terminal; the program gets SIGWINCH.
  ///
  /// - Throws: ``TerminalFailure``.
  public func resize(rows: Int, columns: Int) throws {
    receive()
    terminal.resize(rows: rows, columns: columns)
    guard pseudo_terminal_resize(file, Int32(rows), Int32(columns)) == 0 else { throw failure("could not resize") }
  }

  /// Whether the terminal hands lines to the program and echoes what is typed, as a shell expects it when a program
  /// has ended; full-screen programs switch both off.
  public var isInLineMode: Bool {
    var settings = termios()
    guard tcgetattr(file, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Sends a signal to the program, or to all processes in the foreground of the terminal.
  public func signal(_ number: Int32, toForeground: Bool = false) {
    let group = toForeground ? pseudo_terminal_foreground(file) : -1
    kill(group > 0 ? -group : process, number)
  }

  /// Closes the terminal, as when its window is closed; the program gets SIGHUP, and its end can still be waited for.
  public func hangUp() {
    guard file >= 0 else { return }
    receive()
    close(file)
    file = -1
    hungUp = true
  }

  // MARK: Waiting

  /// Waits until `text` stands on the screen.
  ///
  /// - Throws: ``TerminalFailure`` with the screen, when it does not within `timeout` seconds.
  public func wait(for text: String, timeout: Double = patience) throws {
    try wait(for: "\"\(text)\" on the screen", timeout: timeout) { $0.shows(text) }
  }

  /// Waits until a condition on the terminal holds. A frame that is still being drawn (mode 2026) is not looked at.
  ///
  /// - Parameter what: What is waited for, for the message when it does not come.
  /// - Throws: ``TerminalFailure`` with the screen, when it does not within `timeout` seconds.
  public func wait(
    for what: String, timeout: Double = patience, until condition: (VirtualTerminal) -> Bool
  ) throws {
    let deadline = Deadline(timeout)
    while true {
      receive()
      // Between the marks of synchronized output a frame is being drawn; a person would not see it yet.
      if !terminal.modes.contains(2026), condition(terminal) { return }
      guard !hungUp else { throw failure("\(name) ended without \(what)") }
      guard !deadline.isPast else { throw failure("no \(what) within \(timeout) s") }
      waitForFiles([(file, POLLIN)], milliseconds: deadline.milliseconds)
    }
  }

  /// Waits until the program has ended, and reads all it sends until then: a program may wait for its output to be
  /// read before it ends.
  ///
  /// - Throws: ``TerminalFailure`` with the screen, when it has not ended within `timeout` seconds.
  @discardableResult
  public func waitForExit(timeout: Double = patience) throws -> ProgramExit {
    let deadline = Deadline(timeout)
    while exit == nil {
      receive()
      var end = launch_end()
      if launch_reap(process, &end) != 0 {
        exit = ProgramExit(end)
        receive()
      } else if deadline.isPast {
        throw failure("\(name) has not ended within \(timeout) s")
      } else {
        waitForFiles(
          [(endFile, POLLIN), (hungUp ? -1 : file, POLLIN)],
          milliseconds: endFile < 0 ? 10 : deadline.milliseconds)
      }
    }
    return exit ?? .status(0)
  }

  /// Feeds the terminal all that can be read now.
  private func receive() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !hungUp {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        transcript += buffer[..<count]
        terminal.feed(buffer[..<count])
        answerQueries()
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // EIO tells that no program holds the terminal any more.
        hungUp = count == 0 || errno != EAGAIN
        return
      }
    }
  }

  private func answerQueries() {
    guard let answer else { return }
    for query in terminal.queries[answered...] {
      answered += 1
      guard let text = answer(query) else { continue }
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
  }

  private func failure(_ message: String) -> TerminalFailure {
    TerminalFailure(message: message, exit: exit, screen: terminal)
  }
}
