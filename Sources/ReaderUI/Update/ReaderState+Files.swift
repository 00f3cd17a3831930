import Annotations

extension ReaderState {
  // MARK: - Reading

  mutating func takeFound(_ paths: [ArticlePath], isComplete: Bool) {
    let chosen = chosenArticle
    let known = Set(library.paths)
    let new = paths.filter { !known.contains($0) }
    library.add(paths, annotator: annotator)
    if isComplete {
      if library.isScanned, !new.isEmpty { say("\(new.count) new \(new.count == 1 ? "article" : "articles")") }
      if library.isScanned, new.isEmpty { say("No new articles") }
      library.isScanned = true
    }
    let wanted = chosen ?? returning
    if let wanted, let row = library.visibleIndex(of: wanted) { libraryCursor.row = row }
    libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
    // What an earlier reading left undone is done now.
    let unfinished = isComplete ? library.paths.filter { library[$0]?.isUnfinished == true } : new
    if !unfinished.isEmpty { emit(.load(unfinished)) }
  }

  mutating func takeLoaded(_ article: LoadedArticle) {
    let path = article.path
    if library[path] == nil { library.add([path], annotator: annotator) }
    let before = library[path]?.document
    let wasLoaded = before != nil
    _ = library.update(path) { record in
      record.load(article.document, layer: article.layer)
      record.unplaced = article.unplaced
      record.savedLayer = article.savedLayer
    }
    if let before, before.bytes != article.document.bytes { settle(path, in: article.document) }
    journals[path] = article.entries
    historyIsStale = true
    for (text, weight) in article.remarks { say(about(path, text), weight) }
    if article.layer != article.savedLayer, !isReadOnly { save(path) }
    if opening == path {
      opening = nil
      enter(path)
    } else if wasLoaded {
      if openPath == path {
        _ = library.update(path) { $0.findEntities() }
        scrollIntoView(path)
      }
      if library[path]?.analysis == nil {
        emit(.analyse(path, article.document, around: readings[path]?.cursor.start ?? 0))
      }
    }
    if library.loadedCount == library.paths.count, library.order != .name || !library.filter.isEmpty {
      library.updateVisible()
    }
  }

  /// The text has changed: what refers to places in the old one finds new places, or is given up.
  private mutating func settle(_ path: ArticlePath, in document: Document) {
    if openPath == path {
      while case .select = mode { popMode() }
      if case .propagate(let propagation) = mode { start(.occurrences(propagation)) }
    }
    guard let old = readings[path] else { return }
    let body = document.metadata.body
    var reading = Reading()
    reading.isPlaced = old.isPlaced
    reading.pinned = old.pinned
    reading.top = min(max(old.top, body.start), body.end)
    let word = TextUnits(document, analysis: nil).word(at: min(old.cursor.start, body.end))
    // A decision that was selected has been found again, or is gone.
    reading.cursor =
      old.pinned.flatMap { library[path]?.layer.mentions[$0]?.span } ?? word ?? Span(body.start, body.start)
    readings[path] = reading
  }

