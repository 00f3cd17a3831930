/// Something that proposes mentions.
///
/// A recogniser only predicts: it looks at a text and changes nothing, so recognisers can be run in any order, alone or
/// side by side. What becomes of candidates that overlap is decided elsewhere, in one place (`OverlapResolution`).
public protocol Recogniser: Sendable {
  /// What it is called when an explanation speaks of it.
  var name: String { get }

  /// All candidates it sees in `text`, in any order; they may overlap.
  func candidates(in text: PreparedText) -> [Candidate]
}
