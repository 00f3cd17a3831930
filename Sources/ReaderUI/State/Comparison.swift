import Annotations

/// A comparison in a condition.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case atLeast = ">="
  case atMost = "<="
  case unequal = "!="
  case greater = ">"
  case less = "<"
  case equal = "="

  /// `name>=value` as its three parts.
  static func split(_ text: String) -> (name: String, Comparison, value: String)? {
    for comparison in allCases {
      if let range = text.firstRange(of: comparison.rawValue), range.lowerBound != text.startIndex {
        return (String(text[..<range.lowerBound]), comparison, String(text[range.upperBound...]))
      }
    }
    return nil
  }

  /// The name before a colon in `name:value`, where it can be one of a condition: letters, and no web address.
  static func nameBeforeColon(_ text: String) -> (name: String, value: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = String(text[..<colon])
    let value = String(text[text.index(after: colon)...])
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }), !value.isEmpty, !value.hasPrefix("//") else {
      return nil
    }
    return (name, value)
  }

  /// Whether it holds between two values.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .unequal: left != right
    case .greater: left > right
    case .less: left < right
    case .equal: left == right
    }
  }
}
