import Annotations

extension ReaderState {
  /// Opens the review queue and has it collected.
  mutating func openReview() {
    if case .review(var review) = mode {
      review.isStale = false
      replaceMode(.review(review))
    } else {
      modes.append(.review(ReviewQueue()))
    }
    start(.review)
  }

  /// Articles were analysed, or another job took the place of the one that collects: the queue is collected anew as long
  /// as nobody has begun to work on it. After that no row moves under the fingers, and the title says that there is more.
  mutating func renewReview(analysed: Bool) {
    if analysed, let index = modes.lastIndex(where: { if case .review = $0 { true } else { false } }),
      case .review(var review) = modes[index]
    {
      review.isStale = true
      modes[index] = .review(review)
    }
    guard case .review(var review) = mode else { return }
    guard reviewJob != jobNumber, review.isCollecting || (review.isStale && review.isUntouched) else { return }
    review.isStale = false
    replaceMode(.review(review))
    start(.review)
  }

  /// The queue has been collected.
  mutating func takeReview(_ groups: [ReviewQueue.Group]) {
    reviewJob = nil
    guard let index = modes.lastIndex(where: { if case .review = $0 { true } else { false } }),
      case .review(var review) = modes[index]
    else { return }
    review.groups = groups
    review.collected = groups
    review.isCollecting = false
    review.held = nil
    review.cursor.move(by: 0, count: review.lines.count)
    modes[index] = .review(review)
  }

  /// Mentions have changed: takes what has been decided off the queue, and what is undecided again back; all keep their
  /// order, so that the eye keeps its place.
  mutating func refreshReview() {
    changeReview { review, library in
      // What was undone is no decision any more.
      if let held = review.held, library[held.path]?.layer.mentions[held.id] == nil { review.held = nil }
    }
  }

  /// Changes the queue, wherever it is among the modes, and what it lists with it.
  private mutating func changeReview(_ change: (inout ReviewQueue, Library) -> Void) {
    guard let index = modes.lastIndex(where: { if case .review = $0 { true } else { false } }),
      case .review(var review) = modes[index], !review.isCollecting
    else { return }
    change(&review, library)
    review.groups = review.collected.compactMap { group in
      var group = group
      group.rows.removeAll { row in
        row != review.held && library[row.path]?.combined[row.id]?.status.isUndecided != true
      }
      return group.rows.isEmpty ? nil : group
    }
    review.marked.formIntersection(review.groups.map(\.key))
    review.cursor.move(by: 0, count: review.lines.count)
    modes[index] = .review(review)
  }

  /// The mentions that commands act on: those of the marked groups, else of the group or the mention under the cursor.
  private func chosenRows(_ review: ReviewQueue) -> [EntityCard.Row] {
    if !review.marked.isEmpty {
      return review.groups.filter { review.marked.contains($0.key) }.flatMap(\.rows)
    }
    let lines = review.lines
    guard lines.indices.contains(review.cursor.row) else { return [] }
    switch lines[review.cursor.row] {
    case .group(let index): return review.groups[index].rows
    case .mention(_, let row): return [row]
    }
  }

  /// The mention under the cursor: of a group the first.
  func reviewMention(_ review: ReviewQueue) -> (ArticlePath, Mention)? {
    let lines = review.lines
    guard lines.indices.contains(review.cursor.row) else { return nil }
    let row: EntityCard.Row?
    switch lines[review.cursor.row] {
    case .group(let index): row = review.groups[index].rows.first
    case .mention(_, let mention): row = mention
    }
    return row.flatMap { row in library[row.path]?.combined[row.id].map { (row.path, $0) } }
  }

