/// Texts that have broken programs, to be used as article, mention, note, name and label.
enum NaughtyStrings {
  static let all: [String] =
    controls + spaces + invisible + directions + combining + emoji + scripts + quoting + code + numbers + files + long

  private static let controls = [
    "\0", "a\0b", "\u{1}", "\u{7}", "\u{8}\u{8}\u{8}", "\t", "\n", "\r", "\r\n", "\n\r", "\u{B}", "\u{C}", "\u{E}\u{F}",
    "\u{1A}", "\u{1B}", "\u{1B}[2J", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{7}",
    "\u{1B}P+q\u{1B}\\",
    "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}31m", "\u{9D}0;title\u{9C}", "\u{9F}", "a\u{8}b",
    "line one\nline two",
    "tab\tin between", "\u{1E}{\"record\":\"separator\"}", "bell\u{7}bell",
  ]

  private static let spaces = [
    " ", "  ", " leading", "trailing ", "two  spaces", "\u{A0}", "no\u{A0}break", "\u{1680}",
    "\u{2000}\u{2001}\u{2002}",
    "\u{2009}thin\u{2009}", "\u{202F}", "\u{205F}", "\u{3000}", "全角\u{3000}空白", "\u{2028}", "\u{2029}",
    "a\u{2028}b\u{2029}c",
  ]

  private static let invisible = [
    "\u{AD}", "soft\u{AD}hyphen", "\u{200B}", "zero\u{200B}width", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
    "\u{FEFF}bom",
    "mid\u{FEFF}bom", "\u{180E}", "\u{34F}", "\u{61C}", "\u{E0001}\u{E0020}", "\u{E0061}\u{E007F}",
    "\u{FFF9}a\u{FFFA}b\u{FFFB}",
    "\u{FFFC}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "\u{E000}", "\u{F8FF}", "\u{D7FF}",
  ]

  private static let directions = [
    "\u{202A}left\u{202C}", "\u{202B}right\u{202C}", "\u{202E}desrever\u{202C}", "\u{202D}forced\u{202C}",
    "\u{2066}isolate\u{2069}",
    "\u{2067}isolate\u{2069}", "\u{2068}first\u{2069}", "\u{202E}never closed", "\u{200F}\u{200E}", "مرحبا بالعالم",
    "שלום עולם",
    "abc שלום 123 مرحبا def", "﷽", "ﷺ", "لا", "إِنَّا أَنزَلْنَاهُ", "2026 سنة", "\u{200F}(a)\u{200F}", "e\u{202E}gnp.txt",
  ]

  private static let combining = [
    "\u{301}", "\u{301}\u{301}\u{301}", "é", "e\u{301}", "\u{1E9B}\u{323}", "Å", "A\u{30A}", "\u{212B}", "か\u{3099}",
    "が", "각",
    "\u{1100}\u{1161}\u{11A8}", "क्षि", "நி", "กำ", "ก\u{E33}\u{E33}",
    "Z" + String(repeating: "\u{335}\u{301}\u{327}", count: 40),
    "T̵̨̛̖̫̤̤͖̯̯̉̿̾̓͐͝h̶̨̗̃̇̒e̷̢͓̰̊̐̽", String(repeating: "\u{300}", count: 500), "a\u{20DD}", "1\u{20E3}", "n\u{303}\u{325}",
    "i\u{307}", "ı", "İ", "\u{345}", "q\u{307}\u{323}", "q\u{323}\u{307}",
  ]

  private static let emoji = [
    "😀", "👍🏽", "👩‍👩‍👧", "👩🏿‍❤️‍💋‍👨🏻", "🇩🇪", "🇩", "🇩🇪🇫🇷🇺", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "❤", "☺︎", "🧑‍🚀🚀", "1️⃣#️⃣*️⃣", "🫠", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "\u{200D}👧",
    "👩\u{200D}", "🏳️‍🌈", "😀\u{FE0E}", "\u{1F3FF}",
  ]

  private static let scripts = [
    "Ñandú señor", "Straße", "ẞ", "ﬁne ﬂag", "ǅungla", "ΑΘΗΝΑ ΣΊΣΥΦΟΣ", "Київ", "Ёлка", "თბილისი", "Ⴀ", "հայ", "ኢትዮጵያ",
    "東京都",
    "中文，标点。", "ﾊﾝｶｸ", "ＦＵＬＬ", "한국어", "ภาษาไทย", "မြန်မာ", "বাংলা", "हिन्दी", "தமிழ்", "ខ្មែរ", "བོད", "ᚠᚢᚦ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "𐍈𐌰", "𠜎𠜱",
    "🄰🅱", "Ⅷ", "½", "①", "٣٤٥", "๑๒๓", "൧൨", "ŉ", "ĳ",
  ]

  private static let quoting = [
    "\"", "'", "\\", "\\\\", "\\\"", "\"\"\"", "''", "`", "``", "„“”‚‘’", "«»", "‹›", "「」", "\\n", "\\u0000", "\\ud800",
    "\\ud83d\\ude00",
    "\\x00", "%00", "%0a%0d", "&amp;", "&#0;", "&lt;b&gt;", "<b>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "{",
    "}", "[", "]", "{}", "[]",
    "null", "true", "{\"type\":\"mention\"}", "{\"type\":\"gloss\",\"version\":2}", "\",\"id\":\"x",
    "\"}\n{\"type\":\"entity\"}",
  ]

  private static let code = [
    "'; DROP TABLE mentions; --", "1 OR 1=1", "$(reboot)", "`reboot`", "; rm -rf /", "| cat /etc/passwd", "&& true",
    "${HOME}", "$HOME",
    "~", "!!", "*", "?", "%s%n%d", "%p%p%p", "{0}", "#{1+1}", "{{7*7}}", "\\(1+1)", "eval('1')", "__import__('os')",
    "=1+1", "@SUM(1)",
    "-- comment", "# comment", "/* comment */", "---", "...", "--help", "-rf", "javascript:alert(1)",
    "file:///etc/passwd",
  ]

  private static let numbers = [
    "0", "-0", "00", "1e400", "-1", "9223372036854775808", "0x10", "1_000", "1,000.00", "NaN", "Infinity", "∞", "1/0",
    "١٢٣",
    "2026-02-30", "1970-01-01T00:00:00Z",
  ]

  private static let files = [
    ".", "..", "/", "//", "../../../etc/passwd", "C:\\", "CON", "NUL", "a/b", "a:b", ".hidden", "name.",
    "story.txt.gloss.jsonl",
    "é.txt", "e\u{301}.txt", "a/\u{301}b", "/\u{301}", "line\nbreak.txt",
  ]

  private static let long = [
    String(repeating: "a", count: 300), String(repeating: "東", count: 200), String(repeating: "ab ", count: 400),
    String(repeating: "👩‍👩‍👧", count: 60),
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    String(repeating: "\n", count: 100), String(repeating: "\\", count: 100), String(repeating: "\"", count: 100),
  ]
}
