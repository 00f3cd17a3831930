/// Brings together what two programs have made of one layer, so that neither side loses anything.
///
/// What only one side changed is taken over. Where both changed the same mention or entity differently, ours stays and
/// theirs is added beside it as unsure, so that a person decides; where one side removed what the other changed, the
/// changed one stays as unsure.
public struct LayerMerge: Sendable {
  /// Something both sides changed differently.
  public struct Clash: Hashable, Sendable {
    /// What our side has; nil when we removed it.
    public let ours: Mention?
    /// What their side has; nil when they removed it.
    public let theirs: Mention?
  }

  /// What both sides together say.
  public private(set) var merged: Layer
  /// Mentions on which the sides differ; each stands in ``merged`` as unsure.
  public private(set) var clashes: [Clash] = []
  /// How many mentions and entities were taken over from their side.
  public private(set) var takenOver = 0

  /// Merges `ours` and `theirs`, which both began as `base`.
  public init(base: Layer, ours: Layer, theirs: Layer) {
    merged = ours
    mergeMentions(base: base, theirs: theirs)
    mergeEntities(base: base, theirs: theirs)
    if theirs.marks != base.marks, theirs.marks != ours.marks {
      var marks = theirs.marks
      if ours.marks != base.marks {
        // A note is the only thing that can be lost here: keep both.
        let notes = [ours.marks.note, theirs.marks.note].compactMap(\.self)
        marks.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
        marks.isDone = ours.marks.isDone
      }
      set(.marks(from: merged.marks, to: marks))
    }
  }

  private mutating func mergeMentions(base: Layer, theirs: Layer) {
    let ids = Set(base.mentions.keys).union(merged.mentions.keys).union(theirs.mentions.keys)
    for id in ids.sorted() {
      let before = base.mentions[id]
      let our = merged.mentions[id]
      let their = theirs.mentions[id]
      guard their != before, their != our else { continue }
      if our == before {
        // Two programs that accept the same suggestion give it two identifiers: one mention is enough.
        if our == nil, let their, isKnown(their) { continue }
        set(.mention(id, from: our, to: their))
        takenOver += 1
      } else {
        clash(our, their)
      }
    }
  }

  private func isKnown(_ mention: Mention) -> Bool {
    merged.mentions.values.contains {
      $0.span == mention.span && $0.label == mention.label && $0.status == mention.status && $0.note == mention.note
    }
  }

  private mutating func clash(_ ours: Mention?, _ theirs: Mention?) {
    clashes.append(Clash(ours: ours, theirs: theirs))
    if let ours {
      var unsure = ours
      unsure.status = .unsure
      set(.mention(ours.id, from: ours, to: unsure))
    }
    guard var unsure = theirs else { return }
    unsure.status = .unsure
    var copy = 2
    if ours != nil {
      while merged.mentions[Mention.ID("\(unsure.id)-\(copy)")] != nil { copy += 1 }
      unsure.id = Mention.ID("\(unsure.id)-\(copy)")
    }
    set(.mention(unsure.id, from: nil, to: unsure))
  }

  private mutating func mergeEntities(base: Layer, theirs: Layer) {
    for id in Set(base.entities.keys).union(theirs.entities.keys).sorted() {
      let before = base.entities[id]
      let our = merged.entities[id]
      let their = theirs.entities[id]
      guard their != before, their != our else { continue }
      if our == before {
        set(.entity(id, from: our, to: their))
        takenOver += 1
      } else if var both = our, let their {
        let notes = [both.note, their.note, both.name == their.name ? nil : "also named: \(their.name)"]
        both.note = notes.compactMap(\.self).joined(separator: "\n")
        both.knowledgeBaseID = both.knowledgeBaseID ?? their.knowledgeBaseID
        set(.entity(id, from: our, to: both))
      } else if our == nil {
        set(.entity(id, from: nil, to: their))
      }
    }
  }

  private mutating func set(_ edit: Edit) {
    // Every edit here is made of what `merged` holds, so it cannot conflict.
    try? merged.apply(edit)
  }
}
