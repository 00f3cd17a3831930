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

  @Test(arguments: 1...12)
  func `nonsense never breaks the screen, and undo takes all of it back`(_ seed: UInt64) {
    var monkey = Monkey(seed: seed, scene: Scene(Self.articles))
    monkey.play(steps: 600) { _ in }
    // Out of every mode, and back to the beginning.
    for _ in 0..<12 { monkey.scene.press("Esc") }
    for _ in 0..<400 { monkey.scene.press("u") }
    for path in monkey.scene.state.library.paths {
      #expect(monkey.scene.state.library[path]?.layer.isEmpty == true, "\(path.fileName) \(monkey.pressed)")
    }
  }

  @Test(arguments: 1...12)
  func `nor does it while other programs write, remove and lock files, and the disk fails`(_ seed: UInt64) {
    var monkey = Monkey(seed: seed &+ 1000, scene: Scene(Self.articles))
    monkey.play(steps: 600) { monkey in
      let path = monkey.anyPath
      let name = path.fileName
      switch monkey.random.next() % 12 {
      case 0: monkey.scene.rewrite(name, "«GPE Oslo» again, and «PERSON Marta Solheim» 東京 in another text altogether.")
      case 1: monkey.scene.rewrite(name, "")
      case 2: monkey.scene.send(.vanished(path))
      case 3: monkey.scene.analyseAgain(name)
      case 4, 5: monkey.scene.send(.changedOnDisk(path, monkey.otherSidecar(path)))
      case 6: monkey.scene.diskIsFull.toggle()
      case 7: monkey.scene.diskIsSlow.toggle()
      case 8: monkey.scene.finishOneSave()
      case 9: monkey.scene.heldElsewhere.formSymmetricDifference([name])
      case 10: monkey.scene.send(.saveFailed(path, "no such thing"))
      default: monkey.scene.send(.found([path], isComplete: true))
      }
    }
  }

  /// Presses keys without sense.
  private struct Monkey {
    var random: SplitMix
    var scene: Scene
    var pressed: [String] = []

    init(seed: UInt64, scene: Scene) {
      random = SplitMix(state: seed &* 0x9E37_79B9)
      self.scene = scene
    }

    var anyPath: ArticlePath {
      mutating get { ArticlePath("/news/\(["a", "b", "c", "d"][Int(random.next() % 4)]).txt") }
    }

    /// What another program has made of the decisions: one more, or none at all.
    mutating func otherSidecar(_ path: ArticlePath) -> Sidecar {
      var layer = scene.state.library[path]?.layer ?? Layer(annotator: .person("boris"))
      if random.next() % 3 == 0 { layer = Layer(annotator: layer.annotator) }
      let length = scene.state.library[path]?.document?.bytes.count ?? 0
      if length > 6, random.next() % 2 == 0 {
        let mention = Mention(
          id: Mention.ID("other\(random.next() % 5)"), span: Span(0, 4), label: "ORG", status: .accepted,
          provenance: Provenance(annotator: .person("boris"), method: .tagged))
        layer = Layer(annotator: layer.annotator, mentions: layer.mentionsInReadingOrder + [mention])
      }
      return Sidecar(layer: layer)
    }

    mutating func play(steps: Int, _ disturb: (inout Monkey) -> Void) {
      for step in 0..<steps {
        if step % 40 == 39 {
          let size = Size(rows: 1 + Int(random.next() % 60), columns: 1 + Int(random.next() % 200))
          scene.send(.resized(size))
          pressed.append("resize \(size.columns)x\(size.rows)")
        } else if step % 97 == 96 {
          scene.send(.input(.paste("pasted\ntext \u{1B}[31m")))
        } else if step % 9 == 8 {
          disturb(&self)
        }
        let name = MonkeyTests.keys[Int(random.next() % UInt64(MonkeyTests.keys.count))]
        guard let sequence = KeySequence(name) else { preconditionFailure("no key: \(name)") }
        pressed.append(name)
        for key in sequence.keys { scene.send(.input(.key(key))) }
        let frame = scene.frame
        #expect(frame.size == scene.state.size)
        if let cursor = frame.cursor {
          let isInside = cursor.row < frame.size.rows && cursor.column < frame.size.columns
          #expect(isInside, "\(pressed.suffix(20))")
        }
        for row in 0..<frame.size.rows where !MonkeyTests.isWhole(frame, row: row) {
          Issue.record("half a wide character in row \(row) after \(pressed.suffix(20))\n\(frame.text)")
          return
        }
      }
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
