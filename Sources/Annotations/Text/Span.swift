/// A half-open range of UTF-8 offsets in the text of a ``Document``.
///
/// Every position inside Gloss is a UTF-8 offset. Other units (code points in files, lines and columns for people)
/// exist only at the edges and are made by ``OffsetMap``.
public struct Span: Hashable, Sendable {
  /// UTF-8 offset of the first byte.
  public let start: Int
  /// UTF-8 offset just past the last byte; never less than ``start``.
  public let end: Int

  /// Makes the span `start..<end`, both UTF-8 offsets.
  ///
  /// - Precondition: `start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span cannot end before it starts: \(start)..<\(end)")
    self.start = start
    self.end = end
  }

  /// Makes a span of the same offsets as `range`.
  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// Length in UTF-8 bytes.
  public var length: Int { end - start }

  /// Whether nothing lies between start and end.
  public var isEmpty: Bool { start == end }

  /// The same offsets as a range, to index ``Document/bytes``.
  public var range: Range<Int> { start..<end }

  /// Whether `offset` lies inside, the end excluded.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether `other` lies wholly inside, edges may coincide.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Whether the two overlap and neither contains the other.
  public func crosses(_ other: Span) -> Bool {
    overlaps(other) && !contains(other) && !other.contains(self)
  }

  /// The part that both cover, or nil when they share no byte.
  public func intersection(_ other: Span) -> Span? {
    overlaps(other) ? Span(max(start, other.start), min(end, other.end)) : nil
  }
}

extension Span: Comparable {
  /// Reading order: by start, and of two that start together the longer first, so that an outer mention comes before
  /// what is nested in it.
  public static func < (left: Span, right: Span) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}

extension Span: CustomStringConvertible {
  /// `start..<end` in UTF-8 offsets.
  public var description: String { "\(start)..<\(end)" }
}
