/// The text of one article, never changed, with what its layout says about it.
///
/// ``bytes`` is the text that is shown and that all offsets refer to. For a plain text file it is the file itself,
/// byte for byte (so `sha256sum` of the file is the ``digest()`` of the document); only bytes that are not UTF-8 are
/// replaced. For a web page it is the article's text without the page around it.
public struct Document: Sendable {
  /// Where the text came from, and how it differs from the bytes that were read.
  public struct Source: Hashable, Sendable {
    /// The format of the bytes that were read.
    public enum Format: String, Sendable {
      /// The text is the file.
      case plain
      /// The text was taken out of a page.
      case html
    }

    /// The format of the bytes that were read.
    public var format: Format
    /// How many sequences were not UTF-8 and stand as U+FFFD in the text.
    public var replacedSequences: Int
    /// Digest of the bytes that were read, where these are not the text itself.
    public var fileDigest: Digest?
    /// How many bytes at the end of a page were not read since it is longer than any article (16 MB).
    public var ignoredBytes: Int
    /// Whether a page was built so that the article in it could not be told from what is around it; then the text is
    /// all the text of the page.
    public var isUnsorted: Bool

    /// Describes a source.
    public init(
      format: Format = .plain, replacedSequences: Int = 0, fileDigest: Digest? = nil, ignoredBytes: Int = 0,
      isUnsorted: Bool = false
    ) {
      self.format = format
      self.replacedSequences = replacedSequences
      self.fileDigest = fileDigest
      self.ignoredBytes = ignoredBytes
      self.isUnsorted = isUnsorted
    }
  }

  /// The text in UTF-8; always valid.
  public let bytes: [UInt8]
  /// Lines, and long lines cut into pieces, for display.
  public let blocks: BlockIndex
  /// Whether every byte is below 0x80, so that all offset units but line and column agree.
  public let isASCII: Bool
  /// Title, date, source, address and body, where the text shows them.
  public internal(set) var metadata: ArticleMetadata
  /// Where the text came from.
  public let source: Source

  /// Makes a document of text that a program holds in memory.
  public init(_ text: String) {
    self.init(validUTF8: Array(text.utf8), source: Source())
  }

  /// Makes a document of `bytes`, which must be UTF-8; ``DocumentReader`` takes any bytes.
  init(validUTF8 bytes: [UInt8], source: Source, metadata: ArticleMetadata? = nil) {
    self.bytes = bytes
    self.source = source
    isASCII = bytes.withUnsafeBytes(UTF8Scan.isASCII)
    blocks = BlockIndex(bytes)
    self.metadata = metadata ?? ArticleMetadata(readingStartOf: bytes)
  }

  /// The whole text as a span of UTF-8 offsets.
  public var span: Span { Span(0, bytes.count) }

  /// The text in `span`, whose edges should lie between characters (half a character becomes U+FFFD).
  ///
  /// - Precondition: `span` lies within the text.
  public func text(in span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// SHA-256 of ``bytes``. Takes about half a millisecond for a megabyte.
  public func digest() -> Digest { Digest(of: bytes) }

  /// Whether `offset` lies within the text or at its end, and not inside the encoding of a code point.
  public func isCodePointBoundary(_ offset: Int) -> Bool {
    guard offset >= 0, offset <= bytes.count else { return false }
    return offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  /// The span that is left of `span` without white space at its edges; empty at its start when nothing else is in it.
  public func trimmingWhiteSpace(_ span: Span) -> Span {
    var start = span.start
    var end = span.end
    while start < end, let (scalar, next) = scalar(at: start), scalar.properties.isWhitespace { start = next }
    while end > start, let (scalar, previous) = scalar(before: end), scalar.properties.isWhitespace { end = previous }
    return Span(start, end)
  }

  /// The code point that begins at `offset`, and the offset behind it; nil at the end of the text.
  public func scalar(at offset: Int) -> (Unicode.Scalar, next: Int)? {
    guard offset < bytes.count else { return nil }
    let (code, next) = bytes.withUnsafeBufferPointer { UTF8Scan.scalar(in: $0, at: offset) }
    return (Unicode.Scalar(code) ?? "\u{FFFD}", next)
  }

  /// The code point that ends at `offset`, and the offset where it begins; nil at the start of the text.
  public func scalar(before offset: Int) -> (Unicode.Scalar, start: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return scalar(at: start).map { ($0.0, start) }
  }
}
