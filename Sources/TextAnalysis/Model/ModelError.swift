/// Why bytes are no model that can be used.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes do not begin like a model.
  case notAModel
  /// The format is of a version that this program does not know.
  case unknownVersion(found: Int, known: Int)
  /// The bytes end before the model does.
  case truncated(expected: Int, found: Int)
  /// The bytes are not those that were written.
  case damaged(section: String)

  /// What is wrong and what to do about it, without the name of the file.
  public var description: String {
    switch self {
    case .notAModel: "not a tagger model; models are made by gloss train"
    case .unknownVersion(let found, let known):
      found > known
        ? "made for a newer gloss (format \(found); this one reads format \(known)): update gloss or train again"
        : "made for an older gloss (format \(found); this one reads format \(known)): train again"
    case .truncated(let expected, let found):
      "cut short: \(found) of \(expected) bytes are there; copy it again"
    case .damaged(let section): "damaged (\(section)): copy it again or train again"
    }
  }
}
