import Annotations
import TestSupport
import Testing

@testable import ReaderUI

/// Keys pressed without sense, in every mode and at every size: whatever happens, the screen is whole, and undo leads
/// back to where it began.
@Suite struct MonkeyTests {
  private static let articles: KeyValuePairs = [
    "a.txt": """
    ---
    title: Storm over «GPE Bergen»
    date: 2026-06-12
    source: Example Wire
    ---
    «PERSON Marta Solheim» of the «ORG Ministry of «GPE? Norway»» met «PERSON? Jonas» in «GPE Oslo» on «DATE 12 June».

    "We saw a kestrel," said «PERSON Solheim». «ORG? Kestrel» denied it. 東京の«GPE 金沢»で、👩‍👩‍👧 and e\u{301}.
    """,
    "b.txt":
      "«GPE Oslo» is quiet.\n\n«PERSON Marta Solheim» sleeps. A long line without an end follows here and goes on.",
    "c.txt": "", "d.txt": "nothing here has a name",
  ]

  private static let keys: [String] = {
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789:/?.,;'*+-=_()[]{}<>$\"%#@!&|~\\^фыв日"
    let named = [
      "Enter", "Esc", "Tab", "S-Tab", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Space", "BS",
      "Del",
      "F1", "F6", "C-a", "C-b", "C-d", "C-e", "C-f", "C-k", "C-l", "C-n", "C-o", "C-p", "C-r", "C-s", "C-t", "C-u",
      "C-w",
      "C-c", "A-h", "A-j", "A-k", "A-l", "A-.", "A-Up", "A-Down", "S-Left", "S-Right", "A-x", "F12",
    ]
    return letters.map(String.init) + named + named + ["Enter", "Esc", "Tab", "Space", "g", "z", "]", "[", "m", "t"]
  }()

  @Test(arguments: 1...24)
  func `nonsense never breaks the screen, and undo takes all of it back`(_ seed: UInt64) {
    var random = SplitMix(state: seed &* 0x9E37_79B9)
    var scene = Scene(Self.articles)
    var pressed: [String] = []
    for step in 0..<600 {
      if step % 40 == 39 {
        let size = Size(rows: 1 + Int(random.next() % 60), columns: 1 + Int(random.next() % 200))
        scene.send(.resized(size))
        pressed.append("resize \(size.columns)x\(size.rows)")
      } else if step % 97 == 96 {
        scene.send(.input(.paste("pasted\ntext \u{1B}[31m")))
      }
      let name = Self.keys[Int(random.next() % UInt64(Self.keys.count))]
      guard let sequence = KeySequence(name) else { preconditionFailure("no key: \(name)") }
      pressed.append(name)
      for key in sequence.keys { scene.send(.input(.key(key))) }
      let frame = scene.frame
      #expect(frame.size == scene.state.size)
      if let cursor = frame.cursor {
        let isInside = cursor.row < frame.size.rows && cursor.column < frame.size.columns
        #expect(isInside, "\(pressed.suffix(20))")
      }
      for row in 0..<frame.size.rows where !Self.isWhole(frame, row: row) {
        Issue.record("half a wide character in row \(row) after \(pressed.suffix(20))\n\(frame.text)")
        return
      }
    }
    // Out of every mode, and back to the beginning.
    for _ in 0..<12 { scene.press("Esc") }
    for _ in 0..<400 { scene.press("u") }
    for path in scene.state.library.paths {
      #expect(scene.state.library[path]?.layer.isEmpty == true, "\(path.fileName) \(pressed)")
    }
  }

  /// Whether every wide character has both of its cells.
  private static func isWhole(_ frame: Frame, row: Int) -> Bool {
    var expectsHalf = false
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      if (cell.width == 0) != expectsHalf { return false }
      expectsHalf = cell.width == 2
    }
    return !expectsHalf
  }

  /// Numbers that look random and are the same each time.
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
