import Annotations

/// All that is known of one article.
package struct ArticleRecord: Sendable {
  /// How far its file has been read.
  package enum Stage: Hashable, Sendable {
    /// Its name is known.
    case listed
    /// Its text and annotations are here.
    case loaded
    /// It could not be read, and why.
    case failed(String)
  }

  /// Who may write its annotations.
  package enum Access: Hashable, Sendable {
    /// Nobody has asked yet.
    case unknown
    /// We may.
    case ours
    /// Somebody else has it open.
    case held(FileLock.Holder)
  }

  /// Where its decisions are.
  package enum Saving: Hashable, Sendable {
    /// On disk, in the sidecar.
    case saved
    /// On disk, in the journal; the sidecar is being written.
    case pending
    /// Not where they should be, and why. `isJournalled` tells whether the journal has them.
    case failed(String, isJournalled: Bool)

    /// Whether every decision would be there after a crash.
    package var isJournalled: Bool {
      if case .failed(_, isJournalled: false) = self { return false }
      return true
    }
  }

  /// The file.
  package let path: ArticlePath
  /// How far its file has been read.
  package var stage = Stage.listed
  /// The text.
  package private(set) var document: Document?
  /// The headline, or the beginning of the text, or the file's name.
  package private(set) var title: String
  /// The decisions.
  package private(set) var layer: Layer
  /// What is suggested; nil until it has been analysed.
  package private(set) var analysis: Analysis?
  /// The parts of the text that have been analysed, in UTF-8 offsets, in order and apart from each other.
  package private(set) var analysed: [Span] = []
  /// Decisions and open suggestions.
  package private(set) var combined: CombinedLayer
  /// The entities, once somebody has asked for them.
  package private(set) var entities: EntityIndex?
  /// Mentions whose words are no longer in the text.
  package var unplaced: [Sidecar.Unplaced] = []
  /// Who may write.
  package var access = Access.unknown
  /// Where the decisions are.
  package var saving = Saving.saved
  /// Whether the sidecar is in the data directory, because the folder cannot be written to.
  package var isMirrored = false
  /// Another program has changed the sidecar, and nobody has said yet what to do.
  package var theirs: Sidecar?
  /// The version of another program that was dealt with last, until our own is on the disk again.
  package var acknowledged: Digest?
  /// The decisions as the sidecar last had them: what both sides of a conflict began with.
  package var savedLayer: Layer
  /// Counts how often the decisions were sent to the disk.
  package private(set) var savesAsked = 0
  /// Counts changes of text, decisions and suggestions.
  package private(set) var revision = 0
  /// How many mentions wait for a decision.
  package private(set) var undecidedCount = 0
  /// How many mentions stand or wait.
  package private(set) var mentionCount = 0
  /// How many mentions a person or a low confidence calls unsure.
  package private(set) var unsureCount = 0
  /// The names that entities are known by here, to count articles by.
  package private(set) var entityNames: Set<EntityIndex.Key> = []

  /// Makes the record of an article of which only the name is known.
  package init(_ path: ArticlePath, annotator: Annotator) {
    self.path = path
    title = path.fileName
    layer = Layer(annotator: annotator)
    savedLayer = layer
    combined = CombinedLayer(decisions: layer, suggestions: [])
  }

  /// Takes over the text and the decisions. What was suggested for another text is forgotten.
  package mutating func load(_ document: Document, layer: Layer) {
    let isSame = self.document.map { $0.bytes == document.bytes } ?? true
    self.document = document
    self.layer = layer
    title = Self.title(of: document, path)
    stage = .loaded
    if !isSame {
      analysis = nil
      analysed = []
    }
    refresh()
  }

  /// Takes over what is suggested. Analyses of different parts of a text add up.
  package mutating func take(_ new: Analysis) {
    if let known = analysis, known.model == new.model, !new.coverage.contains(known.coverage) {
      let kept = known.suggestions.filter { !$0.span.overlaps(new.coverage) }
      let sentences = known.sentences.filter { !$0.overlaps(new.coverage) }
      analysis = Analysis(
        model: new.model,
        coverage: Span(min(known.coverage.start, new.coverage.start), max(known.coverage.end, new.coverage.end)),
        sentences: (sentences + new.sentences).sorted(), suggestions: kept + new.suggestions)
      addAnalysed(new.coverage)
    } else {
      analysis = new
      analysed = [new.coverage]
    }
    refresh()
  }

  private mutating func addAnalysed(_ span: Span) {
    var whole = span
    analysed.removeAll { other in
      guard other.start <= whole.end, whole.start <= other.end else { return false }
      whole = Span(min(whole.start, other.start), max(whole.end, other.end))
      return true
    }
    analysed.append(whole)
    analysed.sort()
  }

  /// Carries out `edits`, all or none.
  ///
  /// - Throws: ``EditConflict``, also for a mention that has no place in the text as it is now.
  package mutating func apply(_ edits: [Edit]) throws(EditConflict) {
    for edit in edits {
      guard case .mention(_, _, let to?) = edit, let document else { continue }
      let isInside =
        !to.span.isEmpty && document.isCodePointBoundary(to.span.start) && document.isCodePointBoundary(to.span.end)
      guard isInside else { throw EditConflict(edit: edit) }
    }
    try layer.apply(edits)
    refresh()
  }

  /// Replaces the decisions as a whole.
  package mutating func replaceLayer(_ new: Layer) {
    layer = new
    refresh()
  }

  /// The decisions, to be sent to the disk.
  package mutating func layerToSave() -> NumberedLayer {
    // What the journal lacks is only safe again when the sidecar has been written.
    if saving.isJournalled { saving = .pending }
    savesAsked += 1
    return NumberedLayer(layer: layer, number: savesAsked)
  }

  /// Whether its text or its suggestions are still to come.
  package var isUnfinished: Bool {
    switch stage {
    case .listed: true
    case .loaded: analysis == nil
    case .failed: false
    }
  }

  /// Finds the entities, which costs time, for articles that are shown.
  package mutating func findEntities() {
    guard entities == nil, let document else { return }
    entities = EntityIndex(combined.mentions, entities: layer.entities, in: document)
  }

  private mutating func refresh() {
    revision += 1
    combined = CombinedLayer(decisions: layer, suggestions: analysis?.suggestions ?? [])
    undecidedCount = 0
    unsureCount = 0
    mentionCount = 0
    for mention in combined.mentions where mention.status != .rejected {
      mentionCount += 1
      if mention.status.isUndecided { undecidedCount += 1 }
      if mention.status == .unsure { unsureCount += 1 }
    }
    let hadEntities = entities != nil
    entities = nil
    if hadEntities { findEntities() }
    if let entities {
      entityNames = entities.names
    } else if let document {
      entityNames = Set(
        combined.mentions.lazy.filter { $0.status != .rejected }.map {
          .named($0.label, EntityName(document.text(in: $0.span)).normalised)
        })
    }
  }

  // MARK: - What to show

  /// What a list shows before the article: something failed, done, has unsure, has undecided, nothing to decide.
  package var sign: String {
    if case .failed = stage { return "!" }
    if case .failed = saving { return "!" }
    if layer.marks.isDone { return "✓" }
    if unsureCount > 0 { return "?" }
    return undecidedCount > 0 ? "•" : " "
  }

  private static func title(of document: Document, _ path: ArticlePath) -> String {
    if let title = document.metadata.title { return title }
    let body = document.metadata.body
    let opening = document.text(in: Span(body.start, min(body.end, body.start + 400)))
    let line = opening.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? path.fileName : words
  }

  /// The text of a mention.
  package func text(of span: Span) -> String {
    guard let document, span.end <= document.bytes.count else { return "" }
    return document.text(in: span)
  }
}
