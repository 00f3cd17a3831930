/// A terminal made of nothing but memory, which understands what curses programs send and remembers it for a test.
///
/// ```swift
/// var terminal = VirtualTerminal(rows: 24, columns: 80)
/// terminal.feed("\u{1B}[1mbold\u{1B}[m plain")
/// #expect(terminal.line(0) == "bold plain")
/// #expect(terminal.cell(0, 0).style.bold)
/// #expect(terminal.unknown == [])
/// ```
///
/// It knows everything that the terminfo entries xterm-256color, xterm-direct, tmux-256color, screen-256color, linux
/// and vt100 of ncurses 6.4 can make a program send, and the questions of newer programs, which it records in
/// ``queries``. What it does not know it collects in ``unknown``, so that a test can insist that there is nothing.
/// Sources: ECMA-48, the VT420 manual, "XTerm Control Sequences" (Dickey), console_codes(4).
///
/// Rows and columns count from 0.
public struct VirtualTerminal: Sendable {
  /// Columns of a character: 0, 1 or 2.
  public typealias Width = @Sendable (Unicode.Scalar) -> Int

  /// A place on the screen.
  public struct Position: Hashable, Sendable {
    /// Row from 0.
    public var row: Int
    /// Column from 0.
    public var column: Int

    /// Names a place.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// What was sent as `OSC number ; text`.
  public struct OSC: Hashable, Sendable {
    /// What it is about: 0 and 2 titles, 8 links, 52 the clipboard; nil for a spelling that has no number.
    public var number: Int?
    /// What follows the number.
    public var text: String

    /// Makes a record.
    public init(number: Int?, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// Number of rows.
  public internal(set) var rows: Int
  /// Number of columns.
  public internal(set) var columns: Int
  /// Where the next character goes, if the line is not full (see ``wrapsNext``).
  public internal(set) var cursor = Position(row: 0, column: 0)
  /// Whether the last column has been written and the next character begins a new line.
  public internal(set) var wrapsNext = false
  /// Whether the screen without a scrollback is shown, where full-screen programs draw.
  public internal(set) var isAlternateScreen = false
  /// DEC private modes that are set: 1 cursor keys, 7 wrapping, 25 cursor shown, 1000 to 1006 mouse, 1004 focus, 1049
  /// alternate screen, 2004 bracketed paste, 2026 synchronized output …
  public internal(set) var modes: Set<Int> = [7, 25]
  /// ANSI modes that are set: 4 insertion.
  public internal(set) var ansiModes: Set<Int> = []
  /// Shape of the cursor as sent by DECSCUSR: 0 the terminal's own, 1 and 2 block, 3 and 4 underline, 5 and 6 bar.
  public internal(set) var cursorShape = 0
  /// The title of the window, as sent by OSC 0 or 2 or by `ESC k`.
  public internal(set) var title: String?
  /// All OSC strings that were sent, in order; a title is also here.
  public internal(set) var oscStrings: [OSC] = []
  /// All DCS, APC, PM and SOS strings, in order, with the letter behind ESC in front: `P`, `_`, `^`, `X`.
  public internal(set) var strings: [String] = []
  /// Questions that were asked, in order.
  public internal(set) var queries: [TerminalQuery] = []
  /// Everything that was not understood, in order.
  public internal(set) var unknown: [String] = []
  /// Bytes received.
  public internal(set) var bytesReceived = 0
  /// How often the whole screen was erased by a sequence made for it; changing to the alternate screen is not counted.
  public internal(set) var fullClears = 0
  /// How often it was to beep or to flash.
  public internal(set) var bells = 0

  /// The style that the next character gets.
  public internal(set) var pen = TerminalStyle()

  let width: Width
  var parser = TerminalParser()
  var grid: TerminalGrid
  /// The screen that is not shown.
  var otherGrid: TerminalGrid
  var saved = SavedCursor()
  var otherSaved = SavedCursor()
  /// First and last row of what scrolls.
  var region: ClosedRange<Int>
  var tabStops: Set<Int>
  /// Whether G0 and G1 are the line drawing characters, and which of them is in use.
  var drawing = [false, false]
  var charset = 0
  var lastPrinted: Unicode.Scalar?

  struct SavedCursor: Sendable {
    var cursor = Position(row: 0, column: 0)
    var pen = TerminalStyle()
    var drawing = [false, false]
    var charset = 0
    var origin = false
  }

  /// Makes a terminal with an empty screen.
  ///
  /// - Parameter width: Columns of a character; give the program's own function where widths are the point.
  public init(rows: Int, columns: Int, width: @escaping Width = CharacterWidth.columns) {
    precondition(rows > 0 && columns > 0, "a terminal has at least one cell")
    self.rows = rows
    self.columns = columns
    self.width = width
    grid = TerminalGrid(rows: rows, columns: columns)
    otherGrid = grid
    region = 0...(rows - 1)
    tabStops = Set(stride(from: 8, to: columns, by: 8))
  }

  /// Takes in bytes, in pieces of any size.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      bytesReceived += 1
      var sequences: [TerminalSequence] = []
      parser.read(byte) { sequences.append($0) }
      for sequence in sequences { perform(sequence) }
    }
  }

  /// Takes in text.
  public mutating func feed(_ text: String) { feed(text.utf8) }

  /// Changes the size; what does not fit is cut off at the right and at the bottom.
  public mutating func resize(rows: Int, columns: Int) {
    precondition(rows > 0 && columns > 0, "a terminal has at least one cell")
    grid.resize(rows: rows, columns: columns)
    otherGrid.resize(rows: rows, columns: columns)
    for stop in stride(from: 8, to: columns, by: 8) where stop >= self.columns { tabStops.insert(stop) }
    self.rows = rows
    self.columns = columns
    region = 0...(rows - 1)
    cursor = Position(row: min(cursor.row, rows - 1), column: min(cursor.column, columns - 1))
    wrapsNext = false
  }

  mutating func perform(_ sequence: TerminalSequence) {
    switch sequence {
    case .print(let scalar): put(scalar)
    case .control(let byte): performControl(byte)
    case .escape(let intermediates, let final): performEscape(intermediates, final)
    case .csi(let sequence): performControlSequence(sequence)
    case .osc(let number, let text): performOSC(number, text)
    case .string(let introducer, let text): performString(introducer, text)
    case .malformed(let what): unknown.append(what)
    }
  }
}
