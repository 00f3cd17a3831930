import Annotations

/// Corrects labels that a set was given by a list with mistakes in it, such as nationalities among which London stands.
///
/// A mention with such a label has another one when the lists of the program know its name for the other label and not for
/// the one it has: `the United States` is a place, whatever the set says, and `Republican` stays what it is. The article
/// before a corrected name is no part of it.
struct DoubtfulLabels {
  private let labels: Set<Label>
  private let others: Set<Label>
  private var known: [Label: [String: Label]] = [:]

  /// Prepares to correct `labels`, each of which may be one of `others` in truth.
  init(_ labels: Set<Label>, others: Set<Label>) {
    self.labels = labels
    self.others = others.subtracting(labels)
  }

  /// `mention` of `text` as it should be.
  mutating func corrected(_ mention: Mention, in text: TokenisedText) -> Mention {
    guard labels.contains(mention.label), var tokens = text.tokenRange(of: mention.span) else { return mention }
    if tokens.count > 1, text.word(tokens.lowerBound).lowercased() == "the" { tokens = tokens.dropFirst() }
    let name = tokens.map(text.word).joined(separator: " ")
    let label = known[mention.label]?[name] ?? label(of: tokens.map(text.word), given: mention.label)
    known[mention.label, default: [:]][name] = label
    guard label != mention.label else { return mention }
    var mention = mention
    mention.label = label
    mention.span = Span(text.tokens[tokens.lowerBound].start, text.tokens[tokens.upperBound - 1].end)
    return mention
  }

  private func label(of words: [String], given label: Label) -> Label {
    let text = PreparedText(TokenisedText(words: [words]))
    let whole = text.names(at: 0).filter { $0.units.count == text.units.count }
    let listed = whole.map { text.gazetteer.entries[$0.entry].list.label }
    return listed.contains(label) ? label : listed.first(where: others.contains) ?? label
  }
}

extension AnnotatedSet {
  /// The same set, in which each mention of one of `labels` whose name the lists of the program know for another of the
  /// set's ``labels``, and not for its own, has that other label.
  public func correcting(_ labels: Set<Label>) -> AnnotatedSet {
    guard !labels.isEmpty else { return self }
    var corrected = self
    var doubtful = DoubtfulLabels(labels, others: self.labels)
    corrected.texts = texts.map { annotated in
      AnnotatedText(annotated.text, annotated.mentions.map { doubtful.corrected($0, in: annotated.text) })
    }
    return corrected
  }
}
