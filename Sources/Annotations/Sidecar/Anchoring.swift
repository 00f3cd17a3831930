/// Finds the place of anchors in a text that may have changed since they were written.
///
/// In a text that is known to be the same an anchor stays where it is. In another text, the words of an anchor belong,
/// in this order, to
/// 1. an occurrence with all their old surroundings that is as far from the start of the text as before, or as far from
///    its end, or moved as far as the mention before it;
/// 2. an occurrence at one of these three places with all the old surroundings on one side and at least
///    ``requiredContext`` code points of them together;
/// 3. the occurrence of which most of the surroundings agree, if no other has as many, at least ``requiredContext`` code
///    points agree on either side, and at least ``requiredTotal`` together (or all there were).
/// Else they have no place: guessing would move an annotation to words that nobody annotated.
public struct Anchoring: Sendable {
  /// Where an anchor belongs.
  public enum Placement: Hashable, Sendable {
    /// Where it always was, in UTF-8 offsets.
    case kept(Span)
    /// Elsewhere in the text, in UTF-8 offsets.
    case moved(Span)
    /// Nowhere that can be told.
    case lost

    /// The place in UTF-8 offsets, if there is one.
    public var span: Span? {
      switch self {
      case .kept(let span), .moved(let span): span
      case .lost: nil
      }
    }
  }

  /// Surrounding code points that must agree on either side of words that are found elsewhere.
  public static let requiredContext = 6
  /// Surrounding code points that must agree on both sides together.
  public static let requiredTotal = 20

  private let document: Document
  private let map: OffsetMap
  /// Length of the text in code points.
  private let length: Int

  /// Prepares to place anchors in `document`; `map` must be that document's.
  public init(_ document: Document, map: OffsetMap) {
    self.document = document
    self.map = map
    length = map.codePoints(atUTF8: document.bytes.count)
  }

  /// Finds the place of `anchor`.
  ///
  /// - Parameters:
  ///   - anchor: What is looked for.
  ///   - version: The text that it was made for.
  ///   - shift: How many code points the mention before it has moved.
  /// - Complexity: Constant when the surroundings are unchanged, else proportional to the length of the text.
  public func place(_ anchor: Anchor, writtenFor version: TextVersion, shift: Int = 0) -> Placement {
    let words = Array(anchor.text.utf8)
    guard !words.isEmpty else { return .lost }
    var shifts = [0]
    switch version {
    case .current:
      if let span = span(of: words, at: anchor.start) { return .kept(span) }
    case .earlier(let oldLength):
      if let oldLength, oldLength != length { shifts.append(length - oldLength) }
      if !shifts.contains(shift) { shifts.append(shift) }
    }
    let likely = shifts.compactMap { shift in
      span(of: words, at: anchor.start + shift).map { (span: $0, fit: Fit(anchor, at: $0, in: document)) }
    }
    let found = likely.first { $0.fit.isComplete } ?? likely.first { $0.fit.isCompleteOnOneSide }
    guard let span = found?.span ?? elsewhere(anchor, words) else { return .lost }
    return map.codePoints(atUTF8: span.start) == anchor.start ? .kept(span) : .moved(span)
  }

  /// The occurrence of `words` that most of the surroundings speak for, if they speak clearly.
  private func elsewhere(_ anchor: Anchor, _ words: [UInt8]) -> Span? {
    var best: (span: Span, fit: Fit)?
    var isAlone = true
    for offset in ByteSearch.occurrences(of: words, in: document.bytes) {
      let span = Span(offset, offset + words.count)
      let fit = Fit(anchor, at: span, in: document)
      if let known = best, fit.total <= known.fit.total {
        if fit.total == known.fit.total { isAlone = false }
      } else {
        best = (span, fit)
        isAlone = true
      }
    }
    guard let best, isAlone, best.fit.isClear else { return nil }
    return best.span
  }

  /// The span of `words`, if they stand at a place counted in code points.
  private func span(of words: [UInt8], at codePoint: Int) -> Span? {
    guard let start = map.utf8(atCodePoint: codePoint), start + words.count <= document.bytes.count else { return nil }
    return document.bytes[start..<(start + words.count)].elementsEqual(words) ? Span(start, start + words.count) : nil
  }
}

/// How many code points around a span agree with those around an anchor.
private struct Fit {
  private let before: Int
  private let after: Int
  private let wholeBefore: Int
  private let wholeAfter: Int

  init(_ anchor: Anchor, at span: Span, in document: Document) {
    wholeBefore = anchor.before.unicodeScalars.count
    wholeAfter = anchor.after.unicodeScalars.count
    var count = 0
    var offset = span.start
    for scalar in anchor.before.unicodeScalars.reversed() {
      guard let (found, start) = document.scalar(before: offset), found == scalar else { break }
      count += 1
      offset = start
    }
    before = count
    count = 0
    offset = span.end
    for scalar in anchor.after.unicodeScalars {
      guard let (found, next) = document.scalar(at: offset), found == scalar else { break }
      count += 1
      offset = next
    }
    after = count
  }

  var total: Int { before + after }
  private var whole: Int { wholeBefore + wholeAfter }
  var isComplete: Bool { total == whole }
  var isCompleteOnOneSide: Bool {
    (before == wholeBefore || after == wholeAfter) && total >= min(Anchoring.requiredContext, whole)
  }
  var isClear: Bool {
    before >= min(Anchoring.requiredContext, wholeBefore) && after >= min(Anchoring.requiredContext, wholeAfter)
      && total >= min(Anchoring.requiredTotal, whole)
  }
}
