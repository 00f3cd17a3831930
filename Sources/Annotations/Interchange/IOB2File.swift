/// Token lines with IOB2 tags, as in the CoNLL-2003 shared task (Tjong Kim Sang & De Meulder 2003).
///
/// One token a line, an empty line after each sentence, and a line `-DOCSTART-` before each document. Columns are
/// separated by a tab or, where a line has no tab, by white space; the first is the token and the last, where there is
/// more than one, its tag. Lines end with LF, CRLF or CR.
///
/// Tokens and sentences are kept exactly as they are given. `I-` without a `B-` before it begins a mention, so IOB1 is
/// read rightly too, and so are BIOES and BILOU, whose last tags (`E-`, `L-`) and single ones (`S-`, `U-`) end a mention.
/// What is written is IOB2.
public struct IOB2File: Sendable {
  /// The lines from one `-DOCSTART-` to the next.
  public struct Part: Sendable {
    /// The `-DOCSTART-` line without its tag and line break, or nil before the first one.
    public var opening: String?
    /// Tokens and sentences, over a text made by joining tokens with spaces and sentences with line feeds.
    public var text: TokenisedText
    /// The mentions that the tags say, in reading order; empty where there is no tag column.
    public var mentions: [Mention]

    /// Makes a part.
    public init(opening: String? = nil, text: TokenisedText, mentions: [Mention]) {
      self.opening = opening
      self.text = text
      self.mentions = mentions
    }
  }

  /// Why a file cannot be read.
  public struct ReadingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong with a line.
    public enum Problem: Hashable, Sendable {
      /// The line holds columns but its first, the token, is empty.
      case missingToken
      /// The last column is neither `O` nor one of `B`, `I`, `E`, `L`, `S`, `U` with a hyphen and a label.
      case unknownTag(String)
      /// The bytes are not UTF-8.
      case notUTF8
    }

    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let problem: Problem

    /// One sentence, for people.
    public var description: String {
      switch problem {
      case .missingToken: "line \(line): a tag but no token before it"
      case .unknownTag(let tag): "line \(line): “\(tag)” is not an IOB2 tag"
      case .notUTF8: "line \(line): not UTF-8"
      }
    }
  }

  /// The documents in the order of the file.
  public var parts: [Part]

  /// Makes a file of parts.
  public init(parts: [Part]) { self.parts = parts }

  /// Reads `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - annotator: Whose the mentions are said to be.
  /// - Throws: ``ReadingError`` for the first line that makes no sense.
  public init(reading bytes: [UInt8], by annotator: Annotator = .person("iob2")) throws {
    var reader = IOB2Reader(annotator: annotator)
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      try reader.read(bytes[start..<end])
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    parts = reader.finished()
  }

  /// The file in UTF-8: `TOKEN<TAB>TAG` and LF.
  ///
  /// IOB2 cannot nest: of mentions that overlap the outermost is written, and of two equal spans the first in reading
  /// order. A mention whose edges are not edges of tokens cannot be written and is left out.
  public func written() -> [UInt8] {
    var output: [UInt8] = []
    for part in parts {
      if let opening = part.opening {
        output += opening.utf8
        output += "\tO\n\n".utf8
      }
      let tags = Self.tags(of: part.mentions, in: part.text)
      for sentence in part.text.sentences {
        for index in sentence {
          output += part.text.document.bytes[part.text.tokens[index].range]
          output.append(0x09)
          output += tags[index].utf8
          output.append(0x0A)
        }
        output.append(0x0A)
      }
    }
    return output
  }

  /// One tag for each token of `text`. See ``written()`` for what cannot be said.
  public static func tags(of mentions: [Mention], in text: TokenisedText) -> [String] {
    var tags = [String](repeating: "O", count: text.tokens.count)
    var written = 0
    for mention in mentions.sorted(by: Mention.inReadingOrder) {
      guard let range = text.tokenRange(of: mention.span), range.lowerBound >= written else { continue }
      for index in range { tags[index] = (index == range.lowerBound ? "B-" : "I-") + mention.label.name }
      written = range.upperBound
    }
    return tags
  }
}
