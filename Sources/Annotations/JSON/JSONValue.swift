/// A JSON value that forgets nothing: the order of members and the spelling of numbers stay as they came.
///
/// Gloss rewrites files that other programs, and later versions of itself, also write; what it does not understand it
/// must give back unchanged, which the coders of Foundation cannot do.
public enum JSONValue: Hashable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number, as spelled.
  case number(String)
  /// A string, decoded.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order they came.
  case object(JSONObject)

  /// The whole number `value`.
  public static func int(_ value: Int) -> JSONValue { .number(String(value)) }

  /// `value` in the fewest digits that are read as exactly this value.
  public static func exact(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    return .number(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)")
  }

  /// `value` with at most four decimals, which is more than a confidence can mean.
  public static func decimal(_ value: Double) -> JSONValue {
    exact((value * 10_000).rounded() / 10_000)
  }

  /// The string, if it is one.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The number as a whole number, if it is one and fits.
  public var int: Int? { if case .number(let spelling) = self { Int(spelling) } else { nil } }

  /// The number, if it is one.
  public var double: Double? { if case .number(let spelling) = self { Double(spelling) } else { nil } }

  /// The truth value, if it is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements, if it is a list.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The members, if it is an object.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// What kind of value it is, in words for an error message.
  public var kindInWords: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
