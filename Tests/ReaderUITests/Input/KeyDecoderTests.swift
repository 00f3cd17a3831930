import Testing

@testable import ReaderUI

@Suite struct KeyDecoderTests {
  /// The events for `text`, in the notation of the key tables.
  private func events(_ text: String, special: [[UInt8]: Key] = [:]) -> [String] {
    var decoder = KeyDecoder(special: special)
    return (decoder.decode(Array(text.utf8)) + decoder.timeOut()).map(Self.shown)
  }

  private static func shown(_ event: InputEvent) -> String {
    switch event {
    case .key(let key): key.description
    case .paste(let text): "paste(\(text))"
    case .mouse(let mouse): "\(mouse.kind) \(mouse.column),\(mouse.row)"
    case .focus(let isIn): "focus \(isIn)"
    case .report(let report): "\(report)"
    }
  }

  @Test(arguments: [
    ("aZ 1~", ["a", "Z", "Space", "1", "~"]), ("é日🙂", ["é", "日", "🙂"]), ("\r\t\u{7F}", ["Enter", "Tab", "Backspace"]),
    ("\u{1}\u{12}\u{0}", ["C-a", "C-r", "C-Space"]), ("\u{1B}[A\u{1B}OB", ["Up", "Down"]),
    ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH", ["Home", "Home", "Home", "Home"]), ("\u{1B}[3~\u{1B}[5~", ["Del", "PgUp"]),
    ("\u{1B}[1;5D\u{1B}[1;2C\u{1B}[1;3A", ["C-Left", "S-Right", "A-Up"]), ("\u{1B}[Z", ["S-Tab"]),
    ("\u{1B}OP\u{1B}[[A\u{1B}[11~\u{1B}[17~", ["F1", "F1", "F1", "F6"]), ("\u{1B}x\u{1B}.", ["A-x", "A-."]),
    ("\u{1B}[97;5u\u{1B}[27;2;65~", ["C-a", "A"]), ("\u{1B}[a", ["S-Up"]), ("\u{1B}Oa", ["C-Up"]),
  ])
  func `sequences of all common terminals stand for keys`(_ example: (text: String, keys: [String])) {
    #expect(events(example.text) == example.keys)
  }

  @Test func `Escape alone is the key, after a while`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.timeOut() == [.key(Key(.escape))])
    #expect(!decoder.isWaiting)
  }

  @Test func `Escape twice and Escape before a sequence`() {
    #expect(events("\u{1B}\u{1B}") == ["Esc", "Esc"])
    #expect(events("\u{1B}\u{1B}[A") == ["A-Up"])
  }

  @Test func `unknown sequences and reports type nothing`() {
    #expect(events("\u{1B}[?1;2c\u{1B}[>41;354;0c\u{1B}[12;40Ra") == ["deviceAttributes", "a"])
    #expect(events("\u{1B}]0;title\u{7}\u{1B}P1$r0m\u{1B}\\\u{1B}_Gi=1\u{1B}\\b") == ["b"])
    #expect(events("\u{1B}[1;2;3;4;5;6;7Xz") == ["z"])
  }

  @Test func `a paste is one event whatever is in it`() {
    #expect(events("\u{1B}[200~aa\r\u{1B}[Axx\u{1B}[201~b") == ["paste(aa\r\u{1B}[Axx)", "b"])
  }

  @Test func `mouse, focus and colours are reported`() {
    #expect(events("\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[<65;1;1M") == ["press 9,4", "release 9,4", "wheel(1) 0,0"])
    #expect(events("\u{1B}[M !!") == ["press 0,0"])
    #expect(events("\u{1B}[I\u{1B}[O") == ["focus true", "focus false"])
    #expect(events("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\") == ["background(red: 255, green: 128, blue: 0)"])
    #expect(events("\u{1B}[?997;2n\u{1B}[?2026;2$y") == ["colourScheme(isDark: false)", "mode(2026, isKnown: true)"])
  }

  @Test func `what terminfo says is looked up where nothing else is known`() {
    #expect(events("\u{1B}[99z", special: [Array("\u{1B}[99z".utf8): Key(.home)]) == ["Home"])
  }

  @Test func `bytes that are no UTF-8 become one replacement each and spoil nothing`() {
    var decoder = KeyDecoder()
    let events = decoder.decode([0xFF, 0x61, 0xC3, 0x62, 0xE6, 0x97, 0xA5])
    #expect(events.map(Self.shown) == ["\u{FFFD}", "a", "\u{FFFD}", "b", "日"])
  }

  @Test func `bytes may come in any pieces`() {
    let text = Array("é\u{1B}[1;5D日\u{1B}[200~x\u{1B}[201~\u{1B}OA\u{1B}[<0;3;4M".utf8)
    var whole = KeyDecoder()
    let expected = whole.decode(text)
    for cut in 1..<text.count {
      var pieces = KeyDecoder()
      #expect(pieces.decode(text[..<cut]) + pieces.decode(text[cut...]) == expected)
    }
  }

  @Test func `every byte after every start leaves the decoder able to go on`() {
    for start in ["", "\u{1B}", "\u{1B}[", "\u{1B}[?", "\u{1B}[1;", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}[M"] {
      for byte in UInt8.min...UInt8.max {
        var decoder = KeyDecoder()
        _ = decoder.decode(Array(start.utf8) + [byte])
        _ = decoder.timeOut()
        // A paste cannot be left by waiting; everything else can.
        _ = decoder.decode(Array("\u{1B}\\\u{18}   ".utf8))
        _ = decoder.timeOut()
        #expect(decoder.decode(Array("q".utf8)).map(Self.shown).last == "q")
      }
    }
  }

  @Test func `a very long paste is cut and nothing else is lost`() {
    var decoder = KeyDecoder()
    _ = decoder.decode(Array("\u{1B}[200~".utf8))
    for _ in 0..<6 { _ = decoder.decode([UInt8](repeating: 0x61, count: 1 << 20)) }
    let events = decoder.decode(Array("\u{1B}[201~z".utf8))
    guard case .paste(let text) = events.first else { return #expect(Bool(false), "no paste") }
    #expect(text.utf8.count == KeyDecoder.maximumPaste)
    #expect(events.last == .key(.character("z")))
  }
}
