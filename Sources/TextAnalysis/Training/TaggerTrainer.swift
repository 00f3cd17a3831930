import Annotations

/// Trains taggers.
public struct TaggerTrainer: Sendable {
  /// How it trains.
  public let options: TrainingOptions

  /// Makes a trainer.
  public init(options: TrainingOptions) { self.options = options }

  /// Trains a model.
  ///
  /// - Parameters:
  ///   - sets: What is learnt.
  ///   - development: What the number of epochs is chosen by and confidence is fitted to. May be empty.
  ///   - progress: Told after each step; when it returns false training stops and the best model so far is kept.
  /// - Returns: The model. Its bytes depend on nothing but the sets, their order, and the options.
  public func train(
    _ sets: [TrainingSet], development: [TrainingSet] = [], progress: (TrainingProgress) -> Bool = { _ in true }
  ) -> TaggerModel {
    TaggerModel.untrained
  }
}
