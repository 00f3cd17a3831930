import Testing

@testable import ReaderUI

@Suite struct PlainLayoutTests {
  @Test func `the linear layout has no lines, no boxes and one column`() {
    var settings = Settings()
    settings.isLinear = true
    settings.isASCII = true
    var scene = Scene(reading: "«PERSON Ada» met «ORG Acme».", columns: 200, rows: 50, settings: settings)
    for keys in ["Tab", "Enter", "Esc", "t", "Esc", "D", "Esc", "i", "Esc", "Space", "Esc", "Space u", "Esc", "A"] {
      scene.press(keys)
      for sign in ["|", "+-", "--", "─", "│"] { #expect(!scene.screen.contains(sign), "\(keys)\n\(scene.screen)") }
    }
    #expect(scene.screen.contains("Apply \"Acme\""))
  }

  @Test(arguments: [
    (23, 5, "23x5 too small (24x6)"), (24, 5, "24x5 is too small (24x6)"), (16, 9, "too small (24x6)"),
    (9, 9, "too small"),
    (5, 9, "24x6"),
  ])
  func `a window that is too small says so in as many words as it has room for`(
    _ example: (columns: Int, rows: Int, words: String)
  ) {
    let scene = Scene(reading: "«PERSON Ada» spoke.", columns: example.columns, rows: example.rows)
    #expect(scene.row(0) == example.words)
  }

  @Test func `the letter behind a mention is reversed where the page is the terminal's own`() {
    for name in ["terminal", "mono"] {
      let theme = Scene.themes.first { $0.name == name } ?? Theme(name: "none")
      let styles = StyleSheet(theme, depth: .direct) { name in Scene.themes.first { $0.name == name } }
      #expect(styles.chip(1).background == .standard)
    }
  }
}
