import Annotations

/// What a selection grows into, step by step: the name around it, the quotation, the sentence, the paragraph.
struct Expansion {
  private let units: TextUnits
  private var document: Document { units.document }

  init(_ units: TextUnits) { self.units = units }

  /// The next larger unit around `selection`, or nil when there is none.
  func step(from selection: Span) -> Span? {
    let candidates = [name(around: selection), phrase(around: selection), quotation(around: selection)]
    let sentence = units.sentence(at: selection.start)
    let paragraph = units.paragraph(at: selection.start)
    return (candidates.compactMap(\.self) + [sentence, paragraph, document.metadata.body])
      .filter { $0.contains(selection) && $0 != selection }
      .min { $0.length < $1.length }
  }

  /// Words that may stand inside a name between two capitalised ones.
  private static let connectors: Set<String> = [
    "of", "the", "for", "and", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "les", "el", "al", "von",
    "van", "der", "den", "zu", "bin", "ibn", "bint", "ben", "abu", "ul", "ur", "y", "e", "et", "des", "du", "&",
  ]

  /// Words that are capitalised only because a sentence begins with them.
  private static let openers: Set<String> = [
    "The", "A", "An", "In", "On", "At", "By", "For", "From", "But", "And", "As", "It", "He", "She", "They", "We", "His",
    "Her", "Their", "This", "That", "These", "Those", "When", "While", "After", "Before", "If", "Since", "With",
    "Local",
    "Meanwhile", "However", "Although", "Some", "Many", "Most", "Two", "Three",
    "Then", "There", "Here", "So", "Yet", "Also", "Now", "Today", "Yesterday", "Under", "Over", "About", "Both", "Each",
    "Every", "All", "Any", "Other", "Several", "Last", "Next", "First", "Earlier", "Later", "Among", "Between",
    "During",
    "Despite", "Because", "Once", "Only", "Even", "Still", "Its", "Our", "My", "Your", "What", "Who", "Where", "Why",
    "How",
    "To", "Of", "Not", "No", "Or", "Nor", "Until", "Though", "Whether", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    "Ten",
  ]

  /// The run of capitalised words around `selection`, connecting words included.
  func name(around selection: Span) -> Span? {
    let sentence = units.sentence(at: selection.start)
    let words = units.words(
      in: Span(min(sentence.start, selection.start), max(sentence.end, selection.end)), limit: 2000)
    guard var first = words.firstIndex(where: { $0.end > selection.start }),
      var last = words.lastIndex(where: { $0.start < selection.end }), first <= last,
      words[first...last].contains(where: isCapitalised)
    else { return nil }
    while let next = neighbour(of: first, -1, words) { first = next }
    while let next = neighbour(of: last, 1, words) { last = next }
    while first < last, words[first].end <= selection.start, !isNamePart(words[first], at: first, sentence) {
      first += 1
    }
    return Span(min(words[first].start, selection.start), max(words[last].end, selection.end))
  }

  private func text(_ word: Span) -> String { document.text(in: word) }

  private func isCapitalised(_ word: Span) -> Bool {
    // The name in al-Baghdadi begins behind the article.
    text(word).split(separator: "-").contains { part in
      part.first { $0.isLetter || $0.isNumber }.map { $0.isUppercase || $0.isNumber } ?? false
    }
  }

  private func isNamePart(_ word: Span, at index: Int, _ sentence: Span) -> Bool {
    guard isCapitalised(word) else { return false }
    return !(word.start <= sentence.start + 3 && Self.openers.contains(text(word)))
  }

  /// The next capitalised word in one direction that belongs to the same name: next to it, or behind connecting words.
  private func neighbour(of index: Int, _ step: Int, _ words: [Span]) -> Int? {
    var next = index + step
    for _ in 0..<4 {
      guard words.indices.contains(next), areAdjacent(words[min(next, next - step)], words[max(next, next - step)])
      else {
        return nil
      }
      if isCapitalised(words[next]) { return next }
      guard Self.connectors.contains(text(words[next]).lowercased()) else { return nil }
      next += step
    }
    return nil
  }

  /// Whether nothing but a space, or the point of an abbreviation and a space, lies between two words.
  private func areAdjacent(_ left: Span, _ right: Span) -> Bool {
    guard left.end <= right.start else { return false }
    let between = document.text(in: Span(left.end, right.start))
    return between.allSatisfy { $0 == " " || $0 == "\u{A0}" } || (between == ". " && left.length <= 4)
      || between == " & "
  }

  /// What lies between punctuation marks around `selection`.
  private func phrase(around selection: Span) -> Span? {
    bounded(selection, opens: { ",;:()[]—–“”\"«».?!".contains($0) }, closes: { ",;:()[]—–“”\"«».?!".contains($0) })
  }

  /// What stands in quotation marks or brackets around `selection`.
  func quotation(around selection: Span) -> Span? {
    bounded(selection, opens: { "“\"«‘(„".contains($0) }, closes: { "”\"»’)“".contains($0) })
  }

  private func bounded(_ selection: Span, opens: (Character) -> Bool, closes: (Character) -> Bool) -> Span? {
    let paragraph = units.paragraph(at: selection.start)
    guard paragraph.contains(selection) else { return nil }
    var start: Int?
    var offset = selection.start
    while offset > paragraph.start, let (scalar, before) = document.scalar(before: offset) {
      if opens(Character(scalar)), !isInsideNumber(before) {
        start = offset
        break
      }
      offset = before
    }
    var end: Int?
    offset = selection.end
    while offset < paragraph.end, let (scalar, next) = document.scalar(at: offset) {
      if closes(Character(scalar)), !isInsideNumber(offset) {
        end = offset
        break
      }
      offset = next
    }
    let span = Span(start ?? paragraph.start, max(end ?? paragraph.end, selection.end))
    guard start != nil || end != nil else { return nil }
    return document.trimmingWhiteSpace(span)
  }

  /// Whether the sign at `offset` stands between digits, as in 3.5 and 7,000.
  private func isInsideNumber(_ offset: Int) -> Bool {
    guard let (before, _) = document.scalar(before: offset), let (_, next) = document.scalar(at: offset),
      let (after, _) = document.scalar(at: next)
    else { return false }
    return before.properties.numericType != nil && after.properties.numericType != nil
  }
}
