import Annotations

/// A text in tokens with the mentions that somebody marked in it.
public struct AnnotatedText: Sendable {
  /// Tokens and sentences.
  public let text: TokenisedText
  /// The mentions in reading order. Their edges are edges of tokens, and no two share a token.
  public let mentions: [Mention]
  /// Whether somebody has been through all of it, so that what is not marked is no mention.
  public var isComplete = true
  /// Where somebody has said that there is no mention, in UTF-8 offsets; they matter where it is not complete.
  public var rejected: [Span] = []

  /// Keeps of `mentions` what can be said in tags: of those that overlap the outermost, and none that cuts a token.
  public init(_ text: TokenisedText, _ mentions: [Mention]) {
    var end = 0
    self.text = text
    self.mentions = mentions.sorted(by: Mention.inReadingOrder).filter { mention in
      guard let tokens = text.tokenRange(of: mention.span), tokens.lowerBound >= end else { return false }
      end = tokens.upperBound
      return true
    }
  }

  /// Cuts an article into tokens and sentences, and takes over what has been accepted in it.
  ///
  /// - Parameters:
  ///   - document: The article; the part there is to read (`ArticleMetadata/body`) is used.
  ///   - layer: What somebody has decided on it. Rejected mentions count as no mentions, and so do unsure ones. It is
  ///     complete when it is marked done.
  public init(_ document: Document, _ layer: Layer) {
    let tokens = Tokenizer.english.tokens(in: document, range: document.metadata.body)
    let text = TokenisedText(
      document: document, tokens: tokens.map(\.span),
      sentences: SentenceSplitter.english.ranges(of: tokens, in: document))
    self.init(text, layer.mentionsInReadingOrder.filter { $0.status == .accepted })
    isComplete = layer.marks.isDone
    rejected = layer.mentions.values.filter { $0.status == .rejected }.map(\.span)
  }

  /// The tokens that lie in ``rejected``.
  var rejectedTokens: Set<Int> {
    Set(rejected.flatMap { text.tokenRange(of: $0).map(Array.init) ?? [] })
  }

  /// Those of `mentions` that are not in ``mentions``: they cut a token, lie in another or outside of all tokens.
  public func omitted(of mentions: [Mention]) -> [Mention] {
    let kept = Set(self.mentions.map(\.id))
    return mentions.filter { !kept.contains($0.id) }
  }

  /// The same text with each token changed by `change`, such as `{ $0.uppercased() }`; words are joined by single
  /// spaces.
  ///
  /// - Parameter change: Must not make a word empty.
  public func changingWords(_ change: (String) -> String) -> AnnotatedText {
    let changed = TokenisedText(
      words: text.sentences.map { sentence in
        sentence.map { index in
          let word = change(text.word(index))
          precondition(!word.isEmpty, "a word must not become empty")
          return word
        }
      })
    let moved = mentions.compactMap { mention -> Mention? in
      guard let tokens = text.tokenRange(of: mention.span) else { return nil }
      var mention = mention
      mention.span = Span(changed.tokens[tokens.lowerBound].start, changed.tokens[tokens.upperBound - 1].end)
      return mention
    }
    // Where nothing was said to be there has no place in the changed text, and is taken for unknown.
    var result = AnnotatedText(changed, moved)
    result.isComplete = isComplete
    return result
  }
}
