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
