import Annotations

/// Finds the places where the words of a mention stand, and what they are there now.
struct OccurrenceFinder: Sendable {
  let text: String
  let aliases: [String]
  let label: Label
  let options: Propagation.Options

  /// The first `limit` occurrences in one article, those that have this label already left out.
  func rows(in record: ArticleRecord, limit: Int) -> [Propagation.Row] {
    guard let document = record.document else { return [] }
    var rows: [Propagation.Row] = []
    forEachPlace(in: document) { span in
      if let found = state(at: span, in: record, document) { rows.append(row(at: span, found, record.path, document)) }
      return rows.count < limit
    }
    return rows
  }

  /// How many occurrences in one article, besides the one at `span`, would get the label without being asked for; not
  /// counted beyond `limit`.
  func count(in record: ArticleRecord, besides span: Span, limit: Int) -> Int {
    guard let document = record.document else { return 0 }
    var count = 0
    forEachPlace(in: document) { place in
      if place != span, state(at: place, in: record, document)?.state.isTickedAtFirst == true { count += 1 }
      return count < limit
    }
    return count
  }

  /// Gives the places where one of the forms stands, in order, as long as `takes` wants more.
  private func forEachPlace(in document: Document, _ takes: (Span) -> Bool) {
    let patterns = forms.map {
      TextPattern(words: $0, matchesCase: options.matchesCase, wholeWords: options.wholeWords)
    }
    var reached = 0
    // Some blocks at a time, so that of a huge text no more is held than is looked at.
    for first in stride(from: 0, to: document.blocks.count, by: 64) {
      // Of a name and a longer form of it at the same place the longer counts, which comes first.
      for span in patterns.flatMap({ $0.spans(in: document, blocks: first..<first + 64) }).sorted()
      where span.end > reached {
        reached = span.end
        guard takes(span) else { return }
      }
    }
  }

  private var forms: [String] {
    guard !options.inflected else { return [text, text + "s", text + "es"] + aliases }
    // The city of a dateline stands in capitals, and only there.
    return [text] + aliases.filter { $0 != text && $0.lowercased() == text.lowercased() }
  }

  /// What stands at a place now, and the mention with exactly this span; nil where all is as it should be.
  private func state(
    at span: Span, in record: ArticleRecord, _ document: Document
  ) -> (state: Propagation.State, mention: Mention.ID?)? {
    let overlapping = record.combined.overlapping(span)
    let exact = overlapping.filter { $0.span == span }
    if exact.contains(where: { $0.label == label && $0.status == .accepted }) { return nil }
    if let here = exact.first(where: { $0.label == label }) ?? exact.first {
      switch here.status {
      case .suggested: return (.suggested(here.label), here.id)
      case .unsure: return (.unsure(here.label), here.id)
      case .accepted: return (.accepted(here.label), here.id)
      case .rejected: return (.rejected, here.id)
      }
    }
    if let around = overlapping.first(where: { $0.status != .rejected && !span.contains($0.span) }) {
      return (.inside(EntityName(document.text(in: around.span)).shown), nil)
    }
    return (.new, nil)
  }

  private func row(
    at span: Span, _ found: (state: Propagation.State, mention: Mention.ID?), _ path: ArticlePath,
    _ document: Document
  ) -> Propagation.Row {
    Propagation.Row(
      path: path, span: span, state: found.state, mention: found.mention,
      before: Excerpt.before(span.start, in: document, cells: 40), text: Excerpt.oneLine(document.text(in: span)),
      after: Excerpt.after(span.end, in: document, cells: 60),
      isTicked: found.state.isTickedAtFirst || options.includesDecided && found.state.isDecided)
  }
}
