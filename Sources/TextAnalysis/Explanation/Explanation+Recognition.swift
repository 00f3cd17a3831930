import Annotations

extension Explanation {
  /// Explains what `recognition` of `text` says about `span`.
  init(of span: Span, _ recognition: Recognition, in text: PreparedText) {
    let touched = recognition.candidates.indices.filter { index in
      let candidate = recognition.candidates[index].span
      return candidate.overlaps(span) || span.isEmpty && candidate.start <= span.start && span.end <= candidate.end
    }
    let items = touched.map { index in
      let outcomes = recognition.resolution.outcomes
      return Self.item(
        recognition.candidates[index], index < outcomes.count ? outcomes[index] : nil, recognition, text)
    }
    self.init(
      span: span,
      candidates: items.sorted {
        if $0.isChosen != $1.isChosen { return $0.isChosen }
        return $0.strength != $1.strength ? $0.strength > $1.strength : $0.span < $1.span
      })
  }

  private static func item(
    _ candidate: Candidate, _ outcome: OverlapResolution.Outcome?, _ recognition: Recognition, _ text: PreparedText
  ) -> Item {
    var isChosen = false
    let decision: String
    switch outcome {
    case nil: decision = "Left to the model: it decides about such names, and has weighed this."
    case .chosen:
      isChosen = true
      decision = "Chosen: nothing stronger overlaps it."
    case .joined(let other):
      decision = "Agrees with \(recognition.candidates[other].annotator), which is at least as sure (rule 1)."
    case .overlapped(let other):
      let winner = recognition.candidates[other]
      decision =
        "Dropped: \(comparison(candidate, winner)) \(winner.label) “\(text.document.text(in: winner.span))” by \(winner.annotator)."
    }
    return Item(
      span: candidate.span, text: text.document.text(in: candidate.span), label: candidate.label,
      annotator: candidate.annotator, confidence: candidate.confidence,
      strength: OverlapResolution.strength(candidate), reason: reason(candidate, recognition, text), isChosen: isChosen,
      decision: decision)
  }

  /// Which rule of ``OverlapResolution`` made `winner` win.
  private static func comparison(_ candidate: Candidate, _ winner: Candidate) -> String {
    let strengths = (OverlapResolution.strength(candidate), OverlapResolution.strength(winner))
    if strengths.1 - strengths.0 > 1e-9 {
      return winner.confidence >= candidate.confidence
        ? "it overlaps the surer (rule 2)" : "it overlaps the longer and strong enough (rule 2)"
    }
    if winner.units.count != candidate.units.count { return "it overlaps the longer (rule 3)" }
    return winner.label != candidate.label
      ? "it overlaps one whose label comes first (rule 3)" : "it overlaps one that agreement made stronger (rule 1)"
  }

  private static func reason(_ candidate: Candidate, _ recognition: Recognition, _ text: PreparedText) -> String {
    switch candidate.evidence {
    case .entry(let index):
      let list = text.gazetteer.entries[index].list.rawValue
      return "“\(text.gazetteer.name(index))” is in the list \(list)."
    case .pattern(let source): return "It fits the pattern \(source)"
    case .word(let unit): return "\(candidate.rule.summary) The word that decided: “\(text.word(unit))”."
    case .mention(let span):
      return "\(candidate.rule.summary) Learnt from “\(text.document.text(in: span))” at byte \(span.start)."
    case .learnt(let label):
      guard let tagging = recognition.tagging else { return candidate.rule.summary }
      let reasons = Tagger(model: tagging.model)
        .reasons(for: candidate.units, label: label, in: text, rules: tagging.rules, tagging.text)
      return reasons.isEmpty ? candidate.rule.summary : "What speaks for it most: \(reasons.joined(separator: "; "))."
    case .none: return candidate.rule.summary
    }
  }
}
