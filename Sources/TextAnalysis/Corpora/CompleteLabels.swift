import Annotations

/// Which labels each of several sets annotates exhaustively.
///
/// Read from one JSON object: `{"wikigold": ["PERSON", "ORG"], "meantime": ["DATE"]}`.
public struct CompleteLabels: Sendable {
  /// Why an object says nothing of the kind.
  public struct ReadingError: Error, Hashable, CustomStringConvertible {
    /// What is wrong and where, for people.
    public let description: String
  }

  private var labels: [String: Set<Label>] = [:]

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
    for member in object.members {
      let names = member.value.array?.map(\.string)
      guard let names, !names.contains(nil) else {
        throw ReadingError(description: "“\(member.key)” must be a list of labels")
      }
      labels[member.key] = Set(names.compactMap { $0.map { Label($0) } })
    }
  }

  /// The labels of the set that the file called `fileName` holds, or nil when that set is not mentioned.
  ///
  /// A file belongs to the set whose name it begins with, up to its end or a `.`, `_` or `-`; to the one with the longest
  /// name where several do: `uner_ewt.dev.conll` and `uner_ewt_dev.conll` belong to `uner_ewt`.
  public subscript(fileName fileName: String) -> Set<Label>? {
    let name = labels.keys.filter { name in
      fileName.hasPrefix(name) && fileName.dropFirst(name.count).first.map("._-".contains) ?? true
    }
    return name.max { $0.count < $1.count }.flatMap { labels[$0] }
  }
}
