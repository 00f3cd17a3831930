import Annotations

/// What the list of articles is narrowed to: words that must occur, and conditions such as `undecided>0`, `done`,
/// `source:wire`, `date>=2026-06`.
package struct ArticleCondition: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case words(String)
    case number(String, Comparison, Double)
    case field(String, String)
    case date(Comparison, String)
    case flag(String)
  }

  private let parts: [Part]

  /// Reads a condition. What is no condition is a word to look for.
  package init(_ text: String) {
    parts = text.split(separator: " ").map { word in
      let word = String(word)
      if let (name, comparison, value) = Comparison.split(word) {
        if name == "date" { return .date(comparison, value) }
        if ["undecided", "entities", "unsure"].contains(name), let number = Double(value) {
          return .number(name, comparison, number)
        }
      }
      if let colon = word.firstIndex(of: ":"), colon != word.startIndex {
        let field = String(word[..<colon])
        if ["source", "title", "file"].contains(field) {
          return .field(field, String(word[word.index(after: colon)...]))
        }
      }
      return ["is:done", "is:open", "is:marked", "is:note"].contains(word) ? .flag(word) : .words(word)
    }
  }

  /// Whether an article fulfils all of it.
  package func holds(for record: ArticleRecord) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .words(let words):
        Self.matches(words, in: record.title) || Self.matches(words, in: record.path.fileName)
          || Self.matches(words, in: record.document?.metadata.publisher ?? "")
          || (record.document?.metadata.date?.description ?? "").hasPrefix(words)
      case .number(let name, let comparison, let value):
        switch name {
        case "undecided": comparison.holds(Double(record.undecidedCount), value)
        case "unsure": comparison.holds(Double(record.unsureCount), value)
        default: comparison.holds(Double(record.mentionCount), value)
        }
      case .field("source", let value): Self.matches(value, in: record.document?.metadata.publisher ?? "")
      case .field("file", let value): Self.matches(value, in: record.path.fileName)
      case .field(_, let value): Self.matches(value, in: record.title)
      case .date(let comparison, let value):
        (record.document?.metadata.date?.description).map { comparison.holds($0, value) } ?? false
      case .flag("is:done"): record.layer.marks.isDone
      case .flag("is:note"): record.layer.marks.note != nil
      case .flag("is:open"): !record.layer.marks.isDone
      case .flag: false
      }
    }
  }

  /// Whether `words` occurs in `text`; capitals matter only if `words` has some.
  package static func matches(_ words: String, in text: String) -> Bool {
    let isExact = words.contains(where: \.isUppercase)
    return isExact ? text.contains(words) : text.lowercased().contains(words)
  }
}
