/// Makes documents of whatever bytes there are.
public enum DocumentReader {
  /// Reads a text or a page.
  ///
  /// No bytes are refused: sequences that are not UTF-8 become U+FFFD, one for each maximal ill-formed part as the
  /// Unicode Standard (section 3.9) recommends and Python's `errors="replace"` does, and
  /// ``Document/Source/replacedSequences`` counts them. Pages in the old western encodings are understood.
  ///
  /// - Parameters:
  ///   - bytes: The contents of a file, or what came through a pipe.
  ///   - format: The format, or nil to tell it from the bytes.
  public static func read(_ bytes: [UInt8], format: Document.Source.Format? = nil) -> Document {
    let (text, replaced) = validUTF8(bytes)
    switch format ?? detectedFormat(text) {
    case .plain:
      return Document(validUTF8: text, source: Document.Source(replacedSequences: replaced))
    case .html:
      let (text, replaced) = replaced > 0 ? PageEncoding.utf8(bytes) : (text, replaced)
      let page = HTMLArticle(text)
      return Document(
        validUTF8: page.text,
        source: Document.Source(
          format: .html, replacedSequences: replaced, fileDigest: Digest(of: bytes), ignoredBytes: page.ignoredBytes,
          isUnsorted: page.isUnsorted),
        metadata: page.metadata)
    }
  }

  /// Reads the article in a file called `fileName`. The name tells the format where its ending does, and the date where
  /// the text does not and the name begins with one.
  public static func read(_ bytes: [UInt8], fileName: String) -> Document {
    var document = read(bytes, format: format(ofFileNamed: fileName))
    document.metadata.date = document.metadata.date ?? CalendarDate(startOfFileName: fileName)
    return document
  }

  /// The format that a file's name promises, or nil when only the contents can tell.
  public static func format(ofFileNamed name: String) -> Document.Source.Format? {
    let lowered = name.lowercased()
    if [".html", ".htm", ".xhtml"].contains(where: lowered.hasSuffix) { return .html }
    if [".txt", ".md", ".markdown", ".text"].contains(where: lowered.hasSuffix) { return .plain }
    return nil
  }

  /// `bytes` as valid UTF-8, and how many sequences had to be replaced.
  static func validUTF8(_ bytes: [UInt8]) -> (text: [UInt8], replaced: Int) {
    if bytes.withUnsafeBytes(UTF8Scan.isASCII) || UTF8Scan.isValid(bytes) { return (bytes, 0) }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let already = UTF8Scan.replacementCharacters(in: bytes)
    return (repaired, UTF8Scan.replacementCharacters(in: repaired) - already)
  }

  /// A page begins, after white space, comments and a byte order mark, with `<!doctype html`, `<html` or another tag
  /// that only pages begin with.
  private static func detectedFormat(_ text: [UInt8]) -> Document.Source.Format {
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.count, text[start] <= 0x20 { start += 1 }
    let head = String(decoding: text[start..<min(start + 64, text.count)], as: UTF8.self).lowercased()
    let beginnings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<!-- ", "<article", "<title"]
    return beginnings.contains(where: head.hasPrefix) ? .html : .plain
  }
}
