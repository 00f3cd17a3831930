import Annotations

/// A question with answers on letters.
package struct Dialog: Hashable, Sendable {
  /// One answer.
  package struct Choice: Hashable, Sendable {
    /// The key that gives it.
    package var key: Character
    /// What it does, in words.
    package var title: String
    /// What it does.
    package var action: Action
  }

  /// What an answer does.
  package enum Action: Hashable, Sendable {
    /// Nothing: the dialog closes.
    case close
    /// Go to the first undecided mention.
    case goToUndecided
    /// Mark the article done, after deciding on what is open as given.
    case done(Status?)
    /// Leave the program although something is not on disk.
    case quit
    /// Bring both sides of a conflict together.
    case merge(ArticlePath)
    /// Take their side; ours can be brought back with undo.
    case takeTheirs(ArticlePath)
    /// Keep our side; theirs can be brought back with redo.
    case keepOurs(ArticlePath)
    /// Show what the sides differ in.
    case showDifferences(ArticlePath)
    /// Order the list of articles.
    case sort(Library.Order)
    /// Narrow the list of articles.
    case show(String)
    /// Try to save again.
    case retrySaving
  }

  /// What it is about.
  package var title: String
  /// What there is to say.
  package var lines: [String]
  /// The answers.
  package var choices: [Choice]
  /// The answer that the cursor is on; none at first, when Enter does the safe thing.
  package var row: Int?
  /// The word for what Enter does at first.
  package var enterTitle: String
  /// What Enter does at first.
  package var enterAction: Action
  /// The word for what Esc does; it always only closes the dialog.
  package var escapeTitle = "cancel"
  /// Whether it is about something that went wrong.
  package var isAlert = false
}
