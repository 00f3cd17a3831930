import TestSupport
import Testing

/// A terminal that has been sent `text`, in which `␛` stands for the escape character.
func terminal(rows: Int = 4, columns: Int = 10, _ text: String) -> VirtualTerminal {
  var terminal = VirtualTerminal(rows: rows, columns: columns)
  terminal.feed(text.replacing("␛", with: "\u{1B}"))
  return terminal
}

@Suite("Virtual terminal: cells and cursor")
struct VirtualTerminalTests {
  @Test("Text stands where it was put, and the cursor behind it")
  func text() {
    let screen = terminal("abc\r\ndef␛[4;9Hxy")
    #expect(screen.lines == ["abc", "def", "", "        xy"])
    #expect(screen.text == "abc\ndef\n\n        xy")
    #expect(screen.cursor == VirtualTerminal.Position(row: 3, column: 9))
    #expect(screen.unknown == [])
    #expect(screen.bytesReceived == 16)
  }

  @Test("Writing the last column wraps only with the next character")
  func pendingWrap() {
    let full = terminal("0123456789")
    #expect(full.cursor == VirtualTerminal.Position(row: 0, column: 9))
    #expect(full.wrapsNext)
    #expect(terminal("0123456789a").lines[...1] == ["0123456789", "a"])
    #expect(terminal("0123456789\r\nb").lines[...1] == ["0123456789", "b"])
    #expect(terminal("0123456789␛[KX").lines[...1] == ["012345678X", ""])
    #expect(terminal("␛[?7l0123456789ab").line(0) == "012345678b")
  }

  @Test("The last line scrolls, within the region if there is one")
  func scrolling() {
    #expect(terminal("a\r\nb\r\nc\r\nd\r\ne").lines == ["b", "c", "d", "e"])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[2;3r␛[3;1H\nX").lines == ["a", "c", "X", "d"])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[2;3r␛[2;1H␛MX").lines == ["a", "X", "b", "d"])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[2;4r␛[2S").lines == ["a", "d", "", ""])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[1;3r␛[9T").lines == ["", "", "", "d"])
  }

  @Test("Lines are inserted and deleted within the region")
  func insertAndDeleteLines() {
    #expect(terminal("a\r\nb\r\nc\r\nd␛[2;1H␛[L").lines == ["a", "", "b", "c"])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[1;3r␛[2;1H␛[M").lines == ["a", "c", "", "d"])
    #expect(terminal("a\r\nb\r\nc\r\nd␛[1;2r␛[4;1H␛[M").lines == ["a", "b", "c", "d"])
    #expect(terminal("a\r\nb␛[1;1H␛[99L").lines == ["", "", "", ""])
  }

  @Test("Characters are inserted, deleted, erased and repeated")
  func editCharacters() {
    #expect(terminal("abcdef␛[1;3H␛[2@XY").line(0) == "abXYcdef")
    #expect(terminal("abcdef␛[1;3H␛[2P").line(0) == "abef")
    #expect(terminal("abcdef␛[1;3H␛[2X").line(0) == "ab  ef")
    #expect(terminal("ab␛[3b").line(0) == "abbbb")
    #expect(terminal("abcdef␛[1;3H␛[4hXY␛[4lZ").line(0) == "abXYZdef")
    #expect(terminal("0123456789␛[1;9H␛[99@").line(0) == "01234567")
    #expect(terminal("0123456789␛[1;9H␛[99P").line(0) == "01234567")
  }

  @Test("Lines and the screen are erased before, behind and all around the cursor")
  func erase() {
    let start = "aaaa\r\nbbbb\r\ncccc␛[2;3H"
    #expect(terminal(start + "␛[K").lines == ["aaaa", "bb", "cccc", ""])
    #expect(terminal(start + "␛[1K").lines == ["aaaa", "   b", "cccc", ""])
    #expect(terminal(start + "␛[2K").lines == ["aaaa", "", "cccc", ""])
    #expect(terminal(start + "␛[J").lines == ["aaaa", "bb", "", ""])
    #expect(terminal(start + "␛[1J").lines == ["", "   b", "cccc", ""])
    #expect(terminal(start + "␛[2J").text == "")
    #expect(terminal(start + "␛[3J").lines == ["aaaa", "bbbb", "cccc", ""])
  }

  @Test("Only erasing everything at once counts as clearing the screen")
  func fullClears() {
    #expect(terminal("␛[2;2H␛[J␛[K␛[1J").fullClears == 0)
    #expect(terminal("␛[H␛[2J").fullClears == 1)
    #expect(terminal("␛[H␛[J").fullClears == 1)
    #expect(terminal("␛[?1049h␛[?1049l").fullClears == 0)
    #expect(terminal("␛c").fullClears == 1)
  }

