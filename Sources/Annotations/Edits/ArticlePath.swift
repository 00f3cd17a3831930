/// The absolute path of an article's file, symbolic links followed; what articles are known by in changes and journals.
///
/// Two paths are the same only if they have the same bytes, as for the system: a name with a composed `é` and one with
/// `e` and an accent are two files.
public struct ArticlePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path, beginning with `/`.
  public let text: String

  /// Makes the name of the article at `text`, an absolute path.
  public init(_ text: String) { self.text = text }

  // Slashes are looked for among bytes: behind one, a combining mark would make it a different `Character`.
  private var lastSlash: String.Index? { text.utf8.lastIndex(of: UInt8(ascii: "/")) }

  /// The last component.
  public var fileName: String {
    guard let lastSlash else { return text }
    return String(text[text.utf8.index(after: lastSlash)...])
  }

  /// Everything before the last component, without the slash between; `/` for a file at the root.
  public var folder: String {
    guard let lastSlash, lastSlash != text.startIndex else { return "/" }
    return String(text[..<lastSlash])
  }

  /// The path.
  public var description: String { text }

  /// Whether the bytes are the same.
  public static func == (left: ArticlePath, right: ArticlePath) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Takes the bytes in.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Alphabetical, numbers by value: `a2` before `a10`.
  public static func < (left: ArticlePath, right: ArticlePath) -> Bool {
    NaturalOrder.precedes(left.text, right.text)
  }
}
