import Annotations

/// Looks for text as the search of the reader does.
package struct TextSearch {
  private let pattern: TextPattern

  /// Makes a search for what was typed; nil when it should be a regular expression and is none.
  package init?(_ typed: String) {
    pattern = TextPattern(typed: typed)
    if pattern.problem != nil { return nil }
  }

  /// Where it occurs in the body of `document`, in order.
  package func spans(in document: Document) -> [Span] { pattern.spans(in: document) }
}
