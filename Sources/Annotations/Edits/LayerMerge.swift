/// Brings together what two programs have made of one layer, so that neither side loses anything.
///
/// What only one side changed is taken over. Where both changed the same mention differently, ours stays and theirs is
/// added beside it, both as unsure, so that a person decides; where one side removed what the other changed, the changed
/// one stays as unsure. Of entities and of the article's marks every field is merged by itself; where both sides changed
/// a name, a label or a link differently ours stays and theirs goes into the note.
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
    mergeMentions(base: base, ours: ours, theirs: theirs)
    mergeEntities(base: base, theirs: theirs)
    set(.marks(from: ours.marks, to: Self.marks(base.marks, ours.marks, theirs.marks)))
  }

  // MARK: - Mentions

  private mutating func mergeMentions(base: Layer, ours: Layer, theirs: Layer) {
    // Two programs that accept the same suggestion give it two identifiers: one mention is enough.
    let added = Set(ours.mentions.values.lazy.filter { base.mentions[$0.id] == nil }.map(Substance.init))
    for id in Set(base.mentions.keys).union(theirs.mentions.keys).sorted() {
      let before = base.mentions[id]
      let our = merged.mentions[id]
      let their = theirs.mentions[id]
      guard their != before, their != our else { continue }
      if our == before {
        if our == nil, let their, added.contains(Substance(their)) { continue }
        set(.mention(id, from: our, to: their))
        takenOver += 1
      } else if let our, let their, Substance(our) == Substance(their) {
        continue
      } else {
        clash(our, their, besides: theirs)
      }
    }
  }

  /// What a mention says, whoever said it and when.
  private struct Substance: Hashable {
    let span: Span
    let label: Label
    let status: Status
    let entity: Entity.ID?
    let note: String?
    let unknownFields: JSONObject

    init(_ mention: Mention) {
      span = mention.span
      label = mention.label
      status = mention.status
      entity = mention.entity
      note = mention.note
      unknownFields = mention.unknownFields
    }
  }

  private mutating func clash(_ ours: Mention?, _ theirs: Mention?, besides other: Layer) {
    clashes.append(Clash(ours: ours, theirs: theirs))
    if let ours {
      var unsure = ours
      unsure.status = .unsure
      set(.mention(ours.id, from: ours, to: unsure))
    }
    guard var unsure = theirs else { return }
    unsure.status = .unsure
    if ours != nil {
      var copy = 2
      func id() -> Mention.ID { Mention.ID("\(unsure.id)-\(copy)") }
      while merged.mentions[id()] != nil || other.mentions[id()] != nil { copy += 1 }
      unsure.id = id()
    }
    set(.mention(unsure.id, from: nil, to: unsure))
  }

  // MARK: - Entities and marks

  private mutating func mergeEntities(base: Layer, theirs: Layer) {
    for id in Set(base.entities.keys).union(theirs.entities.keys).sorted() {
      let before = base.entities[id]
      let our = merged.entities[id]
      let their = theirs.entities[id]
      guard their != before, their != our else { continue }
      if our == before {
        set(.entity(id, from: our, to: their))
        takenOver += 1
      } else if let our, let their {
        set(.entity(id, from: our, to: Self.entity(before, our, their)))
      } else if our == nil {
        set(.entity(id, from: nil, to: their))
      }
    }
  }

  private static func entity(_ before: Entity?, _ ours: Entity, _ theirs: Entity) -> Entity {
    var both = ours
    var remarks: [String] = []
    func pick(_ field: KeyPath<Entity, String?>, _ remark: String) -> String? {
      let (value, lost) = choose(before?[keyPath: field], ours[keyPath: field], theirs[keyPath: field])
      if let lost { remarks.append(remark + lost) }
      return value
    }
    both.name = pick(\.optionalName, "also named: ") ?? ours.name
    both.label = Label(pick(\.optionalLabel, "also labelled: ") ?? ours.label.name)
    both.knowledgeBaseID = pick(\.knowledgeBaseID, "also linked to: ")
    let known = Set(before?.aliases ?? [])
    let removed = known.subtracting(ours.aliases).union(known.subtracting(theirs.aliases))
    both.aliases = Set(ours.aliases + theirs.aliases).subtracting(removed).sorted()
    both.note = joinedNote(before?.note, ours.note, theirs.note)
    if !remarks.isEmpty { both.note = ([both.note].compactMap(\.self) + remarks).joined(separator: "\n") }
    both.unknownFields = union(ours.unknownFields, theirs.unknownFields)
    return both
  }

  private static func marks(_ before: ArticleMarks, _ ours: ArticleMarks, _ theirs: ArticleMarks) -> ArticleMarks {
    if ours == before { return theirs }
    if theirs == before { return ours }
    return ArticleMarks(
      isDone: ours.isDone != before.isDone ? ours.isDone : theirs.isDone,
      note: joinedNote(before.note, ours.note, theirs.note),
      unknownFields: union(ours.unknownFields, theirs.unknownFields))
  }

  /// The value that was changed; ours where both changed it, with theirs if that differs.
  private static func choose(_ before: String?, _ ours: String?, _ theirs: String?) -> (String?, lost: String?) {
    if ours == before { return (theirs, nil) }
    guard let theirs, theirs != before, theirs != ours else { return (ours, nil) }
    return ours == nil ? (theirs, nil) : (ours, theirs)
  }

  private static func joinedNote(_ before: String?, _ ours: String?, _ theirs: String?) -> String? {
    let (note, lost) = choose(before, ours, theirs)
    guard let lost else { return note }
    return note.map { "\($0)\n\(lost)" } ?? lost
  }

  private static func union(_ ours: JSONObject, _ theirs: JSONObject) -> JSONObject {
    var both = ours
    for member in theirs.members where both[member.key] == nil { both[member.key] = member.value }
    return both
  }

  private mutating func set(_ edit: Edit) {
    // Every edit here is made of what `merged` holds, so it cannot conflict.
    try? merged.apply(edit)
  }
}

extension Entity {
  /// ``name`` and the name of ``label``, to be merged like the fields that may be missing.
  fileprivate var optionalName: String? { name }
  fileprivate var optionalLabel: String? { label.name }
}
