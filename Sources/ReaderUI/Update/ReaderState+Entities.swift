import Annotations

extension ReaderState {
  // MARK: - Which entity

  /// The article and the entity that entity commands act on, in whatever mode.
  private func currentEntity() -> (ArticlePath, EntityIndex.Group)? {
    switch mode {
    case .pane(let pane): return openPath.flatMap { path in pane.key.flatMap { group($0, path) }.map { (path, $0) } }
    case .card(let card): return group(card.key, card.path).map { (card.path, $0) }
    default: return openPath.flatMap { path in currentGroup(path).map { (path, $0) } }
    }
  }

  /// An entity of an article.
  func group(_ key: EntityIndex.Key, _ path: ArticlePath) -> EntityIndex.Group? {
    guard let record = library[path], let document = record.document else { return nil }
    let index = record.entities ?? EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document)
    return index[key]
  }

  /// The record of an entity, made if it has none yet, with its names so far as aliases.
  private mutating func recorded(_ group: EntityIndex.Group, _ path: ArticlePath) -> (entity: Entity, isNew: Bool) {
    if case .recorded(let id) = group.id, let entity = library[path]?.layer.entities[id] { return (entity, false) }
    let names = ([group.name] + group.aliases).map { EntityName($0).normalised }
    return (
      Entity(id: identifiers.entity(), name: group.name, label: group.label, aliases: Array(Set(names)).sorted()), true
    )
  }

  /// Changes the record of an entity as one step.
  mutating func changeEntity(
    _ key: EntityIndex.Key, _ path: ArticlePath, _ summary: String, _ change: (inout Entity) -> Void
  ) -> Bool {
    guard let group = group(key, path) else { return false }
    let (entity, isNew) = recorded(group, path)
    var changed = entity
    change(&changed)
    guard isNew || changed != entity else { return false }
    guard commit(summary, [(path, [.entity(entity.id, from: isNew ? nil : entity, to: changed)])]) else { return false }
    follow(key, to: .recorded(entity.id))
    return true
  }

  /// Cards and panes that showed an entity go on showing it under its new key.
  private mutating func follow(_ old: EntityIndex.Key, to new: EntityIndex.Key) {
    for index in modes.indices {
      if case .card(var card) = modes[index], card.key == old {
        card.key = new
        modes[index] = .card(card)
      }
      if case .pane(var pane) = modes[index], pane.key == old {
        pane.key = new
        modes[index] = .pane(pane)
      }
    }
    refreshCards()
  }

  // MARK: - Merge

  /// Offers the other entities of the article to merge with, the likeliest first.
  mutating func openMerge(_ path: ArticlePath) {
    if case .pane(let pane) = mode, pane.marked.count > 1 {
      mergeMarked(pane, path)
      return
    }
    var found = currentEntity()
    // One that is marked is merged with what is picked, wherever the cursor has gone on to.
    if case .pane(let pane) = mode, let marked = pane.marked.first { found = group(marked, path).map { (path, $0) } }
    guard let (path, group) = found else {
      say("No mention is selected")
      return
    }
    guard let document = library[path]?.document else { return }
    let index = EntityIndex(
      library[path]?.combined.mentions ?? [], entities: library[path]?.layer.entities ?? [:], in: document)
    let own = ([group.name] + group.aliases).map { EntityName($0) }
    let ranked = index.groups.filter { $0.id != group.id }.map { other -> (EntityIndex.Group, Double) in
      let names = ([other.name] + other.aliases).map { EntityName($0) }
      let best = own.flatMap { mine in names.map { mine.similarity(to: $0) } }.max() ?? 0
      return (other, best + (other.label == group.label ? 0.15 : 0))
    }.sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }
    let rows = ranked.map { other, _ in
      Picker.Row(
        other.name, detail: "\(other.label) ×\(other.mentions.count)",
        action: .merge(into: other.id, named: other.name),
        keywords: other.label.name)
    }
    guard !rows.isEmpty else {
      say("There is no other entity here")
      return
    }
    openPicker(
      Picker(.merge(path, group.id), title: "Merge “\(Excerpt.fitted(group.name, cells: 40))” with…", rows: rows))
  }

  private mutating func mergeMarked(_ pane: EntityPane, _ path: ArticlePath) {
    let keys = paneKeys(path).filter { pane.marked.contains($0) }
    guard let first = keys.first else { return }
    let labels = Set(keys.compactMap { group($0, path)?.label })
    guard labels.count == 1 else {
      say("\(labels.sorted().map(\.name).joined(separator: ", ")): a digit gives them one label, then M", .warning)
      return
    }
    var changed = pane
    changed.marked = []
    replaceMode(.pane(changed))
    merge(Array(keys.dropFirst()), into: first, path)
  }

  /// Makes several entities one, under the longest of their names.
  mutating func merge(_ others: [EntityIndex.Key], into key: EntityIndex.Key, _ path: ArticlePath) {
    guard let target = group(key, path), let layer = library[path]?.layer else { return }
    let groups = others.compactMap { group($0, path) }
    guard !groups.isEmpty else { return }
    let all = [target] + groups
    let recordedGroup = all.first { if case .recorded = $0.id { true } else { false } } ?? target
    let (entity, isNew) = recorded(recordedGroup, path)
    var merged = entity
    let names = all.flatMap { [$0.name] + $0.aliases }
    if isNew { merged.name = names.max { ($0.count, $1) < ($1.count, $0) } ?? entity.name }
    merged.aliases = Array(Set(merged.aliases + names.map { EntityName($0).normalised })).sorted()
    var edits: [Edit] = []
    for group in groups {
      // What the others had is kept with the one that stays.
      guard case .recorded(let id) = group.id, id != entity.id, let other = layer.entities[id] else { continue }
      merged.aliases = Array(Set(merged.aliases + other.aliases)).sorted()
      merged.knowledgeBaseID = merged.knowledgeBaseID ?? other.knowledgeBaseID
      let notes = [merged.note, other.note].compactMap(\.self)
      merged.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
      edits.append(.entity(id, from: other, to: nil))
    }
    edits.insert(.entity(entity.id, from: isNew ? nil : entity, to: merged), at: 0)
    for group in all {
      for mention in group.mentions {
        guard let decided = layer.mentions[mention.id], decided.entity != entity.id else { continue }
        var moved = decided
        moved.entity = entity.id
        edits.append(.replace(decided, by: moved))
      }
    }
    let count = all.reduce(0) { $0 + $1.mentions.count }
    let summary = "merged \(groups.map(\.name).joined(separator: ", ")) with \(target.name)"
    guard commit(summary, [(path, edits)]) else { return }
    for other in others + [key] { follow(other, to: .recorded(entity.id)) }
    say("\(merged.name): \(count) mentions now   u: undo")
  }

  // MARK: - Split, rename, link

  /// Makes a mention an entity of its own.
  mutating func splitMention(_ path: ArticlePath) {
    guard case .mention(let mention)? = target(in: path) else {
      say("No mention is selected")
      return
    }
    split([mention], path)
  }

  /// Makes mentions an entity of their own.
  mutating func split(_ mentions: [Mention], _ path: ArticlePath) {
    guard let first = mentions.first else { return }
    let name = EntityName(library[path]?.text(of: first.span) ?? "").shown
    let entity = Entity(id: identifiers.entity(), name: name, label: first.label)
    var edits: [Edit] = [.entity(entity.id, from: nil, to: entity)]
    for mention in mentions {
      edits.append(
        edit(mention, in: path, .accepted) { changed in
          changed.entity = entity.id
          changed.status = .accepted
        })
    }
    guard commit("split off \(name)", [(path, edits)]) else { return }
    say("\(name) is an entity of its own now   u: undo")
  }

  /// Asks for the name of the entity.
  mutating func renameEntity(_ path: ArticlePath) {
    guard let (path, group) = currentEntity() else {
      say("No mention is selected")
      return
    }
    openPrompt(.rename(path, group.id), title: "Name:", text: group.name)
  }

  /// Asks for the entity's identifier in a knowledge base.
  mutating func linkEntity(_ path: ArticlePath) {
    guard let (path, group) = currentEntity() else {
      say("No mention is selected")
      return
    }
    var known = ""
    if case .recorded(let id) = group.id { known = library[path]?.layer.entities[id]?.knowledgeBaseID ?? "" }
    openPrompt(.knowledgeBase(path, group.id), title: "Knowledge-base id (Q567):", text: known)
  }

  // MARK: - Notes

  /// Asks for a note on the mention.
  mutating func noteMention(_ path: ArticlePath) {
    guard case .mention(let mention)? = target(in: path) else {
      say("No mention is selected: notes go on mentions")
      return
    }
    openPrompt(.mentionNote(path, mention.id), title: "Note:", text: mention.note ?? "")
  }

  /// Asks for a note on the entity.
  mutating func noteEntity() {
    guard let (path, group) = currentEntity() else { return }
    var known = ""
    if case .recorded(let id) = group.id { known = library[path]?.layer.entities[id]?.note ?? "" }
    openPrompt(.entityNote(path, group.id), title: "Note on \(Excerpt.fitted(group.name, cells: 30)):", text: known)
  }

  // MARK: - All mentions of an entity

  /// Decides on all undecided mentions of entities in an article, as one step.
  mutating func decideEntities(_ status: Status, _ keys: [EntityIndex.Key], _ path: ArticlePath) {
    let groups = keys.compactMap { group($0, path) }
    guard let first = groups.first else { return }
    let name = groups.count == 1 ? first.name : "\(groups.count) entities"
    let open = groups.flatMap(\.mentions).filter {
      status == .accepted ? $0.status.isUndecided : $0.status != status
    }
    guard !open.isEmpty else {
      say("All mentions of \(name) are decided already")
      return
    }
    let edits = open.map { edit($0, in: path, decide: status) }
    let done = "\(status == .accepted ? "accepted" : "rejected") \(open.count.counted("mention")) of \(name)"
    guard commit(done, [(path, edits)]) else { return }
    say("\(done.prefix(1).uppercased())\(done.dropFirst())   u: undo")
  }

  /// Gives entities and all their mentions in an article another label, as one step.
  mutating func relabelEntities(_ label: Label, _ keys: [EntityIndex.Key], _ path: ArticlePath) {
    let all = keys.compactMap { group($0, path) }
    let groups = all.filter { $0.label != label }
    guard let first = groups.first else {
      if let first = all.first { say("\(first.name) is \(label) already") }
      return
    }
    var edits: [Edit] = []
    for group in groups {
      if case .recorded(let id) = group.id, let entity = library[path]?.layer.entities[id] {
        var changed = entity
        changed.label = label
        edits.append(.entity(id, from: entity, to: changed))
      }
      for mention in group.mentions {
        edits.append(
          edit(mention, in: path, .relabelled) { changed in
            changed.label = label
            changed.status = .accepted
          })
      }
    }
    let name = groups.count == 1 ? first.name : "\(groups.count) entities"
    let from = groups.count == 1 ? ": \(first.label)" : ""
    guard commit("relabelled \(name)\(from) to \(label)", [(path, edits)]) else { return }
    for group in groups {
      if case .named(_, let name) = group.id { follow(group.id, to: .named(label, name)) }
    }
    lastDecision = .label(label)
    let count = groups.reduce(0) { $0 + $1.mentions.count }
    say("\(name) · \(label), \(count.counted("mention"))   u: undo")
  }
}
