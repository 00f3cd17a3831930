import Testing

@testable import ReaderUI

@Suite struct SearchTests {
  @Test func `part of a word finds the word, so that a key labels all of it`() {
    var scene = Scene(reading: "Videos on Gawker.com stay.")
    scene.press("/ w k Enter 2")
    #expect(scene.decisions() == "Videos on «ORG Gawker.com» stay.")
  }

  @Test func `n and N go from match to match and say so when they start again`() {
    var scene = Scene(reading: "Newswikis link wikis, and wikis link them.")
    scene.press("/ w i k i Enter")
    #expect(scene.selection == "Newswikis")
    scene.press("n")
    #expect(scene.selection == "wikis" && scene.status.contains("2 of 3"))
    scene.press("n n")
    #expect(scene.selection == "Newswikis" && scene.status.contains("1 of 3   on from the start"))
    scene.press("N")
    #expect(scene.status.contains("3 of 3   on from the end"))
  }

  @Test func `what is looked for and not there is said`() {
    var scene = Scene(reading: "Newswikis link wikis.")
    scene.press("/ z e b r a Enter")
    #expect(scene.screen.contains("Nothing to choose") || scene.screen.contains("does not occur"))
  }

  @Test(arguments: [
    ("Hi 👩‍👩‍👧", "👩"), ("Hi 👩‍👩‍👧", "👧"), ("a cafe\u{301}", "cafe"), ("x\u{301}\u{302}", "x"), ("🇩🇪🇫🇷", "🇪🇫"),
  ])
  func `a match that cuts a character in two shows all of it`(_ example: (text: String, typed: String)) throws {
    var scene = Scene(reading: example.text)
    scene.press("/ \"\(example.typed)\"")
    guard case .picker(let picker) = scene.state.mode else { return #expect(Bool(false), "no search") }
    let emphasis = try #require(picker.rows.first?.emphasis)
    #expect(!emphasis.isEmpty && emphasis.upperBound <= picker.rows[0].text.count)
    #expect(!scene.screen.isEmpty)
  }

  @Test func `rows that come after their picker was closed do not land in another`() throws {
    var scene = Scene(["a.txt": "wikis link wikis"])
    scene.isBusy = true
    scene.press("Space / \"wiki\" Esc Space ?")
    scene.finishJobs()
    guard case .picker(let picker) = scene.state.mode else { return #expect(Bool(false), "no commands") }
    #expect(picker.kind == .commands)
    #expect(picker.rows.allSatisfy { if case .command = $0.action { true } else { false } })
  }

  @Test func `rows reach their picker under a dialog that has come meanwhile`() {
    var scene = Scene(["a.txt": "wikis link wikis"])
    scene.isBusy = true
    scene.press("Space / \"wiki\"")
    scene.send(.problems([ConfigurationProblem(file: "config.toml", line: 1, message: "nonsense")]))
    scene.finishJobs()
    scene.press("Esc")
    #expect(scene.screen.contains("2/2"))
  }

  @Test func `in a long text n goes on and wraps, and matches far down are set off`() {
    let line = "The wiki of a long day.\n"
    var scene = Scene(reading: String(repeating: line, count: 12_000), depth: .direct)
    scene.press("/ \"wiki\" Enter G n")
    #expect(scene.selection == "wiki" && scene.status.contains("on from the start"))
    scene.press("N")
    #expect(scene.selection == "wiki" && scene.status.contains("on from the end"))
    let frame = scene.frame
    let searched = (0..<frame.size.rows).contains { row in
      (0..<frame.size.columns).contains { frame[row, $0].style.background == scene.state.styles.searchMatch.background }
    }
    #expect(searched)
  }

  @Test func `f finds a character many lines below, and says when there is none`() {
    var scene = Scene(reading: String(repeating: "nothing\n", count: 3000) + "a zebra")
    scene.press("f z")
    #expect(scene.selection == "zebra")
    scene.press("f x")
    #expect(scene.status.contains("No x between here and the end"))
  }
}
