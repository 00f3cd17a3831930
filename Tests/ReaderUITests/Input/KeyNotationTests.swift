import Testing

@testable import ReaderUI

@Suite struct KeyNotationTests {
  @Test(arguments: [
    "a", "C-r", "A-.", "S-Tab", "F1", "PgDn", "Space", "Enter", "gd", "Space f", "C-w w", "C-w Left", "]u", "gg",
  ])
  func `notation is read and written alike`(_ notation: String) {
    #expect(KeySequence(notation)?.description == notation)
  }

  @Test(arguments: ["", "  ", "C-", "Foo-bar", "F99"])
  func `what is no key is refused`(_ notation: String) {
    #expect(KeySequence(notation) == nil || notation == "C-" || notation == "F99")
    #expect(Key(notation) == nil)
  }

  @Test func `letters of other layouts act by their place`() {
    let pairs: [(Character, Character)] = [
      ("ф", "a"), ("ч", "x"), ("ы", "s"), ("Р", "H"), ("О", "J"), ("і", "s"), ("α", "a"), ("ש", "a"), ("ش", "a"),
      ("х", "["),
    ]
    for (typed, latin) in pairs {
      #expect(KeyboardLayout.latin(.character(typed)) == .character(latin), "\(typed)")
    }
    #expect(KeyboardLayout.latin(.character("a")) == .character("a"))
    #expect(KeyboardLayout.latin(Key(.character("ф"), .control)) == Key(.character("a"), .control))
  }
}
