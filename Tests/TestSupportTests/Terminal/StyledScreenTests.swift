import TestSupport
import Testing

@Suite("Styled screens")
struct StyledScreenTests {
  @Test("Runs of a style have a name, the cursor a mark, equal rows a count")
  func everything() {
    let screen = terminal(
      rows: 6, columns: 20, "␛[1;7mFile␛[m  ␛[94mEdit␛[1;7;39m View␛[m\r\nThe ␛[94mPenhale␛[m Steam\r\nx␛[2;5H")
    #expect(
      screen.styledText == """
        {a:File}  {b:Edit}{a: View}|
        The {b:^Penhale} Steam|
        x|
        |*3
        a = bold reverse
        b = fg:12
        """)
  }

  @Test("A cursor behind the text is shown, a hidden one is not")
  func cursor() {
    #expect(terminal(rows: 1, "ab␛[1;5H").styledText == "ab  ^|")
    #expect(terminal(rows: 1, "ab␛[?25l").styledText == "ab|")
  }

  @Test("Blank cells count when they have a style")
  func styledBlanks() {
    #expect(terminal(rows: 1, "ab␛[44m␛[K").styledText == "ab{a:^        }|\na = bg:4")
  }

  @Test("The marks themselves are written behind a backslash")
  func escapes() {
    #expect(terminal(rows: 1, "␛[?25l{^}\\").styledText == "\\{\\^\\}\\\\|")
  }

  @Test("Given names are used and left out of the legend")
  func names() {
    let screen = terminal(rows: 1, columns: 20, "␛[?25l␛[1mx␛[3my␛[m")
    #expect(
      StyledScreen(screen, names: [TerminalStyle(bold: true): "title"]).text == "{title:x}{a:y}|\na = bold italic")
  }
}
