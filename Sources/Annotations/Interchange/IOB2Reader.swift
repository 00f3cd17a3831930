/// Collects lines into the parts of an ``IOB2File``.
struct IOB2Reader {
  private let annotator: Annotator
  private var parts: [IOB2File.Part] = []
  private var opening: String?
  private var sentences: [[String]] = []
  private var tags: [String] = []
  private var sentence: [String] = []
  private var line = 0

  init(annotator: Annotator) { self.annotator = annotator }

  /// Reads the next line, given without its line break.
  mutating func read(_ bytes: ArraySlice<UInt8>) throws {
    line += 1
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw IOB2File.ReadingError(line: line, problem: .notUTF8)
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      endSentence()
      return
    }
    let columns =
      text.contains("\t")
      ? text.split(separator: "\t", omittingEmptySubsequences: false)
      : text.split(whereSeparator: \.isWhitespace)
    let token = columns[0].drop { $0 == " " }
    guard !token.isEmpty else { throw IOB2File.ReadingError(line: line, problem: .missingToken) }
    let tag = columns.count > 1 ? String(columns[columns.count - 1]) : "O"
    if token == "-DOCSTART-" {
      endPart()
      let kept = columns.count > 1 ? columns.dropLast() : columns[...]
      opening = kept.joined(separator: text.contains("\t") ? "\t" : " ")
      return
    }
    guard Self.isTag(tag) else { throw IOB2File.ReadingError(line: line, problem: .unknownTag(tag)) }
    sentence.append(String(token))
    tags.append(tag)
  }

  /// The parts, once all lines have been read.
  mutating func finished() -> [IOB2File.Part] {
    endPart()
    return parts
  }

  private static func isTag(_ tag: String) -> Bool {
    if tag == "O" || tag == "_" { return true }
    return tag.utf8.count > 2 && tag.dropFirst().first == "-" && tag.first.map("BIELSU".contains) == true
  }

  private mutating func endSentence() {
    if !sentence.isEmpty { sentences.append(sentence) }
    sentence = []
  }

  private mutating func endPart() {
    endSentence()
    if opening != nil || !sentences.isEmpty {
      let text = TokenisedText(words: sentences)
      parts.append(IOB2File.Part(opening: opening, text: text, mentions: mentions(in: text)))
    }
    opening = nil
    sentences = []
    tags = []
  }

  private func mentions(in text: TokenisedText) -> [Mention] {
    var mentions: [Mention] = []
    for sentence in text.sentences {
      var open: (first: Int, label: Substring, isEnded: Bool)?
      for index in sentence.lowerBound...sentence.upperBound {
        let tag = index < sentence.upperBound ? tags[index] : "O"
        let label = tag.dropFirst(2)
        let continues = tag.first.map("IEL".contains) == true
        if let mention = open, mention.isEnded || !(continues && label == mention.label) {
          let span = Span(text.tokens[mention.first].start, text.tokens[index - 1].end)
          mentions.append(imported(span, Label(String(mention.label))))
          open = nil
        }
        if open == nil, !label.isEmpty { open = (index, label, false) }
        if tag.first.map("ELSU".contains) == true { open?.isEnded = true }
      }
    }
    return mentions
  }

  private func imported(_ span: Span, _ label: Label) -> Mention {
    Mention(
      id: Mention.ID("\(span.start)-\(span.end)-\(label.name)"), span: span, label: label, status: .accepted,
      provenance: Provenance(annotator: annotator, method: .imported))
  }
}
