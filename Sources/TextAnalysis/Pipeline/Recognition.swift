/// One run of all recognisers over a prepared text.
struct Recognition: Sendable {
  /// All candidates, those learnt from the document last.
  let candidates: [Candidate]
  /// Which of them were chosen, and why not the others.
  let resolution: OverlapResolution

  /// Runs `recognisers`, learns names from what they agree on, and decides again with these.
  ///
  /// - Returns: nil when `isCancelled` said so between two steps.
  init?(_ text: PreparedText, _ recognisers: [any Recogniser], isCancelled: () -> Bool = { false }) {
    var candidates: [Candidate] = []
    for recogniser in recognisers {
      if isCancelled() { return nil }
      candidates += recogniser.candidates(in: text)
    }
    let local = OverlapResolution(candidates, unitCount: text.units.count)
    if isCancelled() { return nil }
    let names = DocumentNames(local.chosen, in: text)
    candidates += names.candidates(in: text)
    self.candidates = candidates
    resolution = OverlapResolution(candidates, unitCount: text.units.count)
  }
}
