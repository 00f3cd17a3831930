import Annotations

extension ReaderState {
  // MARK: - Making mentions

  /// What this person says of a mention now: who, how, when, and which suggestion it answers.
  private func provenance(_ method: Provenance.Method, of mention: Mention) -> Provenance {
    var provenance = mention.provenance
    if provenance.method == .suggested {
      provenance.origin = Provenance.Origin(
        annotator: provenance.annotator, span: mention.span, label: mention.label)
    }
    provenance.annotator = annotator
    provenance.method = method
    provenance.time = now.wholeSecond
    return provenance
  }

  /// The edit that puts `changed` in the place of `mention`: a decision takes the place of a suggestion, which is in no
  /// layer, or of an earlier decision.
  mutating func edit(
    _ mention: Mention, in path: ArticlePath, _ method: Provenance.Method, _ change: (inout Mention) -> Void
  )
    -> Edit
  {
    var changed = mention
    change(&changed)
    changed.provenance = provenance(method, of: mention)
    if let decided = library[path]?.layer.mentions[mention.id] { return .replace(decided, by: changed) }
    changed.id = identifiers.mention()
    return .add(changed)
  }

  /// A mention where none was suggested.
  func newMention(_ span: Span, _ label: Label, id: Mention.ID, method: Provenance.Method) -> Mention {
    Mention(
      id: id, span: span, label: label, status: .accepted,
      provenance: Provenance(annotator: annotator, method: method, time: now.wholeSecond))
  }

  /// The edit that decides on a mention.
  mutating func edit(_ mention: Mention, in path: ArticlePath, decide status: Status) -> Edit {
    let method: Provenance.Method =
      switch status {
      case .accepted, .suggested: .accepted
      case .rejected: .rejected
      case .unsure: .flagged
      }
    let isOwn = mention.provenance.origin == nil && library[path]?.layer.mentions[mention.id] != nil
    if status == .rejected, isOwn, let own = library[path]?.layer.mentions[mention.id] {
      // Nobody had suggested it: there is nothing to remember as wrong.
      return .remove(own)
    }
    return edit(mention, in: path, method) { $0.status = status }
  }

  /// The words of a span, short enough for a message.
  func quoted(_ span: Span, in path: ArticlePath) -> String {
    let text = EntityName(library[path]?.text(of: span) ?? "").shown
    return text.count > 40 ? "\(text.prefix(39))…" : text
  }

  // MARK: - Deciding

  /// Whether a decision says so already. A suggestion may be unsure too, which nobody has decided.
  func says(_ status: Status, of mention: Mention, in path: ArticlePath) -> Bool {
    mention.status == status && library[path]?.layer.mentions[mention.id] != nil
  }

  /// Accepts, rejects or flags the mention and goes on to the next that is undecided.
  mutating func decide(_ status: Status, _ path: ArticlePath) {
    guard case .mention(let mention)? = target(in: path) else {
      say("No mention here: Tab goes to the next, 1-9 or t gives these words a label")
      return
    }
    let name = quoted(mention.span, in: path)
    lastDecision = .status(status)
    if says(status, of: mention, in: path) {
      say("\(name) is \(status.rawValue) already")
      advance(from: mention, in: path)
      return
    }
    let edit = edit(mention, in: path, decide: status)
    let verb = status == .accepted ? "accepted" : status == .rejected ? "rejected" : "flagged"
    guard commit("\(verb) \(name) (\(mention.label))", [(path, [edit])]) else { return }
    say("\(verb.prefix(1).uppercased())\(verb.dropFirst()) \(name) (\(mention.label))")
    advance(from: mention, in: path)
  }

