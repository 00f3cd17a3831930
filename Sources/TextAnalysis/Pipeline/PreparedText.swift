import Annotations

/// A text made ready for recognisers: units, sentences, what each word can be, and which names of the lists stand where.
///
/// Units are tokens, except that a compound of a name and a small word is cut at its hyphen (`ISIL|-|held`,
/// `anti|-|American`), so that the name can be marked; where tokens are given from outside they are never cut.
public struct PreparedText: Sendable {
  /// The text that all offsets refer to.
  public let document: Document
  /// The units in reading order.
  public private(set) var units: [Token]
  /// Sentences as ranges of units, which they tile.
  public private(set) var sentences: [Range<Int>]

  /// The number of the sentence of each unit.
  private(set) var sentenceNumbers: [Int32] = []
  /// How each sentence is written.
  private(set) var styles: [SentenceStyle] = []
  /// The hash of each unit's word.
  private(set) var keys: [UInt64] = []
  /// What each unit can be.
  private(set) var classes: [WordClass] = []
  /// What each unit with digits can be.
  private(set) var forms: [NumberForm] = []
  /// Names of the lists that fit, by their first unit and then by length.
  private(set) var matches: [GazetteerMatch] = []
  /// For each unit, the names of at least one that begin with it, as a range of ``matches``.
  private(set) var matchRanges: [Range<Int>] = []

  /// Capitalised words with the small words between them, see ``CapitalRun``.
  private(set) var runs: [CapitalRun] = []

  private(set) var pieces: [NamePiece] = []
  private(set) var pieceStarts: [Int32] = []

  let lexicon: Lexicon
  let gazetteer: Gazetteer

  /// Prepares `tokens` of `document`.
  ///
  /// - Parameters:
  ///   - sentences: Ranges of indices into `tokens` that tile them.
  ///   - cutsCompounds: Whether compounds of names may be cut at hyphens.
  init(
    _ document: Document, tokens: [Token], sentences: [Range<Int>], lexicon: Lexicon = .english,
    gazetteer: Gazetteer = .english, cutsCompounds: Bool
  ) {
    self.document = document
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    units = tokens
    self.sentences = sentences
    if cutsCompounds { cutCompounds() }
    classify()
    findNames()
    styles = self.sentences.map { SentenceStyle(self, $0) }
    runs = self.sentences.flatMap { CapitalRun.all(in: $0, of: self) }
  }

