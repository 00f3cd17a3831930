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
}