  /// Takes an annotation away and stays.
  mutating func removeMention(_ path: ArticlePath) {
    guard case .mention(let mention)? = target(in: path) else {
      say("No mention is selected")
      return
    }
    let name = quoted(mention.span, in: path)
    let edit: Edit
    let summary: String
    if let decided = library[path]?.layer.mentions[mention.id] {
      edit = .remove(decided)
      summary = "removed \(name) (\(mention.label))"
    } else {
      edit = self.edit(mention, in: path, decide: .rejected)
      summary = "rejected \(name) (\(mention.label))"
    }
    guard commit(summary, [(path, [edit])]) else { return }
    say("\(summary.prefix(1).uppercased())\(summary.dropFirst())   u: undo")
    readings[path]?.pinned = nil
  }

  /// Does the last decision again.
  mutating func repeatDecision(_ path: ArticlePath) {
    switch lastDecision {
    case .status(let status): decide(status, path)
    case .label(let label): give(label, path)
    case nil: say("Nothing to repeat yet")
    }
  }

  // MARK: - Labels

  /// Gives the label of a digit.
  mutating func giveLabel(digit: Character, _ path: ArticlePath) {
    guard let label = labels.label(digit: digit) else {
      say("No label has the digit \(digit)   t: all labels")
      return
    }
    give(label, path)
  }

  /// Gives the selected mention another label, or makes the selected words a mention.
  mutating func give(_ label: Label, _ path: ArticlePath) {
    lastDecision = .label(label)
    switch target(in: path) {
    case .mention(let mention): relabel(mention, label, path)
    case .span(let span): mark(span, label, path)
    case nil: say("Nothing is selected")
    }
  }

  private mutating func relabel(_ mention: Mention, _ label: Label, _ path: ArticlePath) {
    let name = quoted(mention.span, in: path)
    let isSame = mention.label == label
    if isSame, mention.status == .accepted {
      say("\(name) is \(label) already")
      return
    }
    let edit = edit(mention, in: path, isSame ? .accepted : .relabelled) { changed in
      changed.label = label
      changed.status = .accepted
      // An entity is of one label; a relabelled mention finds its own.
      if !isSame { changed.entity = nil }
    }
    let summary = isSame ? "accepted \(name) (\(label))" : "relabelled \(name): \(mention.label) to \(label)"
    guard commit(summary, [(path, [edit])]) else { return }
    if case .mention(_, _, let to?) = edit { readings[path]?.pinned = to.id }
    say("\(name) · \(label)" + moreOccurrences(of: mention.span, label, path))
  }

  private mutating func mark(_ span: Span, _ label: Label, _ path: ArticlePath) {
    guard let record = library[path], let document = record.document else { return }
    let trimmed = document.trimmingWhiteSpace(span)
    guard !trimmed.isEmpty else {
      say("White space alone is no mention")
      return
    }
    if let twin = record.combined.overlapping(trimmed).first(where: { $0.span == trimmed && $0.label == label }) {
      if case .select = mode { popMode() }
      select(trimmed, in: path, pinned: twin.id)
      if twin.status == .accepted {
        say("\(quoted(trimmed, in: path)) is \(label) already")
      } else {
        decideInPlace(twin, .accepted, path)
      }
      return
    }
    let mention = newMention(trimmed, label, id: identifiers.mention(), method: .tagged)
    guard commit("marked \(quoted(trimmed, in: path)) (\(label))", [(path, [.add(mention)])]) else { return }
    if case .select = mode { popMode() }
    select(trimmed, in: path, pinned: mention.id)
    say("\(quoted(trimmed, in: path)) · \(label)" + moreOccurrences(of: trimmed, label, path))
  }

  private mutating func decideInPlace(_ mention: Mention, _ status: Status, _ path: ArticlePath) {
    let name = quoted(mention.span, in: path)
    let edit = edit(mention, in: path, decide: status)
    guard commit("accepted \(name) (\(mention.label))", [(path, [edit])]) else { return }
    if case .mention(_, _, let to?) = edit { readings[path]?.pinned = to.id }
    say("Accepted \(name) (\(mention.label))")
  }

