/// What mentions refer to: a person, a place, an organisation, known under one or several names.
///
/// Only entities that somebody touched (merged, split, renamed, linked or noted) are records of their own; the others
/// follow from the names of the mentions, see ``EntityIndex``.
public struct Entity: Hashable, Sendable, Identifiable {
  /// Names an entity within one layer.
  public struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The form in files.
    public let text: String

    /// Makes the identifier that is written `text` in files.
    public init(_ text: String) { self.text = text }

    /// The form in files.
    public var description: String { text }

    /// Alphabetical.
    public static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  }

  /// Stays the same through every edit.
  public var id: ID
  /// The name to show.
  public var name: String
  /// The label of its mentions.
  public var label: Label
  /// Names by which mentions of ``label`` belong to it without being put to it one by one, normalised as by
  /// ``EntityName``.
  public var aliases: [String]
  /// Identifier in a knowledge base, such as `Q567` for Wikidata.
  public var knowledgeBaseID: String?
  /// What somebody wrote about it.
  public var note: String?
  /// Fields of a newer format version, kept as they came.
  public var unknownFields: JSONObject

  /// Makes an entity.
  public init(
    id: ID, name: String, label: Label, aliases: [String] = [], knowledgeBaseID: String? = nil, note: String? = nil,
    unknownFields: JSONObject = [:]
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.aliases = aliases
    self.knowledgeBaseID = knowledgeBaseID
    self.note = note
    self.unknownFields = unknownFields
  }
}
