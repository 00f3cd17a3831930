import Annotations

/// What is known of sets beside what is in their files: above all which labels each annotates exhaustively.
///
/// Read from one JSON object, in which a set is a list of labels or an object that says more:
///
/// ```json
/// {
///   "wikigold": ["PERSON", "ORG"],
///   "wnut17": {"labels": ["PERSON"], "weight": 0.5, "attribution": "WNUT 2017, CC BY 4.0"},
///   "redocred": {"labels": ["GPE", "NORP"], "doubtful": ["NORP"]},
///   "re3d": {"labels": ["PERSON", "ORG", "GPE"], "phrases": true}
/// }
/// ```
public struct SetDescriptions: Sendable {
  /// What is known of one set.
  public struct Description: Hashable, Sendable {
    /// The labels whose every mention is marked.
    public var labels: Set<Label>
    /// How much one of its sentences counts in training, where that is said.
    public var weight: Double?
    /// Whom its licence asks to name.
    public var attribution: String?
    /// Labels that are not to be trusted where the program's lists say otherwise, see ``AnnotatedSet/correcting(_:)``.
    public var doubtful: Set<Label> = []
    /// Whether its annotators marked noun phrases, so that only what is plainly a name can be learnt from.
    public var marksPhrases = false
  }

  /// Why something describes no sets.
  public struct ReadingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong and where, for people.
    public let description: String
  }

  private var descriptions: [String: Description] = [:]

  /// Reads `bytes`.
  ///
  /// - Throws: ``ReadingError``.
  public init(reading bytes: [UInt8]) throws(ReadingError) {
    let value: JSONValue
    do throws(JSONReader.Failure) {
      value = try JSONReader.read(bytes[...])
    } catch {
      let line = bytes.prefix(error.offset).count { $0 == 0x0A } + 1
      throw ReadingError(description: "line \(line): \(error.message)")
    }
    guard let object = value.object else {
      throw ReadingError(description: "line 1: must be an object of sets with their labels, not \(value.kindInWords)")
    }
    for member in object.members { descriptions[member.key] = try Self.description(member.value, of: member.key) }
  }

  private static func description(_ value: JSONValue, of name: String) throws(ReadingError) -> Description {
    guard let object = value.object else { return Description(labels: try labels(value, of: name)) }
    var description: Description?
    var weight: Double?
    var attribution: String?
    var doubtful: Set<Label> = []
    var marksPhrases = false
    for member in object.members {
      switch member.key {
      case "labels": description = Description(labels: try labels(member.value, of: name))
      case "weight":
        weight = member.value.double
        guard let weight, weight > 0, weight.isFinite else {
          throw ReadingError(description: "“\(name)”: the weight must be a number above 0")
        }
      case "attribution":
        attribution = member.value.string
        guard attribution != nil else { throw ReadingError(description: "“\(name)”: the attribution must be a string") }
      case "doubtful": doubtful = try labels(member.value, of: name)
      case "phrases":
        guard case .bool(let value) = member.value else {
          throw ReadingError(description: "“\(name)”: “phrases” must be true or false")
        }
        marksPhrases = value
      default:
        throw ReadingError(
          description: "“\(name)”: there is no “\(member.key)” of a set "
            + "(labels, weight, attribution, doubtful, phrases)")
      }
    }
    guard var description else { throw ReadingError(description: "“\(name)”: says no “labels”") }
    description.weight = weight
    description.attribution = attribution
    description.marksPhrases = marksPhrases
    if let other = doubtful.subtracting(description.labels).min() {
      throw ReadingError(description: "“\(name)”: \(other) is doubtful and not among its labels")
    }
    description.doubtful = doubtful
    return description
  }

  private static func labels(_ value: JSONValue, of name: String) throws(ReadingError) -> Set<Label> {
    let names = value.array?.map(\.string)
    guard let names, !names.contains(nil) else {
      throw ReadingError(description: "“\(name)”: must be a list of labels")
    }
    return Set(names.compactMap { $0.map { Label($0) } })
  }

  /// What is known of the set that the file called `fileName` holds, or nil when that set is not mentioned.
  ///
  /// A file belongs to the set whose name it begins with, up to its end or a `.`, `_` or `-`; to the one with the longest
  /// name where several do: `uner_ewt.dev.conll` and `uner_ewt_dev.conll` belong to `uner_ewt`.
  public subscript(fileName fileName: String) -> Description? {
    let names = descriptions.keys.filter { name in
      fileName.hasPrefix(name) && fileName.dropFirst(name.count).first.map("._-".contains) ?? true
    }
    return names.max { $0.count < $1.count }.flatMap { descriptions[$0] }
  }
}
