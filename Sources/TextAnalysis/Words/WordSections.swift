/// Reads the lists that sort single words into classes: lines `[class]`, then words with spaces between them.
enum WordSections {
  /// Calls `body` with each word and the name of the class it stands under.
  static func each(in bytes: [UInt8], _ body: (_ section: String, _ word: Range<Int>) -> Void) {
    var section = ""
    EmbeddedList.eachLine(of: bytes) { line in
      if bytes[line.lowerBound] == UInt8(ascii: "["), bytes[line.upperBound - 1] == UInt8(ascii: "]") {
        section = String(decoding: bytes[(line.lowerBound + 1)..<(line.upperBound - 1)], as: UTF8.self)
        return
      }
      var start = line.lowerBound
      while start < line.upperBound {
        var end = start
        while end < line.upperBound, bytes[end] != 0x20 { end += 1 }
        if end > start { body(section, start..<end) }
        start = end + 1
      }
    }
  }
}