  /// Prepares a text whose tokens and sentences are given and stay as they are.
  init(_ text: TokenisedText) {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.tokens.count)
    for span in text.tokens {
      var flags = TokenShape.flags(of: text.document.bytes, span.range)
      if tokens.last.map({ $0.end < span.start }) ?? true { flags.insert(.afterSpace) }
      tokens.append(Token(span, flags: flags))
    }
    self.init(text.document, tokens: tokens, sentences: text.sentences, cutsCompounds: false)
  }

  // MARK: - Looking

  /// The text of the unit numbered `index`.
  func word(_ index: Int) -> String { document.text(in: units[index].span) }

  /// Where the units of `range` lie, in UTF-8 offsets.
  func span(of range: Range<Int>) -> Span {
    Span(units[range.lowerBound].start, units[range.upperBound - 1].end)
  }

  /// The units from the first of the sentence of `index` to its last.
  func sentence(of index: Int) -> Range<Int> { sentences[Int(sentenceNumbers[index])] }

  /// How the sentence of the unit `index` is written.
  func style(at index: Int) -> SentenceStyle { styles[Int(sentenceNumbers[index])] }

  /// Whether the unit is one of the given classes.
  func `is`(_ index: Int, _ wordClass: WordClass) -> Bool { !classes[index].isDisjoint(with: wordClass) }

  /// Whether the unit is the word `key`.
  func `is`(_ index: Int, _ key: UInt64) -> Bool { keys[index] == key }

  /// The names of lists that begin with the unit `index`, the shorter first.
  func names(at index: Int) -> ArraySlice<GazetteerMatch> { matches[matchRanges[index]] }

  /// The first byte of the unit.
  func firstByte(_ index: Int) -> UInt8 { document.bytes[units[index].start] }

  /// A hash of the words of `range` that does not depend on case, accents, hyphens and periods.
  func foldedName(of range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0
    for piece in Int(pieceStarts[range.lowerBound])..<Int(pieceStarts[range.upperBound]) {
      hash = NameHash.joined(hash, pieces[piece].folded)
    }
    return hash
  }

  /// Whether the first word of a sentence, an opening mark or a bullet aside, is the unit `index`.
  func opensSentence(_ index: Int) -> Bool {
    let first = sentence(of: index).lowerBound
    var before = index - 1
    while before >= first {
      if !units[before].flags.contains(.punctuation) { return false }
      let mark = firstByte(before)
      // Quotations and what follows a colon begin like sentences too.
      if mark == 0x22 || mark == 0x3A || mark == 0xE2 || mark == 0x60 { return true }
      before -= 1
    }
    return true
  }

  // MARK: - Preparing

  private mutating func classify() {
    let bytes = document.bytes
    keys.reserveCapacity(units.count)
    classes.reserveCapacity(units.count)
    forms.reserveCapacity(units.count)
    pieceStarts.reserveCapacity(units.count + 1)
    pieces.reserveCapacity(units.count + units.count / 4)
    for unit in units {
      let range = unit.span.range
      let key = NameHash.word(bytes, range)
      keys.append(key)
      var found = lexicon.classes(of: key)
      if unit.flags.contains(.hyphenated), found.isEmpty { found = compoundClasses(range) }
      classes.append(found.subtracting(Self.ruledOut(by: unit.flags)))
      forms.append(NumberForm(bytes, range, flags: unit.flags, lexicon: lexicon))
      pieceStarts.append(Int32(pieces.count))
      NamePieces.each(in: bytes, range) { pieces.append($0) }
    }
    pieceStarts.append(Int32(pieces.count))
    sentenceNumbers = [Int32](repeating: 0, count: units.count)
    for (number, sentence) in sentences.enumerated() {
      for index in sentence { sentenceNumbers[index] = Int32(number) }
    }
  }

  /// What a word cannot be because of its capitals: months and weekdays have one, codes have nothing else.
  private static func ruledOut(by flags: Token.Flags) -> WordClass {
    var classes: WordClass = []
    if flags.contains(.allCapitals) { classes.formUnion([.ordinalWord, .numberWord, .magnitude]) }
    if !flags.contains(.capitalised) { classes.formUnion([.month, .weekday, .title, .titleModifier]) }
    if flags.contains(.word), !flags.contains(.allCapitals), flags.contains(.lowerCase) || flags.contains(.capitalised)
    {
      classes.formUnion([.timeZone, .currencySign])
    }
    return classes
  }

  /// `twenty-five` is a number, `Anne-Marie` a forename, `co-director` what a director is.
  private func compoundClasses(_ range: Range<Int>) -> WordClass {
    let bytes = document.bytes
    guard let hyphen = bytes[range].firstIndex(of: UInt8(ascii: "-")), hyphen > range.lowerBound,
      hyphen + 1 < range.upperBound
    else { return [] }
    let head = lexicon.classes(of: NameHash.word(bytes, range.lowerBound..<hyphen))
    let tail = lexicon.classes(of: NameHash.word(bytes, (hyphen + 1)..<range.upperBound))
    if head.contains(.numberWord) { return tail.intersection([.numberWord, .ordinalWord, .magnitude]) }
    if head.contains(.periodPart) {
      let isPeriod =
        !tail.isDisjoint(with: [.month, .season, .weekday]) || bytes[hyphen + 1] >= 0x30 && bytes[hyphen + 1] <= 0x39
      return isPeriod ? .periodPart : []
    }
    return head.intersection(.forename).union(tail.intersection([.surname, .role, .organisationHead]))
  }

  private mutating func findNames() {
    matchRanges.reserveCapacity(units.count)
    for sentence in sentences {
      for first in sentence {
        let begin = matches.count
        if !units[first].flags.contains(.punctuation) || units[first].length == 1 { findNames(from: first, sentence) }
        matchRanges.append(begin..<matches.count)
      }
    }
  }

  private mutating func findNames(from first: Int, _ sentence: Range<Int>) {
    var folded: UInt64 = 0
    var exact: UInt64 = 0
    var unit = first
    while unit < sentence.upperBound {
      let range = Int(pieceStarts[unit])..<Int(pieceStarts[unit + 1])
      var entry: Int32 = -1
      for piece in range {
        folded = NameHash.joined(folded, pieces[piece].folded)
        exact = NameHash.joined(exact, pieces[piece].exact)
        guard let found = gazetteer.lookUp(folded) else { return }
        entry = found
      }
      unit += 1
      // A hyphen alone between two tokens is like one inside a token.
      if range.isEmpty { if unit - 1 == first { return } else { continue } }
      let hasExact = hasEntry(entry, exact)
      while entry >= 0 {
        if let casing = casing(of: gazetteer.entries[Int(entry)], exact, first..<unit),
          casing == .exact || !hasExact
        {
          matches.append(GazetteerMatch(units: first..<unit, entry: Int(entry), casing: casing))
        }
        entry = gazetteer.entries[Int(entry)].next
      }
    }
  }

  /// Whether one of the entries from `entry` on is written exactly so; then what is only similar (`Milan`, `MILAN`) is
  /// something else.
  private func hasEntry(_ entry: Int32, _ exact: UInt64) -> Bool {
    var entry = entry
    while entry >= 0 {
      if gazetteer.entries[Int(entry)].exact == exact { return true }
      entry = gazetteer.entries[Int(entry)].next
    }
    return false
  }

  /// How the name in `range` compares with `entry`, which has the same letters; nil when it is not the name.
  private func casing(of entry: Gazetteer.Entry, _ exact: UInt64, _ range: Range<Int>) -> GazetteerMatch.Casing? {
    if entry.exact == exact { return .exact }
    let words = units[range].filter { $0.flags.contains(.word) }
    let first = units[range.lowerBound]
    if words.allSatisfy({ $0.flags.contains(.allCapitals) || $0.length == 1 && $0.flags.contains(.capitalised) }) {
      return words.contains { $0.length > 3 } || words.count > 1 ? .capitals : nil
    }
    guard first.flags.contains(.capitalised) else {
      // Only the case of inner words differs: `al-Qaida` written `al-qaida` is too far.
      return !entry.isCapitalised && words.contains { $0.flags.contains(.innerCapital) } ? .similar : nil
    }
    if !entry.isCapitalised { return .similar }
    if words.count == 1 {
      return entry.isAcronym && first.length >= 4 && !opensSentence(range.lowerBound) ? .similar : nil
    }
    let last = words[words.count - 1]
    return last.flags.contains(.capitalised) || last.flags.contains(.innerCapital) || last.flags.contains(.number)
      ? .similar : nil
  }

  // MARK: - Compounds

  private mutating func cutCompounds() {
    guard units.contains(where: { $0.flags.contains(.hyphenated) }) else { return }
    var cut: [Token] = []
    cut.reserveCapacity(units.count + 32)
    var newSentences: [Range<Int>] = []
    for sentence in sentences {
      let first = cut.count
      for index in sentence { cut += CompoundCut.parts(of: units[index], in: document.bytes, lexicon, gazetteer) }
      newSentences.append(first..<cut.count)
    }
    units = cut
    sentences = newSentences
  }
}
