/// Takes accents off Latin letters and makes letters small, so that `Erdoğan`, `ERDOGAN` and `Erdogan` are one word.
enum LatinFolding {
  /// For each code point from U+00C0, U+0180 and U+1E00 on, the letter without its marks; a period where there is none.
  private static let extended = Array(
    ("AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
      + ".B....O..DD....AE...G..IKk.....OOo.........t...Uu..YyZz........."
      + ".............AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa...."
      + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................").utf8)
  private static let additional = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......").utf8)

  /// The code point that stands for `scalar`, its case kept; nil for a combining mark, which is dropped.
  static func base(of scalar: Unicode.Scalar) -> UInt32? {
    let letter: UInt8
    switch scalar.value {
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200C, 0x200D, 0xAD: return nil
    case 0xC0...0x24F: letter = extended[Int(scalar.value) - 0xC0]
    case 0x1E00...0x1EFF: letter = additional[Int(scalar.value) - 0x1E00]
    default: return scalar.value
    }
    return letter == UInt8(ascii: ".") ? scalar.value : UInt32(letter)
  }

  /// `code` in lower case. Complete for the alphabets of Europe; other code points stay as they are.
  static func lowered(_ code: UInt32) -> UInt32 {
    switch code {
    case 0x41...0x5A, 0x391...0x3A9, 0x410...0x42F: code + 32
    case 0x400...0x40F: code + 80
    case 0..<0x80: code
    default: Unicode.Scalar(code)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? code
    }
  }
}
