extension Journal {
  /// What came of carrying out again what a crash had kept from the sidecar.
  public struct Recovery: Hashable, Sendable {
    /// How many entries were carried out.
    public var recovered = 0
    /// How many mentions another program had changed meanwhile; both versions stand, as unsure.
    public var clashes = 0
  }

  /// Carries out on `layer`, as the sidecar has it, the entries that the sidecar does not have yet.
  public func recover(_ layer: inout Layer) -> Recovery {
    var recovery = Recovery()
    guard savedCount < entries.count else { return recovery }
    var changes: [Change.ID: Change] = [:]
    for entry in entries {
      if case .did(let change) = entry.event { changes[change.id] = change }
    }
    // The layer as these entries leave it, and as they found it: their difference is what is to be brought in.
    for entry in entries[savedCount...] {
      let edits: [Edit]
      switch entry.event {
      case .did(let change): edits = change.parts.flatMap(\.edits)
      case .redid(let id): edits = changes[id]?.parts.flatMap(\.edits) ?? []
      case .undid(let id): edits = changes[id]?.inverseParts.flatMap(\.edits) ?? []
      }
      for edit in edits where !Self.hasHappened(edit, to: layer) {
        do {
          try layer.apply(edit)
        } catch {
          recovery.clashes += Self.force(edit, on: &layer)
        }
      }
      recovery.recovered += 1
    }
    return recovery
  }

  private static func hasHappened(_ edit: Edit, to layer: Layer) -> Bool {
    switch edit {
    case .mention(let id, _, let to): layer.mentions[id] == to
    case .entity(let id, _, let to): layer.entities[id] == to
    case .marks(_, let to): layer.marks == to
    }
  }

  /// Brings in an edit whose subject another program has changed, by a merge.
  private static func force(_ edit: Edit, on layer: inout Layer) -> Int {
    var base = Layer(annotator: layer.annotator)
    var ours = base
    switch edit {
    case .mention(_, let from, let to):
      base = Layer(annotator: layer.annotator, mentions: from.map { [$0] } ?? [])
      ours = Layer(annotator: layer.annotator, mentions: to.map { [$0] } ?? [])
    case .entity(_, let from, let to):
      base = Layer(annotator: layer.annotator, entities: from.map { [$0] } ?? [])
      ours = Layer(annotator: layer.annotator, entities: to.map { [$0] } ?? [])
    case .marks(let from, let to):
      base = Layer(annotator: layer.annotator, marks: from)
      ours = Layer(annotator: layer.annotator, marks: to)
    }
    let merge = LayerMerge(base: base, ours: layer, theirs: ours)
    // Only what the edit is about may change; the merge would take the rest of the layer for removed.
    for change in layer.edits(toBecome: merge.merged) { try? layer.apply(change) }
    return merge.clashes.count
  }
}
