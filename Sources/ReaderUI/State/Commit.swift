import Annotations

/// A change that is about to happen, to be taken back or to be done again.
package struct Commit: Hashable, Sendable {
  /// Which of the three.
  package enum Kind: Hashable, Sendable {
    case done
    case undone
    case redone
  }

  /// The change, with the edits as they were made.
  package var change: Change
  /// What is to happen.
  package var kind: Kind

  /// The edits to carry out.
  package var parts: [Change.Part] { kind == .undone ? change.inverseParts : change.parts }

  /// The same for some of the articles.
  package func limited(to articles: Set<ArticlePath>) -> Commit {
    let parts = change.parts.filter { articles.contains($0.article) }
    return Commit(
      change: Change(id: change.id, summary: change.summary, time: change.time, parts: parts, place: change.place),
      kind: kind)
  }

  /// What the journals are to say.
  package var event: History.Event {
    switch kind {
    case .done: .did(change)
    case .undone: .undid(change.id)
    case .redone: .redid(change.id)
    }
  }
}
