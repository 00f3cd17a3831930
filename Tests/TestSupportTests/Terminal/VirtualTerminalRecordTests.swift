import TestSupport
import Testing

@Suite("Virtual terminal: modes, strings and questions")
struct VirtualTerminalRecordTests {
  @Test("The alternate screen hides the ordinary one and gives it back with the cursor")
  func alternateScreen() {
    var screen = terminal("abc␛[?1049h")
    #expect(screen.isAlternateScreen)
    #expect(screen.text == "")
    screen.feed("\u{1B}[3;3Hfull")
    #expect(screen.text == "\n\n  full")
    screen.feed("\u{1B}[?1049ld")
    #expect(!screen.isAlternateScreen)
    #expect(screen.text == "abcd")
  }

  @Test("Modes are recorded while they are set")
  func modes() {
    let screen = terminal("␛[?1h␛[?1000;1006h␛[?1004h␛[?2004h␛[?25l␛[?2026h␛[?2026l")
    #expect(screen.modes == [1, 7, 1000, 1004, 1006, 2004])
    #expect(!screen.isCursorVisible)
    #expect(screen.unknown == [])
    #expect(terminal("␛[?25l␛c").isCursorVisible)
    #expect(terminal("␛[5 q").cursorShape == 5)
  }

  @Test("Titles, the clipboard and other OSC strings are kept, with either end")
  func oscStrings() {
    let screen = terminal("␛]2;one\u{7}␛]0;two; three␛\\␛]52;c;w6l0w6k=\u{7}␛]8;;https://example.org␛\\x␛kfour␛\\")
    #expect(screen.title == "four")
    #expect(screen.clipboard == ["été"])
    #expect(
      screen.oscStrings == [
        .init(number: 2, text: "one"), .init(number: 0, text: "two; three"), .init(number: 52, text: "c;w6l0w6k="),
        .init(number: 8, text: ";https://example.org"),
      ])
    #expect(screen.unknown == [])
    #expect(screen.text == "x")
  }

  @Test("Strings for the terminal itself leave no trace on the screen")
  func otherStrings() {
    let screen = terminal("a␛P1;2|x\u{7}y␛\\b␛_Gf=1;abc␛\\c␛^pm␛\\d␛Xsos␛\\e␛Ptmux;␛␛]0;t\u{7}␛\\f")
    #expect(screen.text == "abcdef")
    #expect(screen.strings == ["P1;2|x\u{7}y", "_Gf=1;abc", "^pm", "Xsos", "Ptmux;\u{1B}]0;t\u{7}"])
    #expect(screen.unknown == [])
  }

  @Test("Questions are recorded in order")
  func queries() {
    let screen = terminal(
      "␛[c␛[>c␛[>q␛[5n␛[6n␛[?2026$p␛[?996n␛[?u␛]11;?\u{7}␛]4;3;?\u{7}␛]52;c;?\u{7}␛P+q544e␛\\␛[18t")
    #expect(
      screen.queries == [
        .primaryAttributes, .secondaryAttributes, .version, .status, .cursorPosition, .mode(2026), .colorScheme,
        .keyboardFlags, .color(11), .paletteColor(3), .clipboard, .string("+q544e"), .window(18),
      ])
    #expect(screen.unknown == [])
    #expect(screen.clipboard == [])
  }

  @Test("What no terminal should be sent is noted")
  func unknown() {
    #expect(terminal("␛[5y").unknown == ["CSI 5y"])
    #expect(terminal("␛[?31337h").unknown == ["CSI ?31337h"])
    #expect(terminal("␛&").unknown == [])
    #expect(terminal("␛&x").unknown == ["ESC &x"])
    #expect(terminal("␛]31337;x\u{7}").unknown == ["OSC 31337;x"])
    #expect(terminal("\u{1}").unknown == ["control character 1"])
    #expect(terminal("\u{9B}31m").unknown == ["control character U+009B"])
    #expect(terminal("␛[1␛[1mx").unknown == ["unfinished 1"])
    var screen = terminal("")
    screen.feed([0xFF, 0x41, 0xE3, 0x81, 0x42])
    #expect(screen.unknown == ["byte ff is no UTF-8", "bytes e3 81 are no UTF-8"])
    #expect(screen.text == "A\u{FFFD}B")
  }

  @Test("What the Linux console is sent is understood")
  func linuxConsole() {
    let screen = terminal("␛]P1ff0000x␛]Ry␛[?1c␛[?0c␛[11mq␛[10mq")
    #expect(screen.text == "xyqq")
    #expect(screen.unknown == [])
  }

  @Test("A bell rings, and so does a flash")
  func bells() {
    #expect(terminal("\u{7}␛g␛[?5h␛[?5l").bells == 3)
  }

  @Test("A control character within a sequence acts at once, and CAN ends the sequence")
  func controlsWithinSequences() {
    #expect(terminal("ab␛[\r1mX").line(0) == "Xb")
    #expect(terminal("ab␛[3\u{18}1mX").line(0) == "ab1mX")
  }

  @Test("Text is found with its place and style")
  func finding() {
    let screen = terminal("a漢␛[1mbold␛[m")
    #expect(screen.position(of: "bold") == VirtualTerminal.Position(row: 0, column: 3))
    #expect(screen.style(of: "bold") == TerminalStyle(bold: true))
    #expect(screen.shows("漢b"))
    #expect(!screen.shows("Bold"))
    #expect(screen.style(of: "none") == nil)
  }
}
