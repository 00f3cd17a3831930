import Annotations

/// Finds words, characters, sentences and paragraphs around a place in a document.
struct TextUnits {
  let document: Document
  /// Sentences, where the analysis has found them.
  let sentences: [Span]

  init(_ document: Document, analysis: Analysis? = nil) {
    self.document = document
    sentences = analysis?.sentences ?? []
  }

  private var blocks: BlockIndex { document.blocks }
  private var body: Span { document.metadata.body }

  // MARK: - Words

  /// The words of a block; where there are none, all that is in it.
  private func words(ofBlock block: Int) -> [Span] {
    let content = blocks[block].content
    guard let readable = content.intersection(body) else { return [] }
    let words = Words.words(in: readable, of: document)
    if !words.isEmpty { return words }
    let trimmed = document.trimmingWhiteSpace(readable)
    return trimmed.isEmpty ? [] : [trimmed]
  }

  /// The word around or behind the UTF-8 offset `offset`; the last one at the end of the text; nil in an empty text.
  func word(at offset: Int) -> Span? {
    let block = blocks.index(containing: offset)
    if let word = words(ofBlock: block).first(where: { $0.end > offset }) { return word }
    return word(startingAfter: offset) ?? word(endingBefore: body.end + 1)
  }

  /// The first word that starts behind the UTF-8 offset `offset`.
  func word(startingAfter offset: Int) -> Span? {
    var block = blocks.index(containing: offset)
    while block < blocks.count {
      if let word = words(ofBlock: block).first(where: { $0.start > offset }) { return word }
      block += 1
    }
    return nil
  }

  /// The last word that starts before the UTF-8 offset `offset`.
  func word(startingBefore offset: Int) -> Span? {
    var block = blocks.index(containing: offset)
    while block >= 0 {
      if let word = words(ofBlock: block).last(where: { $0.start < offset }) { return word }
      block -= 1
    }
    return nil
  }

  /// The last word that ends before the UTF-8 offset `offset`.
  func word(endingBefore offset: Int) -> Span? {
    var block = blocks.index(containing: min(offset, document.bytes.count))
    while block >= 0 {
      if let word = words(ofBlock: block).last(where: { $0.end < offset }) { return word }
      block -= 1
    }
    return nil
  }

  /// The words in `span`, at most `limit` of them.
  func words(in span: Span, limit: Int = .max) -> [Span] {
    var found: [Span] = []
    var block = blocks.index(containing: span.start)
    while block < blocks.count, blocks[block].span.start < span.end, found.count < limit {
      found += words(ofBlock: block).filter { $0.overlaps(span) }
      block += 1
    }
    return Array(found.prefix(limit))
  }

  // MARK: - Characters

  /// The character (grapheme cluster) at the UTF-8 offset `offset`, or nil at the end of the text.
  func character(at offset: Int) -> Span? {
    let content = blocks[blocks.index(containing: offset)].span
    var start = content.start
    for character in document.text(in: content) {
      let end = start + character.utf8.count
      if end > offset { return Span(start, end) }
      start = end
    }
    return nil
  }

  /// The character before the UTF-8 offset `offset`, or nil at the start of the text.
  func character(before offset: Int) -> Span? {
    guard offset > body.start else { return nil }
    return character(at: offset - 1)
  }

  // MARK: - Sentences and paragraphs

  /// The sentence around or behind the UTF-8 offset `offset`.
  func sentence(at offset: Int) -> Span {
    if let sentence = sentences.first(where: { $0.end > offset }), sentence.start <= offset { return sentence }
    return plainSentences(ofBlock: blocks.index(containing: offset)).first { $0.end > offset } ?? paragraph(at: offset)
  }

  /// The start of the first sentence behind the UTF-8 offset `offset`.
  func sentenceStart(after offset: Int) -> Int? {
    if let sentence = sentences.first(where: { $0.start > offset }) { return sentence.start }
    if let last = sentences.last, offset < last.end { return nil }
    var block = blocks.index(containing: offset)
    while block < blocks.count {
      if let sentence = plainSentences(ofBlock: block).first(where: { $0.start > offset }) { return sentence.start }
      block += 1
    }
    return nil
  }

  /// The start of the last sentence before the UTF-8 offset `offset`.
  func sentenceStart(before offset: Int) -> Int? {
    if let last = sentences.last, offset <= last.end { return sentences.last { $0.start < offset }?.start }
    var block = blocks.index(containing: offset)
    while block >= 0 {
      if let sentence = plainSentences(ofBlock: block).last(where: { $0.start < offset }) { return sentence.start }
      block -= 1
    }
    return nil
  }

  /// Sentences without an analysis: they end with a full stop, question or exclamation mark before white space.
  private func plainSentences(ofBlock block: Int) -> [Span] {
    guard let content = blocks[block].content.intersection(body) else { return [] }
    var sentences: [Span] = []
    var start = content.start
    var offset = content.start
    while offset < content.end {
      let byte = document.bytes[offset]
      offset += 1
      let ends = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
      if ends, offset >= content.end || document.bytes[offset] == 0x20 && !endsTitle(offset) {
        sentences.append(Span(start, offset))
        start = offset
      }
    }
    if start < content.end { sentences.append(Span(start, content.end)) }
    return sentences.map(document.trimmingWhiteSpace).filter { !$0.isEmpty }
  }

  /// Whether the point before `offset` ends a short capitalised word, as in Maj. and Dr.
  private func endsTitle(_ offset: Int) -> Bool {
    var start = offset - 1
    while start > 0, offset - start <= 5, document.bytes[start - 1] > 0x40 { start -= 1 }
    return (2...4).contains(offset - start) && (0x41...0x5A).contains(document.bytes[start])
  }

  /// The paragraph around the UTF-8 offset `offset`: its line, without white space at the edges.
  func paragraph(at offset: Int) -> Span {
    let content = blocks[blocks.index(containing: offset)].content
    return document.trimmingWhiteSpace(content.intersection(body) ?? Span(content.start, content.start))
  }

  /// The start of the next paragraph with something in it.
  func paragraphStart(after offset: Int) -> Int? {
    var block = blocks.index(containing: offset) + 1
    while block < blocks.count {
      let paragraph = paragraph(at: blocks[block].span.start)
      if !paragraph.isEmpty { return paragraph.start }
      block += 1
    }
    return nil
  }

  /// The start of the paragraph around the UTF-8 offset `offset`, or of the one before if it is there already.
  func paragraphStart(before offset: Int) -> Int? {
    var block = blocks.index(containing: offset)
    while block >= 0 {
      let paragraph = paragraph(at: blocks[block].span.start)
      if !paragraph.isEmpty, paragraph.start < offset { return paragraph.start }
      block -= 1
    }
    return nil
  }
}
