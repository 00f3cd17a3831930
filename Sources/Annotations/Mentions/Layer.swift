/// All that one annotator has decided about one document.
///
/// Mentions may nest, overlap and repeat. A layer changes only by ``apply(_:)-(Edit)``, so that every change can be
/// journalled and undone.
public struct Layer: Hashable, Sendable {
  /// Whose decisions these are.
  public let annotator: Annotator
  /// The decided mentions, by identifier.
  public private(set) var mentions: [Mention.ID: Mention]
  /// Entities that somebody touched, by identifier.
  public private(set) var entities: [Entity.ID: Entity]
  /// What was said of the article as a whole.
  public private(set) var marks: ArticleMarks

  /// Makes a layer; of two mentions or entities with one identifier the later wins.
  public init(
    annotator: Annotator, mentions: [Mention] = [], entities: [Entity] = [], marks: ArticleMarks = ArticleMarks()
  ) {
    self.annotator = annotator
    self.mentions = Dictionary(mentions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.entities = Dictionary(entities.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.marks = marks
  }

  /// Whether nothing has been decided.
  public var isEmpty: Bool { mentions.isEmpty && entities.isEmpty && marks == ArticleMarks() }

  /// The mentions in reading order.
  public var mentionsInReadingOrder: [Mention] { Mention.inReadingOrder(mentions.values) }

  /// The entities, alphabetically by identifier.
  public var entitiesInOrder: [Entity] { entities.values.sorted { $0.id < $1.id } }

  /// Carries out `edit`.
  ///
  /// - Throws: ``EditConflict`` when what the edit would change is no longer what it was when the edit was made; the
  ///   layer is then as before.
  public mutating func apply(_ edit: Edit) throws(EditConflict) {
    switch edit {
    case .mention(let id, let from, let to):
      guard mentions[id] == from else { throw EditConflict(edit: edit) }
      mentions[id] = to
    case .entity(let id, let from, let to):
      guard entities[id] == from else { throw EditConflict(edit: edit) }
      entities[id] = to
    case .marks(let from, let to):
      guard marks == from else { throw EditConflict(edit: edit) }
      marks = to
    }
  }

  /// Carries out all of `edits`, or none.
  ///
  /// - Throws: ``EditConflict`` for the first that cannot be carried out.
  public mutating func apply(_ edits: [Edit]) throws(EditConflict) {
    var changed = self
    for edit in edits { try changed.apply(edit) }
    self = changed
  }

  /// The edits that turn this layer into `other`, in a fixed order.
  public func edits(toBecome other: Layer) -> [Edit] {
    var edits: [Edit] = []
    for id in Set(mentions.keys).union(other.mentions.keys).sorted() where mentions[id] != other.mentions[id] {
      edits.append(.mention(id, from: mentions[id], to: other.mentions[id]))
    }
    for id in Set(entities.keys).union(other.entities.keys).sorted() where entities[id] != other.entities[id] {
      edits.append(.entity(id, from: entities[id], to: other.entities[id]))
    }
    if marks != other.marks { edits.append(.marks(from: marks, to: other.marks)) }
    return edits
  }
}
