extension Journal {
  /// What came of carrying out again what a crash had kept from the sidecar.
  public struct Recovery: Hashable, Sendable {
    /// How many entries were carried out.
    public var recovered = 0
    /// How many mentions another program had changed meanwhile; both versions stand, as unsure.
    public var clashes = 0
  }

  /// Carries out on `layer`, as the sidecar has it, the entries that the sidecar does not have yet.
  ///
  /// What counts is what each mention and entity was before the first of these entries and after the last. The sidecar
  /// may already hold some of them, since it is written before the journal is told so; and another program may have
  /// changed it.
  public func recover(_ layer: inout Layer) -> Recovery {
    let edits = unsavedEdits
    guard !edits.isEmpty else { return Recovery() }
    var mentions: [Mention.ID: Course<Mention?>] = [:]
    var entities: [Entity.ID: Course<Entity?>] = [:]
    var marks: Course<ArticleMarks>?
    for edit in edits {
      switch edit {
      case .mention(let id, let from, let to):
        mentions[id, default: Course(from: from)].follow(to, onDisk: layer.mentions[id])
      case .entity(let id, let from, let to):
        entities[id, default: Course(from: from)].follow(to, onDisk: layer.entities[id])
      case .marks(let from, let to):
        var course = marks ?? Course(from: from)
        course.follow(to, onDisk: layer.marks)
        marks = course
      }
    }
    let merge = LayerMerge(
      base: Layer(
        annotator: layer.annotator, mentions: mentions.values.compactMap(\.before),
        entities: entities.values.compactMap(\.before), marks: marks?.before ?? ArticleMarks()),
      ours: layer,
      theirs: Layer(
        annotator: layer.annotator, mentions: mentions.values.compactMap(\.after),
        entities: entities.values.compactMap(\.after), marks: marks?.after ?? ArticleMarks()))
    let isNew = merge.merged != layer
    layer = merge.merged
    return Recovery(recovered: isNew ? entries.count - savedCount : 0, clashes: merge.clashes.count)
  }

  /// What the sidecar does not have yet.
  private var unsavedEdits: [Edit] {
    var changes: [Change.ID: Change] = [:]
    for entry in entries {
      if case .did(let change) = entry.event { changes[change.id] = change }
    }
    return entries[savedCount...].flatMap { entry in
      switch entry.event {
      case .did(let change): change.parts.flatMap(\.edits)
      case .redid(let id): changes[id]?.parts.flatMap(\.edits) ?? []
      case .undid(let id): changes[id]?.inverseParts.flatMap(\.edits) ?? []
      }
    }
  }
}

/// What several edits together make of one thing.
private struct Course<Value: Equatable> {
  /// What it was before them, or what a later one of them had made of it when the sidecar was saved.
  private(set) var before: Value
  /// What it is after them.
  private(set) var after: Value

  init(from: Value) {
    before = from
    after = from
  }

  mutating func follow(_ value: Value, onDisk: Value) {
    after = value
    if value == onDisk { before = value }
  }
}
