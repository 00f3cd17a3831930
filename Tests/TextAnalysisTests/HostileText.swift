import Annotations

/// Texts that nobody would write and every program meets.
enum HostileText {
  static let samples: [String] = [
    "", " ", "\n", "\r\n\r\n", "\0", "a\0b", "\u{7F}\u{1B}[31mred\u{1B}[0m", "\u{FEFF}Title\n\nBody.",
    "\u{301}\u{301}\u{301}", "e\u{301}\u{327}\u{308}x", "\u{200D}\u{200D}", "👩‍👩‍👧‍👦👍🏽🇩🇪🇩", "\u{202E}abc\u{202C}",
    "مرحبا بالعالم. كيف حالك؟",
    "שלום עולם", "नमस्ते दुनिया।", "ภาษาไทย", "東京都。大阪！本当？", "﷽", "ﬀ ﬃ ŉ Ǆ", "ẞß İı ΑΒΓ ЖЗИ",
    "....", ". . . .", "'", "''", "’s", "'s 's 's", "-", "--", "---", "- - -", "a-", "-a", "a--b", "$", "$$$", "US$",
    "%",
    "@", "#", "@@", "##a", "a@", "@a.", "http://", "www.", "https://a", "mailto:", "1", "1,", ",1", "1,0", "1.", ".1",
    "1:2:3",
    "A.", "A.B", "A.B.", "A.B.C.D.E.F.", "U.S.-", "a.m.p.m.", "Mr", "Mr.", "Mr..", "()", "((((", "))))", "[[[",
    "“”‘’«»",
    "\u{10FFFF}\u{E000}\u{FFFD}", String(repeating: "a", count: 5000), String(repeating: "A.", count: 500),
    String(repeating: "(", count: 2000), String(repeating: "Mr. ", count: 500),
    String(repeating: "in New York and ", count: 200),
    String(repeating: "one two three million ", count: 200), String(repeating: "John Smith ", count: 300),
    String(repeating: "of the ", count: 500), "President President President Obama Obama Obama",
    "\u{2028}\u{2029}\u{85}",
    "N°. 5 n° 3 ° °C 30°C", "1/2/3/4", "12/", "/", "https://example.com/\u{202E}evil", "x\u{AD}y",
    "C++ C# .NET Node.js",
  ]

  /// Words and marks to make more texts of.
  private static let pieces = [
    "Mr.", "Obama", "said", "in", "the", "U.S.", "on", "Friday", "Oct.", "3", ",", "2016", ".", "$", "5", "million",
    "%", "“", "”",
    "'s", "don't", "al-Qaeda", "University", "of", "and", "(", "UN", ")", "-", "—", "東", "👍", "\n", "\n\n", "\u{301}",
    "\0", "J.",
    "two", "weeks", "ago", "10:30", "p.m.", "Ministry", "Iraq", "pro-Russian", "é", "\u{202E}", "1,000", "km", "...",
    "?", "!",
  ]

  /// A text of `count` pieces, the same for the same `seed`.
  static func made(seed: UInt64, count: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<count {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += pieces[Int(state % UInt64(pieces.count))]
      if state % 5 != 0 { text += " " }
    }
    return text
  }

  /// All samples, and two hundred made texts.
  static let all: [String] = samples + (1...200).map { made(seed: UInt64($0), count: 40) }
}
