/// Proposes what a trained tagger finds.
public struct TaggerRecogniser: Recogniser {
  public let name = "tagger"
  /// The tagger's model.
  public let model: TaggerModel

  /// Makes a recogniser.
  public init(_ model: TaggerModel) { self.model = model }

  public func candidates(in text: PreparedText) -> [Candidate] { [] }
}
