/// Where a mention lay when it was written down, with enough of the text to find it again.
public struct Anchor: Hashable, Sendable {
  /// Code points before the mention.
  public var start: Int
  /// Code points up to its end.
  public var end: Int
  /// The words themselves.
  public var text: String
  /// Up to ``contextLength`` code points before them.
  public var before: String
  /// Up to ``contextLength`` code points behind them.
  public var after: String

  /// How much context is written down on each side, in code points.
  public static let contextLength = 16

  /// Makes an anchor of what a file says; `start` and `end` are code points.
  public init(start: Int, end: Int, text: String, before: String = "", after: String = "") {
    self.start = start
    self.end = end
    self.text = text
    self.before = before
    self.after = after
  }

  /// Makes the anchor of `span`, in UTF-8 offsets, in `document`; `map` must be that document's.
  public init(_ span: Span, in document: Document, map: OffsetMap) {
    let codePoints = map.codePoints(span)
    start = codePoints.lowerBound
    end = codePoints.upperBound
    text = document.text(in: span)
    before = Self.context(endingAt: span.start, in: document)
    after = Self.context(startingAt: span.end, in: document)
  }

  private static func context(endingAt offset: Int, in document: Document) -> String {
    var start = offset
    for _ in 0..<contextLength {
      guard let (_, previous) = document.scalar(before: start) else { break }
      start = previous
    }
    return document.text(in: Span(start, offset))
  }

  private static func context(startingAt offset: Int, in document: Document) -> String {
    var end = offset
    for _ in 0..<contextLength {
      guard let (_, next) = document.scalar(at: end) else { break }
      end = next
    }
    return document.text(in: Span(offset, end))
  }
}
