import Annotations

/// Finds the places where the words of a mention stand, and what they are there now.
struct OccurrenceFinder: Sendable {
  let text: String
  let aliases: [String]
  let label: Label
  let options: Propagation.Options

  /// The occurrences in one article, those that have this label already left out.
  func rows(in record: ArticleRecord) -> [Propagation.Row] {
    guard let document = record.document else { return [] }
    var spans: Set<Span> = []
    for words in forms {
      let pattern = TextPattern(
        words: words, matchesCase: options.matchesCase, wholeWords: options.wholeWords)
      spans.formUnion(pattern.spans(in: document, limit: 10_000))
    }
    // Of a name and a longer form of it at the same place the longer counts.
    let kept = spans.filter { span in !spans.contains { $0 != span && $0.contains(span) } }
    return kept.sorted().compactMap { row(at: $0, in: record, document) }
  }

  private var forms: [String] {
    guard !options.inflected else { return [text, text + "s", text + "es"] + aliases }
    // The city of a dateline stands in capitals, and only there.
    return [text] + aliases.filter { $0 != text && $0.lowercased() == text.lowercased() }
  }

  private func row(at span: Span, in record: ArticleRecord, _ document: Document) -> Propagation.Row? {
    let overlapping = record.combined.overlapping(span)
    let exact = overlapping.filter { $0.span == span }
    // What stands as it should needs nothing.
    if exact.contains(where: { $0.label == label && $0.status == .accepted }) { return nil }
    let state: Propagation.State
    var mention: Mention.ID?
    if let here = exact.first(where: { $0.label == label }) ?? exact.first {
      mention = here.id
      switch here.status {
      case .suggested: state = .suggested(here.label)
      case .unsure: state = .unsure(here.label)
      case .accepted: state = .accepted(here.label)
      case .rejected: state = .rejected
      }
    } else if let around = overlapping.first(where: { $0.status != .rejected && !span.contains($0.span) }) {
      state = .inside(EntityName(document.text(in: around.span)).shown)
    } else {
      state = .new
    }
    return Propagation.Row(
      path: record.path, span: span, state: state, mention: mention,
      before: Excerpt.before(span.start, in: document, cells: 40), text: Excerpt.oneLine(document.text(in: span)),
      after: Excerpt.after(span.end, in: document, cells: 60),
      isTicked: state.isTickedAtFirst || options.includesDecided && state.isDecided)
  }
}
