import CEmbedded

/// A text file that was compiled into the program.
struct EmbeddedList {
  /// The file's name without its ending.
  let name: String
  /// Its contents in UTF-8.
  let bytes: [UInt8]

  /// All files of the folder `Lists`, alphabetically.
  static let all: [EmbeddedList] = {
    var count = 0
    guard let lists = embedded_gazetteers(&count) else { return [] }
    return (0..<count).map { index in
      let list = lists[index]
      return EmbeddedList(
        name: String(cString: list.name), bytes: Array(UnsafeBufferPointer(start: list.bytes, count: list.size)))
    }
  }()

  /// The contents of the file `name`, or nothing when there is no such file.
  static func bytes(_ name: String) -> [UInt8] { all.first { $0.name == name }?.bytes ?? [] }

  /// Calls `body` with the range of each line that is neither empty nor a comment.
  static func eachLine(of bytes: [UInt8], _ body: (Range<Int>) -> Void) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start, bytes[start] != UInt8(ascii: "#") { body(start..<end) }
      start = end + 1
    }
  }
}
