import TestSupport
import Testing

@Suite("Keys")
struct TerminalKeyTests {
  @Test(
    "Keys send what xterm sends",
    arguments: [
      ("a", "a"), ("A", "A"), ("S-a", "A"), ("é", "é"), ("-", "-"), ("C-c", "\u{3}"), ("C-a", "\u{1}"),
      ("C-Space", "\0"),
      ("C-[", "\u{1B}"), ("C-?", "\u{7F}"), ("M-x", "␛x"), ("M-C-x", "␛\u{18}"), ("Tab", "\t"), ("S-Tab", "␛[Z"),
      ("Enter", "\r"), ("M-Enter", "␛\r"), ("Esc", "␛"), ("Space", " "), ("Backspace", "\u{7F}"), ("Up", "␛[A"),
      ("C-Left", "␛[1;5D"), ("S-M-Up", "␛[1;4A"), ("Home", "␛[H"), ("End", "␛[F"), ("Insert", "␛[2~"),
      ("Delete", "␛[3~"), ("PageUp", "␛[5~"), ("PageDown", "␛[6~"), ("C-PageDown", "␛[6;5~"), ("F1", "␛OP"),
      ("F5", "␛[15~"), ("F12", "␛[24~"), ("S-F2", "␛[1;2Q"), ("C-", "C-"),
    ])
  func xterm(name: String, expected: String) throws {
    guard name != "C-" else {
      #expect(throws: TerminalKey.UnknownKey.self) { try TerminalKey(name) }
      return
    }
    let bytes = try TerminalKey(name).bytes()
    #expect(String(decoding: bytes, as: UTF8.self) == expected.replacing("␛", with: "\u{1B}"))
  }

  @Test("Cursor keys follow the mode, other keyboards have other keys")
  func keyboards() throws {
    func send(_ name: String, _ term: String, application: Bool = false) throws -> String {
      let bytes = try TerminalKey(name).bytes(on: .init(term: term), application: application)
      return String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "␛")
    }
    #expect(try send("Up", "xterm-256color", application: true) == "␛OA")
    #expect(try send("C-Up", "xterm-256color", application: true) == "␛[1;5A")
    #expect(try send("Home", "tmux-256color") == "␛[1~")
    #expect(try send("End", "screen-256color", application: true) == "␛[4~")
    #expect(try send("F1", "linux") == "␛[[A")
    #expect(try send("F5", "linux") == "␛[[E")
  }

  @Test("A name that is none of a key is refused", arguments: ["", "Return", "F13", "C-Foo", "X-a"])
  func unknownNames(name: String) {
    #expect(throws: TerminalKey.UnknownKey.self) { try TerminalKey(name) }
  }
}
