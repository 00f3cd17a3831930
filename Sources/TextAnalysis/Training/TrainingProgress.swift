/// How far a training run has come.
public struct TrainingProgress: Sendable {
  /// What is being done, in the order in which it is done the first time.
  public enum Phase: String, Sendable, CaseIterable {
    /// Features are computed for all sentences.
    case preparing
    /// The first stage learns from parts of the data, to be tried on the rest, which the second stage learns from.
    case crossFitting = "cross-fitting"
    /// The first stage learns from all data.
    case firstStage = "first stage"
    /// The second stage learns.
    case secondStage = "second stage"
    /// Confidence is fitted to the development sets.
    case calibrating
    /// Unlabelled text is tagged, to be learnt from too; the phases before begin anew with it.
    case tagging = "tagging unlabelled text"
  }

  /// What is being done.
  public var phase: Phase
  /// The epoch that has just ended, from 1; 0 in phases without epochs.
  public var epoch: Int
  /// How many epochs the phase has.
  public var epochs: Int
  /// Negative log likelihood a token in the last epoch, where there is one.
  public var loss: Double?
  /// Micro-averaged F1 on the development sets, 0 to 1, where it has just been measured.
  public var developmentF1: Double?
  /// The estimated share of the whole run that is done, 0 to 1.
  public var fraction: Double
}
