import Annotations

/// A word, number or mark in a text: where it lies and what it looks like.
///
/// A token stores no text; it is twelve bytes and refers to the `Document` it was made from.
public struct Token: Hashable, Sendable {
  /// What a token looks like, told from its characters alone.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Makes flags of bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Has at least one letter.
    public static let word = Flags(rawValue: 1 << 0)
    /// Has digits, and no letters.
    public static let number = Flags(rawValue: 1 << 1)
    /// Has neither letters nor digits.
    public static let punctuation = Flags(rawValue: 1 << 2)
    /// Its first letter or digit is an upper-case letter.
    public static let capitalised = Flags(rawValue: 1 << 3)
    /// Has at least two letters, none of them lower case.
    public static let allCapitals = Flags(rawValue: 1 << 4)
    /// Has letters, none of them upper case.
    public static let lowerCase = Flags(rawValue: 1 << 5)
    /// Has an upper-case letter behind a lower-case one: `McDonald`, `iPhone`.
    public static let innerCapital = Flags(rawValue: 1 << 6)
    /// Has at least one digit.
    public static let hasDigit = Flags(rawValue: 1 << 7)
    /// Ends with a period that belongs to it: `Mr.`, `U.S.`
    public static let finalPeriod = Flags(rawValue: 1 << 8)
    /// Has a hyphen between other characters.
    public static let hyphenated = Flags(rawValue: 1 << 9)
    /// White space or the start of the text stands before it.
    public static let afterSpace = Flags(rawValue: 1 << 10)
    /// Is a web or mail address, a hashtag or a handle.
    public static let address = Flags(rawValue: 1 << 11)
  }

  private let startOffset: UInt32
  private let endOffset: UInt32
  /// What it looks like.
  public let flags: Flags

  /// Makes a token that lies in `span` and looks like `flags`.
  ///
  /// - Precondition: The UTF-8 offsets are below 2³².
  public init(_ span: Span, flags: Flags) {
    startOffset = UInt32(span.start)
    endOffset = UInt32(span.end)
    self.flags = flags
  }

  /// UTF-8 offset of the first byte.
  public var start: Int { Int(startOffset) }
  /// UTF-8 offset just past the last byte.
  public var end: Int { Int(endOffset) }
  /// Where it lies, in UTF-8 offsets.
  public var span: Span { Span(start, end) }
  /// Length in UTF-8 bytes.
  public var length: Int { end - start }
}
