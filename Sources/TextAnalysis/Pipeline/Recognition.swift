import Annotations

/// One run of all recognisers, and of the tagger if there is one, over a prepared text.
struct Recognition: Sendable {
  /// All candidates: those of the recognisers, those learnt from the document, those of the tagger; last those that were
  /// only evidence for the tagger.
  let candidates: [Candidate]
  /// Which of them were chosen, and why not the others; those that were only evidence are not in it.
  let resolution: OverlapResolution
  /// What the tagger said and what it was told, if there is one.
  let tagging: (model: TaggerModel, text: TaggedText, rules: [Candidate])?

  /// Runs `recognisers`, learns names from what they agree on, decides again with these, and lets the tagger of `model`
  /// decide about its labels, for which all this is evidence.
  ///
  /// - Returns: nil when `isCancelled` said so between two steps.
  init?(
    _ text: PreparedText, _ recognisers: [any Recogniser], _ model: TaggerModel? = nil,
    isCancelled: () -> Bool = { false }
  ) {
    guard let ruled = Self.rules(text, recognisers, isCancelled) else { return nil }
    guard let model else {
      self = ruled
      return
    }
    guard let tagged = Tagger(model: model).tag(text, rules: ruled.resolution.chosen, isCancelled: isCancelled) else {
      return nil
    }
    let combination = TaggerCombination(ruled, tagged, model, in: text)
    candidates = combination.candidates + combination.weighed
    resolution = OverlapResolution(combination.candidates, unitCount: text.units.count)
    tagging = (model, tagged, ruled.resolution.chosen)
  }

  private init(_ candidates: [Candidate], unitCount: Int) {
    self.candidates = candidates
    tagging = nil
    resolution = OverlapResolution(candidates, unitCount: unitCount)
  }

  /// The recognisers alone.
  static func rules(
    _ text: PreparedText, _ recognisers: [any Recogniser], _ isCancelled: () -> Bool = { false }
  ) -> Recognition? {
    var candidates: [Candidate] = []
    for recogniser in recognisers {
      if isCancelled() { return nil }
      candidates += recogniser.candidates(in: text)
    }
    let local = OverlapResolution(candidates, unitCount: text.units.count)
    if isCancelled() { return nil }
    candidates += DocumentNames(local.chosen, in: text).candidates(in: text)
    return Recognition(candidates, unitCount: text.units.count)
  }
}
