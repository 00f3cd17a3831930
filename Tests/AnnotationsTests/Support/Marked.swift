import TestSupport

@testable import Annotations

/// A text with marked mentions, as values to test with.
struct Marked {
  let document: Document
  /// The marks in reading order, accepted by anna, called m0, m1 and so on.
  let mentions: [Mention]

  /// Reads `«LABEL words»`; see ``MarkedText``.
  init(_ text: String, status: Status = .accepted, prefix: String = "m") {
    let marked = MarkedText(text)
    document = Document(marked.text)
    mentions = marked.marks.enumerated().map { index, mark in
      Mention(
        id: Mention.ID("\(prefix)\(index)"), span: mark.span, label: mark.label, status: status,
        provenance: Provenance(annotator: .person("anna"), method: .tagged))
    }
  }

  /// `mentions` put into a text.
  static func text(_ document: Document, _ mentions: some Sequence<Mention>) -> String {
    MarkedText(document.text(in: document.span), mentions: Array(mentions)).marked
  }

  /// The layer of these mentions.
  var layer: Layer { Layer(annotator: .person("anna"), mentions: mentions) }
}
