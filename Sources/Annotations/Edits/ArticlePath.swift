/// The absolute path of an article's file; what articles are known by in changes and journals.
public struct ArticlePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path, beginning with `/`.
  public let text: String

  /// Makes the name of the article at `text`, an absolute path.
  public init(_ text: String) { self.text = text }

  /// The last component.
  public var fileName: String { text.split(separator: "/").last.map(String.init) ?? text }

  /// Everything before the last component, without the slash between; `/` for a file at the root.
  public var folder: String {
    guard let slash = text.lastIndex(of: "/"), slash != text.startIndex else { return "/" }
    return String(text[..<slash])
  }

  /// The path.
  public var description: String { text }

  /// Alphabetical, numbers by value: `a2` before `a10`.
  public static func < (left: ArticlePath, right: ArticlePath) -> Bool {
    NaturalOrder.precedes(left.text, right.text)
  }
}
