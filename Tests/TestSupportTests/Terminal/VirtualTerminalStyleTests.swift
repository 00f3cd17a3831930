import TestSupport
import Testing

@Suite("Virtual terminal: styles")
struct VirtualTerminalStyleTests {
  private func style(_ parameters: String) -> TerminalStyle {
    let screen = terminal("␛[\(parameters)mx")
    #expect(screen.unknown == [])
    return screen.cell(0, 0).style
  }

  @Test("Attributes go on and off")
  func attributes() {
    #expect(style("1;2;3;4;7").description == "bold dim italic underline reverse")
    #expect(style("5;8;9;53").description == "blink hidden struck overlined")
    #expect(style("1;2;3;4;5;7;8;9;53;22;23;24;25;27;28;29;55") == TerminalStyle())
    #expect(style("1;31;0") == TerminalStyle())
    #expect(style("1;31;") == TerminalStyle())
    #expect(style("") == TerminalStyle())
    #expect(style("21").underline == .double)
    #expect(style("4:3").underline == .curly)
    #expect(style("4:3;4:0").underline == .none)
  }

  @Test("Colours come in all spellings")
  func colors() {
    #expect(style("31;42") == TerminalStyle(foreground: .indexed(1), background: .indexed(2)))
    #expect(style("91;102") == TerminalStyle(foreground: .indexed(9), background: .indexed(10)))
    #expect(style("38;5;208;48;5;17") == TerminalStyle(foreground: .indexed(208), background: .indexed(17)))
    #expect(style("38;2;1;2;3") == TerminalStyle(foreground: .rgb(1, 2, 3)))
    #expect(style("38:2::1:2:3;48:5:7") == TerminalStyle(foreground: .rgb(1, 2, 3), background: .indexed(7)))
    #expect(style("48:2:1:2:3;1") == TerminalStyle(background: .rgb(1, 2, 3), bold: true))
    #expect(style("58:2::9:8:7;4").underlineColor == .rgb(9, 8, 7))
    #expect(style("31;42;39;49") == TerminalStyle())
  }

  @Test("Erased cells take the background and nothing else")
  func erasedCells() {
    let screen = terminal("␛[1;4;31;44m␛[K")
    #expect(screen.cell(0, 5).style == TerminalStyle(background: .indexed(4)))
    #expect(screen.cell(0, 5).isBlank)
  }

  @Test("The style is saved with the cursor")
  func savedStyle() {
    #expect(terminal("␛[1m␛7␛[0m␛8x").cell(0, 0).style.bold)
  }

  @Test("What is no style is noted")
  func unknownStyles() {
    #expect(terminal("␛[38;7;1mx␛[99m␛[38m").unknown == ["CSI 38;7;1m", "CSI 99m", "CSI 38m"])
  }
}
