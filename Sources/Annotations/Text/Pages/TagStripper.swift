/// All the text of a page, for pages so broken that they get no tree: tags are taken out, elements that stand on lines
/// of their own begin a new paragraph, scripts and styles are passed over. One pass, whatever the bytes.
struct TagStripper {
  private static let hidden: Set<String> = [
    "script", "style", "noscript", "template", "svg", "select", "textarea", "button", "iframe", "object", "noframes",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
  ]

  private let page: ArraySlice<UInt8>
  private var index: Int
  /// Paragraphs with an empty line between them.
  private var text: [UInt8] = []
  private var flow = TextFlow()
  /// The first `title` element, white space collapsed.
  private var title: [UInt8] = []

  private init(_ page: ArraySlice<UInt8>) {
    self.page = page
    index = page.startIndex
  }

  /// The title of `page`, and its paragraphs with an empty line between them, both in UTF-8.
  static func strip(_ page: ArraySlice<UInt8>) -> (title: [UInt8], text: [UInt8]) {
    var stripper = TagStripper(page)
    stripper.run()
    return (stripper.title, stripper.text)
  }

  private mutating func run() {
    while index < page.endIndex {
      let start = index
      while index < page.endIndex, page[index] != UInt8(ascii: "<") { index += 1 }
      if index > start { add(page[start..<index]) }
      if index < page.endIndex { readMarkup() }
    }
    flush()
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var decoded = HTMLEntities.decode(String(decoding: text, as: UTF8.self))
    decoded.withUTF8 { flow.append($0, inLink: false) }
  }

  private mutating func flush() {
    let (paragraph, measure) = flow.take()
    if measure.letters > 0 { append(paragraph) }
  }

  private mutating func append(_ paragraph: [UInt8]) {
    if !text.isEmpty { text += [0x0A, 0x0A] }
    text += paragraph
  }

  /// Reads what begins with the `<` at ``index``.
  private mutating func readMarkup() {
    let behind = page[(index + 1)...]
    if behind.starts(with: "!--".utf8) {
      skip(past: "-->")
    } else if let next = behind.first, next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      skip(past: ">")
    } else if let next = behind.first, Self.isLetter(next) || next == UInt8(ascii: "/") {
      readTag()
    } else {
      add(page[index...index])
      index += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func readTag() {
    index += 1
    let isEnd = page[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    var name: [UInt8] = []
    while index < page.endIndex, name.count < 16, Self.isLetter(page[index]) || (0x30...0x39).contains(page[index]) {
      name.append(page[index] | 0x20)
      index += 1
    }
    skipAttributes()
    let tag = String(decoding: name, as: UTF8.self)
    if !isEnd, Self.hidden.contains(tag) {
      skip(past: "</" + tag)
      skip(past: ">")
    } else if tag == "title" {
      let (words, measure) = flow.take()
      if isEnd, title.isEmpty {
        title = words
      } else if measure.letters > 0 {
        append(words)
      }
    } else if tag == "br" {
      if flow.isAtLineStart { flush() } else { flow.breakLine() }
    } else if tag == "td" || tag == "th" {
      flow.separate()
    } else if !Self.inline.contains(tag) {
      flush()
    }
  }

  /// Goes past the `>` that ends a tag; one within a quoted attribute does not.
  private mutating func skipAttributes() {
    var quote: UInt8?
    var afterEquals = false
    while index < page.endIndex {
      let byte = page[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return
      } else if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      if byte > 0x20 { afterEquals = quote == nil && byte == UInt8(ascii: "=") }
    }
  }

  /// Goes past the next `text`, upper or lower case, or to the end when there is none.
  private mutating func skip(past text: String) {
    let wanted = Array(text.utf8)
    while index < page.endIndex {
      let piece = page[index...].prefix(wanted.count)
      if piece.count == wanted.count,
        zip(piece, wanted).allSatisfy({ $0 == $1 || Self.isLetter($0) && $0 | 0x20 == $1 })
      {
        index += wanted.count
        return
      }
      index += 1
    }
  }
}
