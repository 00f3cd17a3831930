import Annotations
import Testing

@testable import ReaderUI

@Suite struct DialogTests {
  private static let problem = ConfigurationProblem(
    file: "/home/a-person-with-a-long-name/.config/gloss/themes/the-one-i-made-yesterday.toml", line: 12, column: 22,
    source: "\"ui.text\" = { fg = \"ornage\" }",
    message: "no colour \"ornage\" in [palette]; did you mean \"orange\"?")

  @Test(arguments: [(80, 24), (60, 20), (120, 40)])
  func `a problem in a theme is shown whole: place, line, and what is meant`(_ size: (columns: Int, rows: Int)) {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke."], columns: size.columns, rows: size.rows)
    scene.send(.themes(Scene.themes, problems: [Self.problem]))
    let words = scene.screen.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
    #expect(words.contains("^ no colour \"ornage\" in [palette]; did you mean \"orange\"?"), "\(scene.screen)")
    #expect(scene.screen.contains(".toml:12:22"))
    #expect(!scene.screen.contains("… │"))
  }

  @Test func `Esc closes such a dialog at once, and nothing is left that wants another Esc`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke."])
    scene.send(.problems([Self.problem]))
    #expect(scene.screen.contains("Something is wrong in"))
    scene.press("Esc")
    #expect(!scene.screen.contains("Something is wrong in"))
    scene.press("Down")
    #expect(!scene.status.contains("ornage"))
    // The history shows the beginning of a message, Enter all of it.
    scene.press("Space m")
    #expect(!scene.screen.contains("ornage"))
    scene.press("Enter")
    #expect(scene.screen.contains("ornage"))
  }

  @Test func `an error in the status line does not keep Esc from closing a picker`() {
    var scene = Scene(reading: "«PERSON Ada» spoke.")
    scene.press("Space ?")
    scene.send(.say("it failed", .error))
    scene.press("Esc")
    #expect(scene.state.mode.context == .reader)
    scene.send(.say("it failed", .error))
    scene.press("Esc")
    #expect(scene.state.openPath != nil, "the first Esc only dismisses the error")
  }

  @Test func `facts about an article keep their column where a path is longer than the line`() {
    var scene = Scene([
      "a-very-long-name-of-a-file-that-somebody-has-downloaded-from-a-page-with-a-very-long-title.txt": "Rain fell."
    ])
    scene.press("i")
    let lines = scene.screen.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("File       /news/a-very-long") })
    #expect(lines.contains { $0.contains("           ") && $0.contains("title.txt") })
    #expect(lines.contains { $0.contains("Date       -") })
  }

  @Test func `what went wrong stays in view while the article opens below`() {
    var scene = Scene(["a.txt": "«PERSON Ada» spoke."])
    scene.send(.problems([Self.problem]))
    scene.send(.start(scene.state.library.paths.first))
    #expect(scene.screen.contains("Something is wrong in"))
    scene.press("Enter")
    #expect(scene.state.mode.context == .reader)
    #expect(scene.selection == "Ada")
  }
}