  /// A word about the other places where the same words stand and do not have this label.
  private func moreOccurrences(of span: Span, _ label: Label, _ path: ArticlePath) -> String {
    guard let record = library[path], let document = record.document, document.bytes.count < 1 << 20 else { return "" }
    let finder = OccurrenceFinder(
      text: document.text(in: span), aliases: [], label: label, options: Propagation.Options())
    let limit = 1000
    let count = finder.count(in: record, besides: span, limit: limit)
    guard count > 0 else { return "" }
    return "   \(count < limit ? "\(count) more" : "very many more") here, A: apply to all"
  }

  // MARK: - By condition

  /// Accepts or rejects all undecided mentions of an article that fulfil a condition.
  mutating func decideAll(_ status: Status, where condition: MentionCondition, _ path: ArticlePath) {
    guard let record = library[path] else { return }
    let found = record.combined.mentions.filter {
      $0.status.isUndecided && condition.holds(for: $0, text: record.text(of: $0.span))
    }
    guard !found.isEmpty else {
      say("No undecided mention here fulfils that")
      return
    }
    let edits = found.map { edit($0, in: path, decide: status) }
    let done = "\(status == .accepted ? "accepted" : "rejected") \(found.count.counted("mention"))"
    guard commit(done, [(path, edits)]) else { return }
    say("\(done.prefix(1).uppercased())\(done.dropFirst())   u: undo all")
  }

  // MARK: - Done

  /// Marks the article done and opens the next that is not; asks first when something is undecided.
  mutating func finishArticle(_ path: ArticlePath) {
    guard let record = library[path] else { return }
    if record.layer.marks.isDone {
      setDone(false, [path])
      return
    }
    guard record.undecidedCount > 0 else {
      setDone(true, [path])
      openNextNotDone(after: path)
      return
    }
    let count = record.undecidedCount
    modes.append(
      .dialog(
        Dialog(
          title: "Mark the article done?",
          lines: ["\(count) \(count == 1 ? "mention is" : "mentions are") still undecided."],
          choices: [
            Dialog.Choice(key: "a", title: "accept them all and mark done", action: .done(.accepted)),
            Dialog.Choice(key: "d", title: "mark done, leave them undecided", action: .done(nil)),
            Dialog.Choice(key: "r", title: "reject them all and mark done", action: .done(.rejected)),
          ], enterTitle: "go to the first one", enterAction: .goToUndecided)))
  }

  /// Marks the open article done, deciding on what is open.
  mutating func finish(_ path: ArticlePath, deciding status: Status?) {
    guard let record = library[path] else { return }
    var edits: [Edit] = []
    if let status {
      for mention in record.combined.mentions where mention.status.isUndecided {
        edits.append(edit(mention, in: path, decide: status))
      }
    }
    var marks = record.layer.marks
    marks.isDone = true
    edits.append(.marks(from: record.layer.marks, to: marks))
    guard commit("marked \(path.fileName) done", [(path, edits)]) else { return }
    say("Done: \(record.title.prefix(40))")
    openNextNotDone(after: path)
  }

  /// Marks articles done or not done.
  mutating func setDone(_ isDone: Bool, _ paths: [ArticlePath]) {
    let edits = paths.compactMap { path -> (ArticlePath, [Edit])? in
      guard let marks = library[path]?.layer.marks, marks.isDone != isDone else { return nil }
      var changed = marks
      changed.isDone = isDone
      return (path, [.marks(from: marks, to: changed)])
    }
    let what = paths.count == 1 ? paths[0].fileName : "\(paths.count) articles"
    guard commit("marked \(what) \(isDone ? "done" : "not done")", edits) else { return }
    say("\(isDone ? "Done" : "Not done any more"): \(what)")
  }

  private mutating func openNextNotDone(after path: ArticlePath) {
    let list = library.visibleIndex(of: path) != nil ? library.visible : library.paths
    guard let index = list.firstIndex(of: path) else { return }
    let others = list[(index + 1)...] + list[..<index]
    guard let next = others.first(where: { library[$0]?.layer.marks.isDone == false }) else {
      say("Done. Every article here is done")
      return
    }
    open(next)
  }
}
