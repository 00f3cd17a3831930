import Annotations

/// Text with mentions written into it: `«PERSON Ada Lovelace» wrote to «ORG the «GPE London» Library»`.
///
/// The marks are taken out to make the plain text and the spans, and put back to compare, so that a failing test shows
/// the two texts and not two lists of numbers.
public struct MarkedText: Hashable, Sendable {
  /// A marked span.
  public struct Mark: Hashable, Sendable {
    /// UTF-8 offsets in ``MarkedText/text``.
    public var span: Span
    /// The word behind the opening mark.
    public var label: Label

    /// Makes a mark.
    public init(_ span: Span, _ label: Label) {
      self.span = span
      self.label = label
    }
  }

  /// The text without marks.
  public var text: String
  /// The marks in reading order.
  public var marks: [Mark]

  /// Takes the marks out of `marked`.
  public init(_ marked: String) {
    var plain: [UInt8] = []
    var open: [(start: Int, label: Label)] = []
    marks = []
    var rest = Substring(marked)
    while let character = rest.popFirst() {
      switch character {
      case "«":
        let name = rest.prefix { !$0.isWhitespace }
        rest = rest.dropFirst(name.count + 1)
        open.append((plain.count, Label(String(name))))
      case "»":
        guard let mark = open.popLast() else { preconditionFailure("a » too many in: \(marked)") }
        marks.append(Mark(Span(mark.start, plain.count), mark.label))
      default:
        plain += Array(String(character).utf8)
      }
    }
    precondition(open.isEmpty, "a » is missing in: \(marked)")
    text = String(decoding: plain, as: UTF8.self)
    marks.sort { ($0.span, $0.label) < ($1.span, $1.label) }
  }

  /// Puts `marks` into `text`.
  public init(_ text: String, marks: [Mark]) {
    self.text = text
    self.marks = marks.sorted { ($0.span, $0.label) < ($1.span, $1.label) }
  }

  /// Puts the spans and labels of `mentions` into `text`.
  public init(_ text: String, mentions: [Mention]) {
    self.init(text, marks: mentions.map { Mark($0.span, $0.label) })
  }

  /// The text with its marks. Marks that cross are closed in the order they were opened.
  public var marked: String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    for offset in 0...bytes.count {
      for mark in marks where mark.span.end == offset && mark.span.start < offset { output += Array("»".utf8) }
      for mark in marks where mark.span.start == offset { output += Array("«\(mark.label.name) ".utf8) }
      if offset < bytes.count { output.append(bytes[offset]) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension MarkedText: CustomStringConvertible {
  /// The text with its marks.
  public var description: String { marked }
}