  /// Carries out a command in the review queue.
  mutating func performInReview(_ command: Command, _ keys: KeySequence, _ review: ReviewQueue) {
    var review = review
    if review.isUntouched {
      review.isUntouched = false
      replaceMode(.review(review))
    }
    let movesEdge = [.leftEdgeOut, .leftEdgeIn, .rightEdgeIn, .rightEdgeOut].contains(command)
    defer { if !movesEdge { releaseHeldMention() } }
    // The mention whose edges were moved is accepted, and leaves the queue now: the next one comes under the cursor.
    if let held = review.held, command == .accept || command == .rowDown, review.marked.isEmpty,
      reviewMention(review)?.1.id == held.id
    {
      return
    }
    if moveRows(command) { return }
    switch command {
    case .accept, .reject, .unsure: decideInReview(command, review)
    case .labelByDigit:
      if let label = keys.keys.last?.typed.flatMap({ labels.label(digit: $0) }) { giveInReview(label, review) }
    case .pickLabel: openLabelPicker()
    case .open, .close:
      openGroup(command == .open, &review)
      replaceMode(.review(review))
    case .menu: if let (path, mention) = reviewMention(review) { show(mention, in: path) }
    case _ where movesEdge: moveEdgeInReview(command, review)
    case .propagate: if let (path, mention) = reviewMention(review) { openPropagation(mention, path) }
    case .card:
      if let (path, mention) = reviewMention(review), let record = library[path], let document = record.document {
        let index = EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document)
        if let group = index.group(of: mention.id) { openCard(group.id, path) }
      }
    case .note:
      if let (path, mention) = reviewMention(review) {
        openPrompt(.mentionNote(path, mention.id), title: "Note:", text: mention.note ?? "")
      }
    case .rescan: openReview()
    case .search: openPrompt(.reviewFilter(before: review.filter), title: "Only:", text: review.filter)
    case .mark, .markRange, .clearMarks:
      markInReview(command, &review)
      replaceMode(.review(review))
    case .copy: if let (path, mention) = reviewMention(review) { copy(quoted(mention.span, in: path)) }
    case .sort, .showOnly: say("The queue is in order of certainty; / narrows it")
    default: say("\(command.rawValue) does nothing here   ?: help")
    }
  }

  private mutating func decideInReview(_ command: Command, _ review: ReviewQueue) {
    let rows = chosenRows(review)
    guard !rows.isEmpty else {
      say("The queue is empty")
      return
    }
    switch command {
    case .accept: decideRows(.accepted, rows)
    case .reject: decideRows(.rejected, rows)
    default:
      // A decision that becomes unsure stays in the queue: the eye goes on, the mention waits. A suggestion leaves it.
      let stays = rows.contains { library[$0.path]?.layer.mentions[$0.id] != nil }
      decideRows(.unsure, rows)
      if stays { moveRows(.rowDown) }
    }
    clearReviewMarks()
  }

  private mutating func clearReviewMarks() {
    guard case .review(var review) = mode, !review.marked.isEmpty else { return }
    review.marked = []
    replaceMode(.review(review))
  }

  /// Gives all chosen mentions a label.
  mutating func giveInReview(_ label: Label, _ review: ReviewQueue) {
    var edits: [ArticlePath: [Edit]] = [:]
    let rows = chosenRows(review)
    for row in rows {
      guard let mention = library[row.path]?.combined[row.id] else { continue }
      let method: Provenance.Method = mention.label == label ? .accepted : .relabelled
      edits[row.path, default: []].append(
        edit(mention, in: row.path, method) { changed in
          changed.label = label
          changed.status = .accepted
        })
    }
    lastDecision = .label(label)
    let count = edits.values.reduce(0) { $0 + $1.count }
    guard count > 0,
      commit("labelled \(count.counted("mention")) \(label)", edits.keys.sorted().map { ($0, edits[$0] ?? []) })
    else { return }
    say("\(count.counted("mention")) · \(label)   u: undo")
    clearReviewMarks()
  }

  private func openGroup(_ isOpen: Bool, _ review: inout ReviewQueue) {
    let lines = review.lines
    guard lines.indices.contains(review.cursor.row) else { return }
    switch lines[review.cursor.row] {
    case .group(let index):
      if isOpen {
        review.opened.insert(review.groups[index].key)
      } else {
        review.opened.remove(review.groups[index].key)
      }
    case .mention(let index, _):
      guard !isOpen else { return }
      review.opened.remove(review.groups[index].key)
      review.cursor.row = review.lines.firstIndex(of: .group(index)) ?? 0
    }
  }

  private mutating func markInReview(_ command: Command, _ review: inout ReviewQueue) {
    let lines = review.lines
    func key(_ line: ReviewQueue.Line) -> EntityIndex.Key {
      switch line {
      case .group(let index), .mention(let index, _): review.groups[index].key
      }
    }
    switch command {
    case .clearMarks: review.marked = []
    case .markRange:
      guard lines.indices.contains(review.cursor.row) else { return }
      let last = lines.lastIndex { review.marked.contains(key($0)) } ?? review.cursor.row
      review.marked.formUnion(lines[min(last, review.cursor.row)...max(last, review.cursor.row)].map(key))
    default:
      guard lines.indices.contains(review.cursor.row) else { return }
      review.marked.formSymmetricDifference([key(lines[review.cursor.row])])
      review.cursor.move(by: 1, count: lines.count)
    }
  }

  /// Moves an edge of the mention under the cursor, in its article, which accepts it.
  private mutating func moveEdgeInReview(_ command: Command, _ review: ReviewQueue) {
    guard let (path, mention) = reviewMention(review) else { return }
    let before = readings[path]
    readings[path] = Reading()
    modes.append(.reader(path))
    goTo(mention, in: path)
    changeEdges(command, path)
    // The change may still wait for the lock; what is selected says whether there is one.
    let moved = readings[path]
    popMode()
    readings[path] = before
    guard let moved, moved.cursor != mention.span else { return }
    hold(EntityCard.Row(path: path, id: moved.pinned ?? mention.id), inPlaceOf: mention.id, cursor: review.cursor)
  }

  /// Keeps a mention that was decided in the queue, at the place of the suggestion it was.
  private mutating func hold(_ row: EntityCard.Row, inPlaceOf id: Mention.ID, cursor: ListCursor) {
    changeReview { review, _ in
      review.held = row
      for index in review.collected.indices {
        guard !review.collected[index].rows.contains(row),
          let place = review.collected[index].rows.firstIndex(of: EntityCard.Row(path: row.path, id: id))
        else { continue }
        review.collected[index].rows.insert(row, at: place)
      }
      review.cursor = cursor
    }
  }

  /// Lets the mention whose edges were moved leave the queue, unless something was opened for it.
  private mutating func releaseHeldMention() {
    guard case .review(let review) = mode, review.held != nil else { return }
    changeReview { review, _ in review.held = nil }
  }
}
