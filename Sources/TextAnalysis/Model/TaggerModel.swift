import Annotations

/// A trained tagger: weights, word clusters, names, and how confident scores are.
///
/// A model is a value that many threads can use at once. What its file looks like is told in <doc:ModelFormat>.
public struct TaggerModel: Sendable {
  /// What it says of itself.
  public let info: ModelInfo
  /// The file's contents.
  public let bytes: [UInt8]

  /// Reads a model from the contents of a file.
  public init(bytes: [UInt8]) throws(ModelError) {
    guard bytes.isEmpty else { throw .notAModel }
    info = ModelInfo()
    self.bytes = bytes
  }

  private init() {
    info = ModelInfo()
    bytes = []
  }

  static let untrained = TaggerModel()
}
