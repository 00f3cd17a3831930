/// Takes known fields out of a record one by one; what is left over is what a newer version wrote.
struct RecordFields {
  /// The fields that nobody has asked for.
  private(set) var rest: JSONObject

  init(_ record: JSONObject) { rest = record }

  /// Takes `key` out unread.
  mutating func ignore(_ key: String) { _ = rest.remove(key) }

  private mutating func take<Value>(
    _ key: String, _ expectation: String, _ read: (JSONValue) -> Value?
  ) throws(RecordFormat.Problem) -> Value? {
    guard let value = rest[key], value != .null else {
      ignore(key)
      return nil
    }
    guard let known = read(value) else {
      throw RecordFormat.Problem("\"\(key)\" should be \(expectation), not \(value.kindInWords)")
    }
    ignore(key)
    return known
  }

  private func require<Value>(_ key: String, _ value: Value?) throws(RecordFormat.Problem) -> Value {
    guard let value else { throw RecordFormat.Problem("\"\(key)\" is missing") }
    return value
  }

  mutating func string(_ key: String) throws(RecordFormat.Problem) -> String? {
    try take(key, "a string", \.string)
  }

  mutating func requiredString(_ key: String) throws(RecordFormat.Problem) -> String {
    try require(key, string(key))
  }

  mutating func bool(_ key: String) throws(RecordFormat.Problem) -> Bool? {
    try take(key, "true or false", \.bool)
  }

  mutating func object(_ key: String) throws(RecordFormat.Problem) -> JSONObject? {
    try take(key, "an object", \.object)
  }

  mutating func strings(_ key: String) throws(RecordFormat.Problem) -> [String]? {
    try take(key, "a list of strings") { value in
      let strings = value.array?.compactMap(\.string)
      return strings?.count == value.array?.count ? strings : nil
    }
  }

  mutating func objects(_ key: String) throws(RecordFormat.Problem) -> [JSONObject]? {
    try take(key, "a list of objects") { value in
      let objects = value.array?.compactMap(\.object)
      return objects?.count == value.array?.count ? objects : nil
    }
  }

  /// A whole number from 0 to what any text can be long.
  mutating func count(_ key: String) throws(RecordFormat.Problem) -> Int? {
    try take(key, "a whole number that is not negative") { value in
      value.int.flatMap { (0...Int(UInt32.max)).contains($0) ? $0 : nil }
    }
  }

  mutating func requiredCount(_ key: String) throws(RecordFormat.Problem) -> Int {
    try require(key, count(key))
  }

  mutating func probability(_ key: String) throws(RecordFormat.Problem) -> Double? {
    try take(key, "a number from 0 to 1") { value in value.double.flatMap { (0...1).contains($0) ? $0 : nil } }
  }

  mutating func timestamp(_ key: String) throws(RecordFormat.Problem) -> Timestamp? {
    try take(key, "a time such as \"2026-11-24T08:05:31Z\"") { $0.string.flatMap { Timestamp($0) } }
  }

  mutating func optionalCase<Value: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Value.Type
  ) throws(RecordFormat.Problem) -> Value? {
    let names = Value.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    return try take(key, "one of \(names)") { $0.string.flatMap { Value(rawValue: $0) } }
  }

  mutating func requiredCase<Value: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: Value.Type
  ) throws(RecordFormat.Problem) -> Value {
    try require(key, optionalCase(key, of: type))
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
}
