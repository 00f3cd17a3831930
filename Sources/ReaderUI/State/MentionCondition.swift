import Annotations

/// Which mentions a command or a filter is about: `score>=0.95`, `label=DATE`, `status=unsure`, `by=rule:date`, words.
package struct MentionCondition: Hashable, Sendable {
  /// A condition that cannot be understood.
  package struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in words.
    package let description: String
  }

  private enum Part: Hashable, Sendable {
    case score(Comparison, Double)
    case label(Comparison, String)
    case status(Comparison, String)
    case annotator(Comparison, String)
    case words(String)
  }

  private let parts: [Part]

  /// Reads a condition; all of its parts must hold.
  ///
  /// - Parameters:
  ///   - text: The condition.
  ///   - labels: The labels there are.
  /// - Throws: ``Problem`` for a part that names something unknown.
  package init(_ text: String, labels: [Label]) throws(Problem) {
    var parts: [Part] = []
    for word in text.split(separator: " ").map(String.init) {
      // `label:ORG` says the same as `label=ORG`.
      let equality = Comparison.nameBeforeColon(word).map { ($0.name, Comparison.equal, $0.value) }
      guard let (name, comparison, value) = Comparison.split(word) ?? equality else {
        parts.append(.words(word))
        continue
      }
      switch name {
      case "score", "confidence":
        guard let number = Double(value), (0...1).contains(number) else {
          throw Problem(description: "a score is a number from 0 to 1, not \"\(value)\"")
        }
        parts.append(.score(comparison, number))
      case "label":
        guard labels.contains(where: { $0.name == value.uppercased() }) else {
          throw Problem(description: "there is no label \"\(value)\" (\(labels.map(\.name).joined(separator: ", ")))")
        }
        parts.append(.label(comparison, value.uppercased()))
      case "status":
        guard Status(rawValue: value) != nil else {
          let names = Status.allCases.map(\.rawValue).joined(separator: ", ")
          throw Problem(description: "there is no status \"\(value)\" (\(names))")
        }
        parts.append(.status(comparison, value))
      case "by": parts.append(.annotator(comparison, value))
      default: throw Problem(description: "nothing is called \"\(name)\" here (score, label, status, by)")
      }
    }
    self.parts = parts
  }

  /// Whether a mention with these words fulfils it.
  package func holds(for mention: Mention, text: String) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .score(let comparison, let value):
        mention.provenance.confidence.map { comparison.holds($0, value) } ?? false
      case .label(let comparison, let value): comparison.holds(mention.label.name, value)
      case .status(let comparison, let value): comparison.holds(mention.status.rawValue, value)
      case .annotator(let comparison, let value): comparison.holds(mention.provenance.annotator.description, value)
      case .words(let words): ArticleCondition.matches(words, in: text)
      }
    }
  }
}