  @Test("The cursor moves by all its sequences and stays on the screen")
  func cursorMovement() {
    func cursor(_ text: String) -> [Int] {
      let cursor = terminal("␛[2;5H" + text).cursor
      return [cursor.row, cursor.column]
    }
    #expect(cursor("␛[A") == [0, 4])
    #expect(cursor("␛[99A") == [0, 4])
    #expect(cursor("␛[B") == [2, 4])
    #expect(cursor("␛[99B") == [3, 4])
    #expect(cursor("␛[2C") == [1, 6])
    #expect(cursor("␛[99C") == [1, 9])
    #expect(cursor("␛[2D") == [1, 2])
    #expect(cursor("␛[99D") == [1, 0])
    #expect(cursor("␛[E") == [2, 0])
    #expect(cursor("␛[F") == [0, 0])
    #expect(cursor("␛[3G") == [1, 2])
    #expect(cursor("␛[3`") == [1, 2])
    #expect(cursor("␛[4d") == [3, 4])
    #expect(cursor("␛[H") == [0, 0])
    #expect(cursor("␛[99;99f") == [3, 9])
    #expect(cursor("\u{8}\u{8}") == [1, 2])
    #expect(cursor("\t") == [1, 8])
    #expect(cursor("\t\t") == [1, 9])
    #expect(cursor("␛[Z") == [1, 0])
    #expect(cursor("␛H␛[1G\t") == [1, 4])
    #expect(cursor("␛[3g␛[1G\t") == [1, 9])
    #expect(cursor("␛7␛[H␛8") == [1, 4])
    #expect(cursor("␛[s␛[H␛[u") == [1, 4])
    #expect(cursor("␛[2;3r␛[?6h␛[2;1H") == [2, 0])
    #expect(cursor("␛[2;3r␛[?6h␛[9;1H") == [2, 0])
    #expect(cursor("␛D") == [2, 4])
    #expect(cursor("␛E") == [2, 0])
  }

  @Test("Wide characters take two cells, and half of one is never left over")
  func wideCharacters() {
    let screen = terminal("a漢b")
    #expect(screen.line(0) == "a漢b")
    #expect((0..<5).map { screen.cell(0, $0).width } == [1, 2, 0, 1, 1])
    #expect(terminal("漢字␛[1;2Hx").line(0) == " x字")
    #expect(terminal("漢字␛[1;1Hx").line(0) == "x 字")
    #expect(terminal("漢字␛[1;2H␛[K").line(0) == "")
    #expect(terminal("漢字␛[1;2H␛[P").line(0) == " 字")
    #expect(terminal("012345678漢").lines[...1] == ["012345678", "漢"])
    #expect(terminal("漢字漢字漢␛[1;1H␛[@").line(0) == " 漢字漢字")
  }

  @Test("Combining marks join the character before them, wide or at the end of the line")
  func combiningMarks() {
    #expect(terminal("e\u{301}x").cell(0, 0).text == "e\u{301}")
    #expect(terminal("か\u{3099}x").cell(0, 0).text == "か\u{3099}")
    let full = terminal("012345678e\u{301}f")
    #expect(full.lines[...1] == ["012345678e\u{301}", "f"])
  }

  @Test("The widths are those of the function that the test gives")
  func ownWidths() {
    var screen = VirtualTerminal(rows: 1, columns: 8) { $0 == "x" ? 2 : 1 }
    screen.feed("x漢y")
    #expect((0..<4).map { screen.cell(0, $0).text } == ["x", "", "漢", "y"])
  }

  @Test("Line drawing characters are those of DEC, in G0 and in G1")
  func lineDrawing() {
    #expect(terminal("␛(0lqk␛(Blqk").line(0) == "┌─┐lqk")
    #expect(terminal("␛)0x\u{E}x\u{F}x").line(0) == "x│x")
  }

  @Test("Changing the size keeps what fits")
  func resize() {
    var screen = terminal("0123456789\r\nab漢d\r\n\r\nz")
    screen.resize(rows: 2, columns: 3)
    #expect(screen.lines == ["012", "ab"])
    #expect(screen.cursor == VirtualTerminal.Position(row: 1, column: 1))
    screen.resize(rows: 3, columns: 12)
    #expect(screen.lines == ["012", "ab", ""])
    screen.feed("\u{1B}[3;12Hx")
    #expect(screen.line(2) == "           x")
  }

  @Test("Bytes may come in pieces of any size")
  func pieces() {
    let bytes = Array("a␛[1;31m漢é␛]0;title␛\\␛[2;3Hz".replacing("␛", with: "\u{1B}").utf8)
    var whole = VirtualTerminal(rows: 4, columns: 10)
    whole.feed(bytes)
    var pieces = VirtualTerminal(rows: 4, columns: 10)
    for byte in bytes { pieces.feed([byte]) }
    #expect(pieces.styledText == whole.styledText)
    #expect(pieces.title == "title")
    #expect(whole.text == "a漢é\n  z")
  }
}