  /// Words about an article: of the one in view everybody knows the name.
  private func about(_ path: ArticlePath, _ words: String) -> String {
    guard shownPath == path || opening == path else { return "\(path.fileName): \(words)" }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  mutating func takeLoadFailure(_ path: ArticlePath, _ reason: String) {
    _ = library.update(path) { $0.stage = .failed(reason) }
    if opening == path {
      opening = nil
      say("\(path.fileName): \(reason)", .error)
    }
  }

  mutating func takeVanished(_ path: ArticlePath) {
    guard let record = library[path] else { return }
    if openPath == path {
      say("\(path.fileName) is gone from the disk. What was decided is kept; it is shown as it was", .warning)
    } else if record.layer.isEmpty {
      library.remove(path)
      journals[path] = nil
      emit(.forget(path))
      libraryCursor.scroll(height: libraryHeight, count: library.visible.count)
    }
  }

  mutating func takeAnalysis(_ article: AnalysedArticle) {
    let path = article.path
    // What was found in another text would stand at the wrong words of this one.
    guard let document = library[path]?.document, document.bytes == article.document.bytes else { return }
    _ = library.update(path) { $0.take(article.analysis) }
    if openPath == path {
      if let reading = readings[path], !reading.isPlaced { land(path) } else { scrollIntoView(path) }
    }
    refreshCards()
  }

  // MARK: - Locks

  mutating func takeLock(_ path: ArticlePath, _ holder: FileLock.Holder?) {
    if holder == nil, case .held? = library[path]?.access { emit(.reread(path)) }
    _ = library.update(path) { $0.access = holder.map { .held($0) } ?? .ours }
    if let holder, openPath == path { say("Read only: \(holder) has this article open", .warning) }
  }

  // MARK: - Saving

  /// Has the sidecar of an article written.
  private mutating func save(_ path: ArticlePath) {
    if let layer = library.update(path, { $0.layerToSave() }) { emit(.save([path: layer])) }
  }

  mutating func takeSaved(_ path: ArticlePath, _ sent: NumberedLayer, _ saved: AnnotationFile.Saved?) {
    let wasMirrored = library[path]?.isMirrored ?? false
    _ = library.update(path) { record in
      record.savedLayer = sent.layer
      record.acknowledged = nil
      if record.savesAsked == sent.number { record.saving = .saved }
      record.isMirrored = saved?.isMirrored ?? record.isMirrored
    }
    if let saved, saved.isMirrored, !wasMirrored {
      say("No writing beside the article; decisions are in \(saved.path)", .warning)
    }
  }

  mutating func takeSaveFailure(_ path: ArticlePath, _ reason: String) {
    let isJournalled = library[path]?.saving.isJournalled ?? true
    _ = library.update(path) { $0.saving = .failed(reason, isJournalled: isJournalled) }
    say(
      "NOT SAVED: \(reason)" + (isJournalled ? "   the journal has every decision; C-s tries again" : ""), .error)
  }

  // MARK: - Changes by other programs

  mutating func takeChangeOnDisk(_ path: ArticlePath, _ sidecar: Sidecar) {
    guard let record = library[path] else { return }
    // It was noticed twice, and the first time has been dealt with.
    if let digest = sidecar.fileDigest, digest == record.acknowledged { return }
    let theirs = sidecar.layer
    if Self.saySame(theirs, record.layer) {
      acknowledge(path, sidecar)
      if record.saving != .saved { save(path) }
      return
    }
    guard changed.contains(path) else {
      // Nothing of ours is at stake, so what is on disk is simply what there is.
      _ = library.update(path) { record in
        record.replaceLayer(theirs)
        record.savedLayer = theirs
        record.unplaced = sidecar.unplaced
      }
      acknowledge(path, sidecar)
      refreshCards()
      refreshReview()
      say(about(path, "another program’s annotations were taken over"))
      return
    }
    _ = library.update(path) { record in
      record.theirs = sidecar
      record.saving = .failed("changed on disk by another program", isJournalled: record.saving.isJournalled)
    }
    if openPath == path {
      conflict = path
    } else {
      say("\(path.fileName) was changed by another program: open it to decide what to keep", .warning)
    }
  }

  private mutating func acknowledge(_ path: ArticlePath, _ sidecar: Sidecar) {
    _ = library.update(path) { $0.acknowledged = sidecar.fileDigest }
    emit(.acknowledge(path, sidecar))
  }

  /// Whether two layers say the same of the text, whatever their mentions are called.
  private static func saySame(_ left: Layer, _ right: Layer) -> Bool {
    left.mentions == right.mentions && left.entities == right.entities && left.marks == right.marks
  }

  /// Asks about a conflict as soon as no key would be taken for an answer that was meant for something else.
  mutating func askAboutConflict() {
    guard let path = conflict else { return }
    guard openPath == path, library[path]?.theirs != nil else {
      conflict = nil
      return
    }
    switch mode {
    case .reader, .select, .pane, .card, .review: break
    default: return
    }
    conflict = nil
    askAboutChange(path)
  }

  /// Asks what to do about the other program's version.
  mutating func askAboutChange(_ path: ArticlePath) {
    if case .dialog(let dialog) = mode, dialog.title == Self.conflictTitle { return }
    let sidecar = Directories.sidecar(of: path, annotatorName: annotatorName)
    modes.append(
      .dialog(
        Dialog(
          title: Self.conflictTitle,
          lines: [
            "\(ArticlePath(sidecar).fileName) was written by another program after you opened it.",
            "Nothing of yours is lost: your version is in memory and in the journal.",
          ],
          choices: [
            Dialog.Choice(key: "m", title: "merge both, show what clashes   (recommended)", action: .merge(path)),
            Dialog.Choice(key: "t", title: "take theirs; u brings mine back", action: .takeTheirs(path)),
            Dialog.Choice(key: "k", title: "keep mine; U brings theirs back", action: .keepOurs(path)),
            Dialog.Choice(key: "d", title: "show the differences first", action: .showDifferences(path)),
          ], enterTitle: "merge", enterAction: .merge(path),
          escapeTitle: "decide later (this article stays unsaved)", isAlert: true)))
  }

  private static let conflictTitle = "This article’s annotations changed on disk"

  /// Does what was answered.
  mutating func resolve(_ path: ArticlePath, _ action: Dialog.Action) {
    guard let record = library[path], let theirs = record.theirs else { return }
    switch action {
    case .merge:
      let merge = LayerMerge(base: record.savedLayer, ours: record.layer, theirs: theirs.layer)
      var merged = theirs
      merged.layer = merge.merged
      adopt(merged, path, "merged with another program’s changes", acknowledging: theirs)
      let taken = "\(merge.takenOver) taken over"
      if merge.clashes.isEmpty {
        say("Merged: \(taken), nothing clashed   u: undo")
      } else {
        say("Merged: \(taken), \(merge.clashes.count) clash and are unsure now, ]u visits them   u: undo", .warning)
      }
    case .takeTheirs:
      adopt(theirs, path, "took the version on disk")
      say("The version on disk was taken   u: mine again")
    case .keepOurs:
      adopt(theirs, path, "took the version on disk")
      undo()
      say("Your version was kept   U: theirs")
    default: break
    }
  }

  private mutating func adopt(
    _ sidecar: Sidecar, _ path: ArticlePath, _ summary: String, acknowledging seen: Sidecar? = nil
  ) {
    guard let record = library[path] else { return }
    acknowledge(path, seen ?? sidecar)
    let edits = record.layer.edits(toBecome: sidecar.layer)
    _ = library.update(path) { record in
      record.theirs = nil
      record.unplaced = sidecar.unplaced
      record.saving = .pending
    }
    if edits.isEmpty {
      save(path)
    } else {
      commit(summary, [(path, edits)])
    }
  }

  /// Lists what the two versions differ in.
  mutating func showDifferences(_ path: ArticlePath) {
    guard let record = library[path], let theirs = record.theirs else { return }
    var rows: [Picker.Row] = []
    for edit in record.layer.edits(toBecome: theirs.layer) {
      switch edit {
      case .mention(_, let ours, let their):
        let span = ours?.span ?? their?.span ?? Span(0, 0)
        func words(_ mention: Mention?) -> String { mention.map { "\($0.label) \($0.status.rawValue)" } ?? "nothing" }
        rows.append(
          Picker.Row(
            quoted(span, in: path), detail: "mine: \(words(ours))  theirs: \(words(their))", action: .place(path, span))
        )
      case .entity(_, let ours, let their):
        rows.append(
          Picker.Row(
            "entity \(ours?.name ?? their?.name ?? "")",
            detail: ours == nil ? "only theirs" : their == nil ? "only mine" : "differs",
            action: .nothing))
      case .marks: rows.append(Picker.Row("the article’s note or done mark", detail: "differs", action: .nothing))
      }
    }
    openPicker(Picker(.differences, title: "Mine and theirs", rows: rows))
  }
}

extension ReaderState {
  /// Takes over where the person was when the program was left.
  package mutating func restore(
    readings: [ArticlePath: Reading], commands: [String], filter: MentionFilter, libraryFilter: String,
    article: ArticlePath?
  ) {
    self.readings = readings
    commandHistory = commands
    mentionFilter = filter
    library.filter = libraryFilter
    returning = article
  }
}
