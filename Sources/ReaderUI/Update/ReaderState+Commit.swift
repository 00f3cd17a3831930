import Annotations

extension ReaderState {
  /// Where the person is, to come back there.
  var place: Change.Place? {
    guard let path = openPath, let reading = readings[path] else { return nil }
    return Change.Place(article: path, selection: reading.cursor)
  }

  /// Why an article cannot be changed, or nil when it can.
  func reasonNotToChange(_ path: ArticlePath) -> String? {
    if isReadOnly { return "Read only: started with --read-only" }
    guard let record = library[path] else { return "\(path.fileName) is gone" }
    if case .held(let holder) = record.access { return "Read only: \(holder) has this article open" }
    switch record.stage {
    case .loaded: return nil
    case .listed: return "\(path.fileName) has not been read yet"
    case .failed(let reason): return "\(path.fileName): \(reason)"
    }
  }

  /// Makes a change, writes it down and makes it undoable.
  ///
  /// - Parameters:
  ///   - summary: What was done, in the past tense.
  ///   - edits: The edits, article by article.
  /// - Returns: Whether it is done, or will be once the locks are ours.
  @discardableResult
  mutating func commit(_ summary: String, _ edits: [(ArticlePath, [Edit])]) -> Bool {
    let parts = edits.filter { !$0.1.isEmpty }.map { Change.Part(article: $0.0, edits: $0.1) }
    guard !parts.isEmpty else { return false }
    let change = Change(id: identifiers.change(), summary: summary, time: now, parts: parts, place: place)
    return begin(Commit(change: change, kind: .done))
  }

  /// Starts what a commit says, once the locks are ours.
  private mutating func begin(_ commit: Commit) -> Bool {
    let paths = commit.parts.map(\.article)
    if paths.count == 1, let reason = reasonNotToChange(paths[0]) {
      say(reason, .warning)
      return false
    }
    if isReadOnly {
      say("Read only: started with --read-only", .warning)
      return false
    }
    let unread = paths.count { library[$0]?.stage == .listed }
    if unread > 0 {
      say("\(unread) of these articles have not been read yet", .warning)
      return false
    }
    if paths.allSatisfy({ library[$0]?.access == .ours }) { return carryOut(commit) }
    emit(.lockThen(commit))
    return true
  }

  /// The locks were asked for: what is not held by somebody else is carried out.
  mutating func takeLocks(_ commit: Commit, _ refused: [ArticlePath: FileLock.Holder]) {
    for part in commit.parts {
      let holder = refused[part.article]
      _ = library.update(part.article) { $0.access = holder.map { .held($0) } ?? .ours }
    }
    guard !refused.isEmpty else {
      carryOut(commit)
      return
    }
    let allowed = Set(commit.parts.map(\.article)).subtracting(refused.keys)
    if !allowed.isEmpty { carryOut(commit.limited(to: allowed)) }
    let names = refused.map { "\($0.key.fileName): \($0.value)" }.sorted().prefix(3).joined(separator: "; ")
    say("Left out, because somebody else has it open: \(names)", .warning)
  }

  /// Changes what can be changed: an article that is not any more what a change was made for is left out.
  ///
  /// - Returns: Whether anything was changed.
  @discardableResult
  private mutating func carryOut(_ commit: Commit) -> Bool {
    var layers: [ArticlePath: NumberedLayer] = [:]
    for part in commit.parts {
      let outcome = library.update(part.article) { record -> NumberedLayer? in
        do throws(EditConflict) {
          try record.apply(part.edits)
          return record.layerToSave()
        } catch {
          return nil
        }
      }
      if let layer = outcome ?? nil { layers[part.article] = layer }
    }
    guard !layers.isEmpty else {
      say("\(commit.change.summary): another program has changed it since", .warning)
      history.forget(commit.change.id)
      forgotten.insert(commit.change.id)
      return false
    }
    if layers.count < commit.parts.count {
      let names = commit.parts.map(\.article).filter { layers[$0] == nil }.map(\.fileName).sorted().prefix(3)
      say("Left out, because another program has changed it since: \(names.joined(separator: ", "))", .warning)
    }
    let entry = JournalEntry(commit.event, time: now)
    history.record(commit.event)
    session.append(entry)
    changed.formUnion(layers.keys)
    emit(.record(entry, layers))
    lastChange = commit.change.place
    afterChange(of: Array(layers.keys))
    return true
  }

  /// Puts right what depends on the mentions of articles that have changed.
  private mutating func afterChange(of paths: [ArticlePath]) {
    refreshCards()
    refreshReview()
    refreshPane()
    if let path = shownPath, paths.contains(path) { scrollIntoView(path) }
  }

  // MARK: - Undo

  /// Takes back the last change and goes where it was made.
  mutating func undo() {
    rebuildHistory()
    guard let change = history.undoable.last else {
      say("Nothing to undo")
      return
    }
    guard hasRead(change) else { return }
    guard begin(Commit(change: change, kind: .undone)) else { return }
    goTo(placeOf: change)
    followInPane()
    say("Undid: \(change.summary)   U: redo")
  }

  /// Does again what was taken back last.
  mutating func redo() {
    rebuildHistory()
    guard let change = history.redoable.last else {
      say("Nothing to redo")
      return
    }
    guard hasRead(change) else { return }
    guard begin(Commit(change: change, kind: .redone)) else { return }
    goTo(placeOf: change)
    followInPane()
    say("Redid: \(change.summary)   u: undo")
  }

  /// Whether all is known of a change. Each journal tells only its own part of one, and taking back a part would be
  /// taken for the whole.
  private mutating func hasRead(_ change: Change) -> Bool {
    let unread = change.articles.count { library[$0]?.stage == .listed }
    if unread > 0 {
      say("Not yet: \(unread) of the articles of “\(change.summary)” have not been read   R reads them", .warning)
    }
    return unread == 0
  }

  private mutating func goTo(placeOf change: Change) {
    guard let place = change.place else { return }
    // Only where an article is in view: undo in a list stays in the list.
    guard let shown = shownPath else { return }
    if shown != place.article { open(place.article) }
    guard openPath == place.article else { return }
    select(place.selection, in: place.article)
  }

  /// Brings in what the journals tell of earlier runs, once it is wanted.
  private mutating func rebuildHistory() {
    guard historyIsStale else { return }
    history = History(journals: Array(journals.values) + [session])
    for id in forgotten { history.forget(id) }
    historyIsStale = false
  }
}
