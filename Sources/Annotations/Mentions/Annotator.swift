/// Who said something about a text: a person, a trained model or a rule.
public struct Annotator: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What sort of annotator it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Somebody at the keyboard.
    case person
    /// A trained recogniser.
    case model
    /// A pattern or a list.
    case rule
  }

  /// What sort of annotator it is.
  public let kind: Kind
  /// The name, unique within its kind.
  public let name: String

  /// Makes an annotator of the given kind.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  /// A person called `name`.
  public static func person(_ name: String) -> Annotator { Annotator(.person, name) }
  /// A model called `name`.
  public static func model(_ name: String) -> Annotator { Annotator(.model, name) }
  /// A rule called `name`.
  public static func rule(_ name: String) -> Annotator { Annotator(.rule, name) }

  /// The form in files: a person's bare name, else `model:NAME` or `rule:NAME`.
  public var description: String {
    kind == .person && Annotator(parsing: name) == self ? name : "\(kind.rawValue):\(name)"
  }

  /// Reads the form that ``description`` writes.
  public init(parsing text: String) {
    // Bytes, not characters: a name may begin with a combining mark, which would swallow the colon.
    for kind in Kind.allCases where text.utf8.starts(with: "\(kind.rawValue):".utf8) {
      self.init(kind, String(text[text.utf8.index(text.startIndex, offsetBy: kind.rawValue.utf8.count + 1)...]))
      return
    }
    self.init(.person, text)
  }

  /// People first, then models, then rules; alphabetical within.
  public static func < (left: Annotator, right: Annotator) -> Bool {
    left.kind == right.kind
      ? left.name < right.name
      : Kind.allCases.firstIndex(of: left.kind) ?? 0 < Kind.allCases.firstIndex(of: right.kind) ?? 0
  }
}
