extension Pipeline {
  /// The model of its tagger, if it has one.
  public var model: TaggerModel? {
    recognisers.lazy.compactMap { ($0 as? TaggerRecogniser)?.model }.first
  }
}
