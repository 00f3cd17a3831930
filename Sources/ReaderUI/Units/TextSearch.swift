import Annotations

/// Looks for text as the search of the reader does.
package enum TextSearch {
  /// Where what was typed occurs in the body of `document`; nothing while it is no regular expression yet.
  package static func spans(of typed: String, in document: Document) -> [Span] {
    TextPattern(typed: typed).spans(in: document)
  }
}
