/// The annotation file beside an article: one annotator's decisions on one document, one JSON record a line.
///
/// <doc:SidecarFormat> specifies it. Reading never fails as a whole: a line that cannot be understood is reported in
/// ``problems`` and kept as it is, a mention whose words are no longer in the text is kept in ``unplaced``, and both are
/// written again.
public struct Sidecar: Sendable {
  /// The first line.
  public struct Header: Hashable, Sendable {
    /// Version of the format that the file was written in.
    public var version: Int
    /// Name of the article's file.
    public var article: String
    /// Digest of the text that the offsets refer to.
    public var textDigest: Digest
    /// Length of that text in code points.
    public var length: Int
    /// Digest of the page that the text was taken from, if it was.
    public var pageDigest: Digest?
    /// Digest of the sidecar beside the article that this mirrored one takes the place of.
    public var basis: Digest?
    /// Whose decisions these are.
    public var annotator: Annotator
    /// The labels that the annotator could choose from.
    public var labels: [Label]
    /// The recogniser whose suggestions were decided upon.
    public var model: String?
    /// Fields of a newer format version, kept as they came.
    public var unknownFields: JSONObject = [:]
  }

  /// Something in the file that a person should know of.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// The line in the file, counted from 1, or nil when it concerns the whole file.
    public let line: Int?
    /// What is wrong, and what was done about it.
    public let message: String

    /// `line N: message`
    public var description: String { line.map { "line \($0): \(message)" } ?? message }
  }

  /// A mention whose words cannot be found in the text any more.
  public struct Unplaced: Hashable, Sendable {
    /// The words.
    public var text: String
    /// The mention; its span says nothing.
    public var mention: Mention
    /// The record as it was read, to be written again.
    public var record: JSONObject
  }

  /// The version of the format that this library writes.
  public static let version = 1

  /// The first line, or nil when there was none to understand.
  public var header: Header?
  /// The decisions.
  public var layer: Layer
  /// Mentions that have lost their place.
  public var unplaced: [Unplaced] = []
  /// Lines that nobody understands, byte for byte as they were read, without their ends.
  public var unknownLines: [[UInt8]] = []
  /// What was wrong with the file.
  public var problems: [Problem] = []
  /// How many mentions were found elsewhere than where they were written down.
  public var movedCount = 0
  /// The text of a web page as it was annotated, from the file itself.
  public var storedText: String?
  /// Digest of the file that was read, if one was.
  public internal(set) var fileDigest: Digest?

  /// Makes the sidecar of a layer.
  public init(layer: Layer) { self.layer = layer }

  /// Whether there is nothing worth writing.
  public var isEmpty: Bool { layer.isEmpty && unplaced.isEmpty && unknownLines.isEmpty }
}

extension Sidecar {
  /// The text that a sidecar holds and the page it was taken from, without reading the rest.
  ///
  /// The text of a web page depends on the program that took it out, so it is stored; see ``Document/source``.
  static func storedText(in bytes: [UInt8]) -> (text: String, pageDigest: Digest)? {
    var pageDigest: Digest?
    for (_, line) in lines(of: bytes).prefix(3) {
      guard let record = try? JSONReader.read(line).object else { continue }
      switch record["type"]?.string {
      case "gloss": pageDigest = record["page"]?.string.flatMap { Digest(hexadecimal: $0) }
      case "text": if let text = record["text"]?.string, let pageDigest { return (text, pageDigest) }
      default: break
      }
    }
    return nil
  }

  /// The lines that are not empty, with their numbers from 1, without their ends.
  static func lines(of bytes: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    var lines: [(Int, ArraySlice<UInt8>)] = []
    for (index, var line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      // All of them: what is kept must be read alike when it comes back.
      while line.last == 0x0D { line = line.dropLast() }
      if index == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      if !line.isEmpty { lines.append((index + 1, line)) }
    }
    return lines
  }

  /// Takes over from `other` what is not in this sidecar: lines that nobody understands and lost mentions.
  mutating func keepRemains(of other: Sidecar) {
    let lines = Set(unknownLines)
    unknownLines += other.unknownLines.filter { !lines.contains($0) }
    let records = Set(unplaced.map(\.record))
    unplaced += other.unplaced.filter { !records.contains($0.record) }
  }
}
