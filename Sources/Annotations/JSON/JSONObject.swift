/// The members of a JSON object, in order.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var key: String
    /// What it is bound to.
    public var value: JSONValue

    /// Binds `key` to `value`.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// All members; the reader guarantees that no name occurs twice.
  public private(set) var members: [Member]

  /// Makes an object of `members`, whose names must differ.
  public init(_ members: [Member] = []) { self.members = members }

  /// Makes an object from a literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { Member($0.0, $0.1) }
  }

  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }

  /// The value bound to `key`. Setting an unknown name appends it, setting nil removes it.
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
    }
  }

  /// Takes the value out, so that what is left at the end is what nobody asked for.
  public mutating func remove(_ key: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    return members.remove(at: index).value
  }

  /// Appends the members of `other`.
  public mutating func append(_ other: JSONObject) { members += other.members }
}
