/// Writes blocks as plain text: one empty line between paragraphs, none inside lists and tables, one line break at the
/// end.
enum PageText {
  /// The text of `blocks` below the headline `title`.
  static func write(_ blocks: [PageBlock], title: [UInt8]?) -> [UInt8] {
    var text = title ?? []
    var group: Int?
    for block in blocks {
      if !text.isEmpty {
        text.append(0x0A)
        if block.group == nil || block.group != group { text.append(0x0A) }
      }
      group = block.group
      text += Array(block.firstPrefix.utf8)
      guard !block.otherPrefix.isEmpty, block.text.contains(0x0A) else {
        text += block.text
        continue
      }
      for (number, line) in block.text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if number > 0 {
          text.append(0x0A)
          text += Array(block.otherPrefix.utf8)
        }
        text += line
        while line.isEmpty, text.last == 0x20 { text.removeLast() }
      }
    }
    if !text.isEmpty { text.append(0x0A) }
    return text
  }
}
