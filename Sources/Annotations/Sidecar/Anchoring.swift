/// Finds the place of anchors in a text that may have changed since they were written.
///
/// An anchor stays where it is when its words stand there with their surroundings. Otherwise it goes to the one
/// occurrence of its words whose surroundings fit best, provided that this is the only occurrence, or that at least
/// ``requiredContext`` code points around it fit and no other occurrence fits as well. Else it has no place: guessing
/// would move an annotation to words that nobody annotated.
public struct Anchoring {
  /// Where an anchor belongs.
  public enum Placement: Hashable, Sendable {
    /// Where it always was.
    case kept(Span)
    /// Elsewhere in the text.
    case moved(Span)
    /// Nowhere that can be told.
    case lost
  }

  /// Surrounding code points that must fit for an anchor to move to one of several occurrences.
  public static let requiredContext = 6

  private let document: Document
  private let map: OffsetMap

  /// Prepares to place anchors in `document`; `map` must be that document's.
  public init(_ document: Document, map: OffsetMap) {
    self.document = document
    self.map = map
  }

  /// Finds the place of `anchor`.
  ///
  /// - Parameter textIsUnchanged: Whether the text is known, by its digest, to be the one the anchor was made for; then
  ///   the surroundings need not be looked at.
  /// - Complexity: Constant when the anchor stays, else proportional to the length of the text.
  public func place(_ anchor: Anchor, textIsUnchanged: Bool) -> Placement {
    let stayed = anchor.start <= anchor.end ? map.span(codePoints: anchor.start..<anchor.end) : nil
    if let stayed, document.text(in: stayed) == anchor.text {
      let full = anchor.before.unicodeScalars.count + anchor.after.unicodeScalars.count
      if textIsUnchanged || fit(anchor, at: stayed) == full { return .kept(stayed) }
    }
    let words = Array(anchor.text.utf8)
    guard !words.isEmpty else { return .lost }
    let occurrences = ByteSearch.occurrences(of: words, in: document.bytes)
    guard occurrences.count > 1 else {
      guard let only = occurrences.first else { return .lost }
      let span = Span(only, only + words.count)
      return span == stayed ? .kept(span) : .moved(span)
    }
    let fits = occurrences.map { (span: Span($0, $0 + words.count), fit: fit(anchor, at: Span($0, $0 + words.count))) }
    guard let best = fits.max(by: { $0.fit < $1.fit }), best.fit >= Self.requiredContext,
      fits.count(where: { $0.fit == best.fit }) == 1
    else { return .lost }
    return best.span == stayed ? .kept(best.span) : .moved(best.span)
  }

  /// How many code points before and behind `span` agree with those around the anchor.
  private func fit(_ anchor: Anchor, at span: Span) -> Int {
    var count = 0
    var offset = span.start
    for scalar in anchor.before.unicodeScalars.reversed() {
      guard let (found, start) = document.scalar(before: offset), found == scalar else { break }
      count += 1
      offset = start
    }
    offset = span.end
    for scalar in anchor.after.unicodeScalars {
      guard let (found, next) = document.scalar(at: offset), found == scalar else { break }
      count += 1
      offset = next
    }
    return count
  }
}
