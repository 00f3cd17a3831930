import Annotations

/// Something that takes too long to be done while a key waits. Carried out on a copy of the library.
package struct Job: Sendable {
  /// What is to be computed.
  package enum Task: Sendable {
    /// The review queue.
    case review
    /// The lines in which a text occurs, in one article or in all.
    case search(String, in: ArticlePath?)
    /// The mentions of all articles.
    case mentions
    /// The entities of all articles.
    case entities
    /// The notes of all articles.
    case notes
    /// All occurrences of a mention's words.
    case occurrences(Propagation)
  }

  /// What came of it.
  package enum Result: Sendable {
    /// The groups, least certain first.
    case review([ReviewQueue.Group])
    /// Rows for a picker, with a word about what was left out.
    case rows([Picker.Row], String)
    /// The occurrences, with a word about what was left out.
    case occurrences([Propagation.Row], String)
  }

  /// Which job it is; the answer to an earlier one is of no use any more.
  package var number: Int
  /// What is to be computed.
  package var task: Task
  /// The articles as they are now.
  package var library: Library
}
