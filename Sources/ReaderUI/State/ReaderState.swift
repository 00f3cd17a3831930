import Annotations

/// Everything that the reader knows; the screen is drawn from it and from nothing else.
///
/// It changes only by ``update(_:at:)``, which says what is to be done in the world. The same messages give the same
/// state, so that a whole session can be tested without a terminal.
package struct ReaderState: Sendable {
  /// Size of the window.
  package var size = Size(rows: 24, columns: 80)
  /// What the person has set.
  package var settings: Settings
  /// The labels.
  package var labels: LabelSet
  /// The keys.
  package var keymap: Keymap
  /// The themes that can be chosen.
  package var themes: [Theme]
  /// How many colours the terminal has.
  package var depth: ColorDepth
  /// Whether the terminal's background is dark, as far as is known.
  package var terminalIsDark = true
  /// The theme as it is drawn.
  package internal(set) var styles: StyleSheet
  /// Who decides.
  package let annotator: Annotator
  /// The name in the names of sidecars, when one was asked for.
  let annotatorName: String?
  /// Whether nothing may be written.
  package let isReadOnly: Bool
  /// The articles.
  package internal(set) var library = Library()
  /// What the keys are about, the topmost last. Never empty.
  package internal(set) var modes: [Mode] = [.library]
  /// Keys that have begun a sequence.
  package internal(set) var pendingKeys: [Key] = []
  /// When the first of them was pressed.
  var pendingSince = Timestamp(milliseconds: 0)
  /// A count that has been typed, where digits are counts.
  package internal(set) var count: Int?
  /// Where the person is in each article.
  package internal(set) var readings: [ArticlePath: Reading] = [:]
  /// The article rows of the library.
  package internal(set) var libraryCursor = ListCursor()
  /// What has been said.
  package internal(set) var log = MessageLog()
  /// What can be undone.
  package internal(set) var history = History()
  /// Whether pickers and the list of articles show what they are about to choose.
  package internal(set) var showsPreview = true
  /// Whether motions and edges go by characters.
  package internal(set) var movesByCharacter = false
  /// Which mentions Tab visits.
  package internal(set) var mentionFilter = MentionFilter.all
  /// A condition that mentions must fulfil for Tab to visit them.
  package internal(set) var mentionCondition: MentionCondition?
  /// What was searched for last.
  package internal(set) var searchText = ""
  /// What is being worked on beside the screen.
  package internal(set) var progress: String?
  /// The picker that was used last.
  var lastPicker: Picker?
  /// Articles in the order they were visited, the latest last.
  package internal(set) var visited: [ArticlePath] = []
  /// Places jumped from, and how far back we are.
  var jumps = JumpList()
  /// The last label or decision, to be repeated.
  var lastDecision: Decision?
  /// The last `]` or `[` motion, to be repeated.
  var lastMotion: Command?
  /// Where the last change was.
  var lastChange: Change.Place?
  /// Lines typed in the command line, the latest last.
  package internal(set) var commandHistory: [String] = []
  /// The number of the last job.
  var jobNumber = 0
  /// The number of the job that collects the review queue, while it runs.
  var reviewJob: Int?
  /// What the journals of the articles tell of earlier runs.
  var journals: [ArticlePath: [JournalEntry]] = [:]
  /// What this run has done.
  var session: [JournalEntry] = []
  /// The articles that this run has changed, by undoing too.
  var changed: Set<ArticlePath> = []
  /// Changes that can no longer be taken back, because what they changed is different now.
  var forgotten: Set<Change.ID> = []
  /// Whether ``history`` lacks journals that were read meanwhile.
  var historyIsStale = false
  /// Makes identifiers.
  var identifiers: IdentifierSource
  /// The time of the message being worked on.
  var now = Timestamp(milliseconds: 0)
  /// What is to be done in the world.
  var effects: [Effect] = []
  /// The stretch of each large article that analysis was asked for last.
  var asked: [ArticlePath: Int] = [:]
  /// The article that the cursor was on when the program was left.
  var returning: ArticlePath?
  /// The article whose annotations another program has changed, until the person can be asked about it.
  var conflict: ArticlePath?
  /// What the pane lists, as it was put together last.
  var listed: EntityList?
  /// The article to open as soon as it is read.
  var opening: ArticlePath?

  /// Makes the state of a program that has just been started.
  ///
  /// - Parameters:
  ///   - settings: What the person has set.
  ///   - labels: The labels.
  ///   - keymap: The keys.
  ///   - themes: The themes that can be chosen; `terminal` and `mono` must be among them.
  ///   - depth: How many colours the terminal has.
  ///   - annotator: Who decides.
  ///   - annotatorName: The name in the names of sidecars, when one was asked for.
  ///   - isReadOnly: Whether nothing may be written.
  ///   - seed: Where identifiers begin.
  package init(
    settings: Settings = Settings(), labels: LabelSet = .standard, keymap: Keymap = .standard, themes: [Theme],
    depth: ColorDepth, annotator: Annotator, annotatorName: String? = nil, isReadOnly: Bool = false, seed: UInt64
  ) {
    self.settings = settings
    self.labels = labels
    self.keymap = keymap
    self.themes = themes
    self.depth = depth
    self.annotator = annotator
    self.annotatorName = annotatorName
    self.isReadOnly = isReadOnly
    identifiers = IdentifierSource(seed: seed)
    styles = StyleSheet(Theme(name: "none"), depth: .mono) { _ in nil }
    applyTheme()
  }

  /// Makes the state's library out of the places it was opened with.
  package mutating func setRoots(_ roots: [String], title: String, isSingleFile: Bool) {
    library.roots = roots
    library.title = title
    library.isSingleFile = isSingleFile
  }

  // MARK: - What is where

  /// The mode that has the keys.
  package var mode: Mode { modes[modes.count - 1] }

  /// The part of the key map that holds.
  package var context: Context? {
    if case .library = mode, library.isScanned, library.paths.isEmpty { return .welcome }
    return mode.context
  }

  /// The topmost mode that fills the screen.
  package var screen: Mode { modes.last(where: \.fillsScreen) ?? .library }

  /// The article that is open under whatever lies on top, if any.
  package var openPath: ArticlePath? {
    for mode in modes.reversed() { if case .reader(let path) = mode { return path } }
    return nil
  }

  /// Its record.
  package var openRecord: ArticleRecord? { openPath.flatMap { library[$0] } }

  /// The article that is being read, when nothing that fills the screen lies upon it.
  package var shownPath: ArticlePath? {
    if case .reader(let path) = screen { return path }
    return nil
  }

  /// Whether the list is in view as at the start, perhaps under a word about something that went wrong.
  package var isAtFirstList: Bool { modes.count == 1 || (modes.count == 2 && alert != nil) }

  /// What lies on top, if it only tells that something went wrong.
  var alert: Mode? {
    if case .dialog(let dialog) = mode, dialog.isAlert, dialog.choices.isEmpty { return mode }
    return nil
  }

  /// Articles with decisions that are not on disk at all.
  package var unsavedPaths: [ArticlePath] {
    library.paths.filter { path in
      if case .failed(_, isJournalled: false)? = library[path]?.saving { return true }
      return false
    }
  }

  // MARK: - Working

  /// Says that something is to be done.
  mutating func emit(_ effect: Effect) { effects.append(effect) }

  /// Says something to the person.
  mutating func say(_ text: String, _ weight: MessageLog.Weight = .info) { log.say(text, weight, at: now) }

  /// Computes something beside the screen.
  ///
  /// - Returns: The number of the job.
  @discardableResult
  mutating func start(_ task: Job.Task) -> Int {
    jobNumber += 1
    if case .review = task { reviewJob = jobNumber }
    emit(.compute(Job(number: jobNumber, task: task, library: library)))
    return jobNumber
  }

  /// Changes the mode that has the keys, if it is the expected one.
  mutating func replaceMode(_ mode: Mode) { modes[modes.count - 1] = mode }

  /// Takes the topmost mode off; the last one stays.
  mutating func popMode() { if modes.count > 1 { modes.removeLast() } }
}
