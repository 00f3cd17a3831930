import Annotations

/// Texts in which mentions are marked, to train on or to measure with.
public struct AnnotatedSet: Sendable {
  /// What it is called in reports.
  public var name: String
  /// The texts, in order.
  public var texts: [AnnotatedText]
  /// The labels whose every mention is marked. Where a word is not marked it is none of these; whether it is of another
  /// label nobody knows.
  public var labels: Set<Label>

  /// Makes a set.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - texts: The texts.
  ///   - labels: The labels whose every mention is marked; nil for all that occur.
  public init(name: String, texts: [AnnotatedText], labels: Set<Label>? = nil) {
    self.name = name
    self.texts = texts
    self.labels = labels ?? Set(texts.flatMap { $0.mentions.map(\.label) })
  }

  /// Takes over the documents of a file of tagged tokens.
  ///
  /// - Parameters:
  ///   - name: What the set is called.
  ///   - file: The documents.
  ///   - labels: The labels whose every mention is marked; nil for all that occur.
  public init(name: String, _ file: IOB2File, labels: Set<Label>? = nil) {
    self.init(name: name, texts: file.parts.map { AnnotatedText($0.text, $0.mentions) }, labels: labels)
  }

  /// Number of tokens.
  public var tokenCount: Int { texts.reduce(0) { $0 + $1.text.tokens.count } }
  /// Number of sentences.
  public var sentenceCount: Int { texts.reduce(0) { $0 + $1.text.sentences.count } }
  /// Number of mentions.
  public var mentionCount: Int { texts.reduce(0) { $0 + $1.mentions.count } }

  /// The same set with each token changed by `change`, as ``AnnotatedText/changingWords(_:)`` does it.
  public func changingWords(_ change: (String) -> String) -> AnnotatedSet {
    var changed = self
    changed.texts = texts.map { $0.changingWords(change) }
    return changed
  }
}
