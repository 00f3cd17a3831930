import Annotations

/// Cuts compounds of a name and a word at the hyphen, so that the name can be marked.
enum CompoundCut {
  /// The parts of `token`: itself, or its halves and the hyphen between them.
  ///
  /// It is cut where a name with a capital stands before a word of the class `compound-tail` (`U.S.-led`), behind one of
  /// `compound-head` (`pro-Russian`), or where both halves are nations (`US-Iraqi`).
  static func parts(of token: Token, in bytes: [UInt8], _ lexicon: Lexicon, _ gazetteer: Gazetteer) -> [Token] {
    guard token.flags.contains(.hyphenated), token.flags.contains(.word), !token.flags.contains(.address),
      let hyphen = bytes[token.span.range].firstIndex(of: UInt8(ascii: "-")), hyphen > token.start,
      hyphen + 1 < token.end
    else { return [token] }
    let head = token.start..<hyphen
    let tail = (hyphen + 1)..<token.end
    guard tail.count > 1 else { return [token] }
    let headShape = TokenShape.flags(of: bytes, head)
    let tailShape = TokenShape.flags(of: bytes, tail)
    let isCut: Bool
    switch (headShape.contains(.capitalised), tailShape.contains(.capitalised)) {
    case (true, false):
      isCut = lexicon.classes(of: NameHash.word(bytes, tail)).contains(.compoundTail)
    case (false, true):
      isCut = lexicon.classes(of: NameHash.word(bytes, head)).contains(.compoundHead) && headShape.contains(.lowerCase)
    case (true, true):
      let isPrefix = lexicon.classes(of: NameHash.word(bytes, head)).contains(.compoundHead)
      isCut =
        (isPrefix && !headShape.contains(.allCapitals) || isNation(bytes, head, gazetteer))
        && isNation(bytes, tail, gazetteer) && !isName(bytes, token.span.range, gazetteer)
    case (false, false): isCut = false
    }
    guard isCut else { return [token] }
    let afterSpace = token.flags.intersection(.afterSpace)
    return [
      Token(Span(head), flags: headShape.union(afterSpace)),
      Token(Span(hyphen, hyphen + 1), flags: .punctuation),
      Token(Span(tail), flags: tailShape),
    ]
  }

  private static func entries(_ bytes: [UInt8], _ range: Range<Int>, _ gazetteer: Gazetteer) -> [Gazetteer.Entry] {
    var folded: UInt64 = 0
    NamePieces.each(in: bytes, range) { folded = NameHash.joined(folded, $0.folded) }
    var found: [Gazetteer.Entry] = []
    var index = gazetteer.lookUp(folded) ?? -1
    while index >= 0 {
      found.append(gazetteer.entries[Int(index)])
      index = gazetteer.entries[Int(index)].next
    }
    return found
  }

  private static func isNation(_ bytes: [UInt8], _ range: Range<Int>, _ gazetteer: Gazetteer) -> Bool {
    entries(bytes, range, gazetteer).contains {
      [.countries, .nationalities, .cities, .groups].contains($0.list) && !$0.needsSupport
    }
  }

  private static func isName(_ bytes: [UInt8], _ range: Range<Int>, _ gazetteer: Gazetteer) -> Bool {
    !entries(bytes, range, gazetteer).isEmpty
  }
}
