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

  private static let fields = ["source", "title", "file"]
  private static let numbers = ["undecided", "unsure", "entities"]
  private static let flags = ["is:done", "is:open", "is:note"]

  private let parts: [Part]

  /// The first word that looks like a condition and is none, such as `foo:bar`; it is looked for as it stands.
  package let unknownWord: String?

  /// What to say about ``unknownWord``, if there is one.
  package var problem: String? {
    unknownWord.map {
      let known = Self.fields.map { $0 + ":" } + Self.numbers.map { $0 + ">" } + ["date>="] + Self.flags
      return "“\($0)” is no condition (\(known.joined(separator: " ")))"
    }
  }

  /// Reads a condition. What is no condition is a word to look for.
  package init(_ text: String) {
    var unknown: String?
    parts = text.split(separator: " ").map { word in
      let word = String(word)
      let part = Self.part(word)
      let name = Comparison.nameBeforeColon(word)?.name ?? Comparison.split(word)?.name
      let hasName = name?.allSatisfy(\.isLetter) == true
      if part == .words(word), hasName, unknown == nil { unknown = word }
      return part
    }
    unknownWord = unknown
  }

  private static func part(_ word: String) -> Part {
    if flags.contains(word) { return .flag(word) }
    if let (name, comparison, value) = Comparison.split(word) {
      if name == "date", value.first?.isNumber == true { return .date(comparison, value) }
      if numbers.contains(name), let number = Double(value) { return .number(name, comparison, number) }
      if comparison == .equal, fields.contains(name) { return .field(name, value) }
    }
    if let (name, value) = Comparison.nameBeforeColon(word) {
      if fields.contains(name) { return .field(name, value) }
      if name == "date", value.first?.isNumber == true { return .words(value) }
    }
    return .words(word)
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
