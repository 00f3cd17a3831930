import Annotations

/// What a model says of itself.
public struct ModelInfo: Sendable {
  /// A part of the model file.
  public struct Section: Hashable, Sendable {
    /// What it holds.
    public var name: String
    /// Its length in bytes.
    public var size: Int
  }

  /// What the model is called.
  public var name = ""
  /// Which edition of the model it is.
  public var version = 0
  /// Version of the file format.
  public var format = 0
  /// The labels it tags.
  public var labels: [Label] = []
  /// How many passes it makes over a text.
  public var stages = 0
  /// The parts of the file in order.
  public var sections: [Section] = []
  /// The whole length in bytes.
  public var size = 0
  /// How it was made, line by line: data sets with sizes and weights, options, figures on the development sets.
  public var history: [String] = []
  /// Whom the licences of the data ask to name.
  public var attributions: [String] = []
  /// Checksum of the whole in hexadecimal digits.
  public var checksum = ""

  /// Name and version as one word: `english-1`.
  public var identifier: String { "\(name)-\(version)" }
}
