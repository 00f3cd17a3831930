import Annotations
import Testing

@testable import ReaderUI

@Suite struct UndoTests {
  @Test func `undo names what it undid and goes back there, redo does it again`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a")
    #expect(scene.selection == "Acme")
    scene.press("u")
    #expect(scene.status.contains("Undid: accepted Ada (PERSON)"))
    #expect(scene.selection == "Ada")
    #expect(scene.decisions() == "Ada met Acme.")
    scene.press("U")
    #expect(scene.decisions() == "«PERSON Ada» met Acme.")
    #expect(scene.status.contains("Redid"))
  }

  @Test func `everything that was done can be undone step by step`() {
    var scene = Scene(reading: "«PERSON Ada Lovelace» met «ORG Acme» in «GPE Paris» on «DATE Monday».")
    let before = scene.decisions()
    scene.press("a 3 L Tab x Tab s R \"Fred\" Enter S H . d")
    let count = scene.state.history.undoable.count
    #expect(count >= 6)
    for _ in 0..<count { scene.press("u") }
    #expect(scene.decisions() == before)
    #expect(scene.state.library[scene.state.openPath ?? ArticlePath("")]?.layer.isEmpty == true)
    scene.press("u")
    #expect(scene.status.contains("Nothing to undo"))
  }

  @Test func `undo goes back into another article`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke.", "b.txt": "«ORG Acme» grew."])
    scene.press("Enter a > a")
    #expect(scene.state.openPath?.fileName == "b.txt")
    scene.press("u u")
    #expect(scene.state.openPath?.fileName == "a.txt")
    #expect(scene.decisions("a.txt") == "Ada spoke.")
    #expect(scene.decisions("b.txt") == "Acme grew.")
  }

  @Test func `a new change makes what was undone unreachable`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a u x U")
    #expect(scene.status.contains("Nothing to redo"))
    #expect(scene.decisions() == "«PERSON! Ada» met Acme.")
  }

  @Test func `the journal tells every step in order`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.press("a u U")
    let kinds = scene.journal.map { entry -> String in
      switch entry.event {
      case .did: "did"
      case .undid: "undid"
      case .redid: "redid"
      }
    }
    #expect(kinds == ["did", "undid", "redid"])
  }

  @Test func `undo in a list stays in the list`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke.", "b.txt": "«ORG Acme» grew."])
    scene.press("D u")
    #expect(scene.status.hasPrefix(" LIBRARY"))
    #expect(scene.state.library[ArticlePath("/news/a.txt")]?.layer.marks.isDone == false)
  }

  @Test func `it says "saved" when the disk has the last state, not when it has one that looks the same`() {
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».")
    scene.diskIsSlow = true
    scene.press("a u U")
    scene.finishOneSave()
    #expect(scene.status.hasSuffix(" saving"))
    scene.finishOneSave()
    #expect(scene.status.hasSuffix(" saving"))
    scene.finishOneSave()
    #expect(scene.status.hasSuffix(" saved"))
  }
}
