import Annotations
import Testing

@testable import ReaderUI

@Suite struct KeyHandlingTests {
  @Test func `an unknown key says so and points to help`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("E")
    #expect(scene.status.contains("E does nothing here"))
    #expect(scene.status.contains("?: help"))
  }

  @Test func `a prefix lists what may follow and Esc leaves it at once`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("g")
    #expect(scene.screen.contains("Top of the article"))
    scene.press("Esc")
    #expect(!scene.screen.contains("Top of the article"))
    #expect(scene.state.modes.count == 2)
  }

  @Test func `the list of continuations waits as long as was set`() {
    var settings = Settings()
    settings.hintDelay = 5000
    var scene = Scene(reading: "«PERSON Ada» spoke.", settings: settings)
    scene.press("g")
    #expect(!scene.screen.contains("Top of the article"))
    for _ in 0..<6 { scene.send(.tick) }
    #expect(scene.screen.contains("Top of the article"))
  }

  @Test func `on a Cyrillic keyboard the key where a is accepts`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.send(.input(.key(.character("ф"))))
    #expect(scene.decisions() == "«PERSON Ada» met Acme.")
  }

  @Test func `in a search field Cyrillic stays what was typed`() {
    var scene = Scene(reading: "«PERSON Ада» сказала. Ада ушла.")
    scene.press("/")
    for character in "ада" { scene.send(.input(.key(.character(character)))) }
    #expect(scene.state.searchText == "ада")
    #expect(scene.screen.contains("2/2"))
  }

  @Test func `pasted text is no command`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.send(.input(.paste("aaxx\n")))
    #expect(scene.decisions() == "Ada met Acme.")
    #expect(scene.status.contains("not taken for keys"))
    scene.press("/")
    scene.send(.input(.paste("Acme\n")))
    #expect(scene.state.searchText == "Acme ")
  }

  @Test func `C-c cancels and never ends the program`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("C-c C-c C-c")
    #expect(!scene.hasQuit)
    #expect(scene.asked.contains("cancel"))
  }

  @Test func `counts repeat motions where digits are counts`() {
    var settings = Settings()
    settings.digits = .counts
    var scene = Scene(reading: "one two three four five six", settings: settings)
    scene.press("g g 3 l")
    #expect(scene.selection == "four")
  }

  @Test func `arrows and Enter alone reject through the menu, which teaches the key`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("Tab Enter")
    #expect(scene.screen.contains("Reject (not an entity), go to the next undecided"))
    scene.press("Down Enter")
    #expect(scene.decisions() == "Ada met «ORG! Acme».")
  }

  @Test func `a key of one's own runs lines of the command line`() {
    var scene = Scene(reading: "«PERSON Acme» grew.")
    let configuration = Configuration([("[keys.reader]\n\"F2\" = [\":label ORG\", \"next-mention\"]\n", "keys.toml")])
    scene.state.keymap = configuration.keymap
    #expect(configuration.problems.isEmpty)
    scene.press("F2")
    #expect(scene.decisions() == "«ORG Acme» grew.")
  }

  @Test func `every key in every mode leaves the program alive and drawable`() {
    let keys =
      (33..<127).map { Key.character(Character(Unicode.Scalar(UInt8($0)))) }
      + [.enter, .tab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown].map {
        Key($0)
      }
      + "abcdefghijklmnopqrstuvwxyz".map { Key(.character($0), .control) }
    for opening in [
      "", "Enter", "Enter v", "Enter p", "Enter i", "Enter A", "Space u", "Enter t", "Enter M", "?", ":", "Space t",
      "Enter D", "Enter g w", "Enter f", "Enter Space",
    ] {
      for key in keys {
        var scene = Scene([
          "a.txt": "«PERSON Ada» met «ORG Acme Corp» in «GPE Paris».\nMore text.", "b.txt": "«ORG Acme Corp» grew.",
        ])
        scene.press(opening)
        scene.send(.input(.key(key)))
        scene.send(.input(.key(key)))
        #expect(scene.frame.size == scene.state.size)
        #expect(!scene.state.modes.isEmpty)
      }
    }
  }
}
