import Annotations

/// Two letters for every word on screen.
package struct JumpLabels: Hashable, Sendable {
  /// The words with their letters, in the order of the text.
  package var targets: [(word: Span, letters: String)] { zip(words, letters).map { ($0, $1) } }
  /// The words.
  package var words: [Span]
  /// Their letters.
  package var letters: [String]
  /// What has been typed of the letters.
  package var typed = ""
}
