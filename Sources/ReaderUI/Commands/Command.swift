/// Everything that a person can make the program do. The raw values are the names in the command line and in key files.
package enum Command: String, Hashable, Sendable, CaseIterable {
  // Help and finding things
  case help
  case commandLine = "command-line"
  case palette
  case pickArticle = "pick-article"
  case recentArticles = "recent-articles"
  case pickMention = "pick-mention"
  case pickMentionAll = "pick-mention-all"
  case pickEntity = "pick-entity"
  case search
  case searchAll = "search-all"
  case searchNext = "search-next"
  case searchPrevious = "search-previous"
  case searchSelection = "search-selection"
  case reviewQueue = "review"
  case actions
  case labels
  case themes
  case notes
  case messages
  case lastPicker = "last-picker"

  // The program
  case back
  case quit
  case undo
  case redo
  case save = "write"
  case redraw
  case suspend
  case cancel
  case nextPane = "next-pane"
  case paneLeft = "pane-left"
  case paneRight = "pane-right"
  case onlyPane = "only-pane"
  case widerPane = "wider-pane"
  case narrowerPane = "narrower-pane"

  // Moving in the text
  case previousWord = "previous-word"
  case nextWord = "next-word"
  case wordEnd = "word-end"
  case lineDown = "line-down"
  case lineUp = "line-up"
  case findCharacter = "find-character"
  case nextSentence = "next-sentence"
  case previousSentence = "previous-sentence"
  case nextParagraph = "next-paragraph"
  case previousParagraph = "previous-paragraph"
  case top
  case bottom
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case jumpWord = "jump-word"
  case lastArticle = "last-article"
  case lastChange = "last-change"
  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"
  case nextMention = "next-mention"
  case previousMention = "previous-mention"
  case nextUndecided = "next-undecided"
  case previousUndecided = "previous-undecided"
  case nextOfEntity = "next-of-entity"
  case previousOfEntity = "previous-of-entity"
  case nextNote = "next-note"
  case previousNote = "previous-note"
  case repeatMotion = "repeat-motion"
  case firstOfEntity = "first-of-entity"
  case allOfEntity = "all-of-entity"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"

  // Deciding
  case menu
  case accept
  case reject
  case unsure
  case remove
  case repeatDecision = "repeat"
  case labelByDigit = "label-by-digit"
  case pickLabel = "pick-label"
  case propagate
  case done
  case acceptAll = "accept-all"
  case rejectAll = "reject-all"
  case setLabel = "label"

  // Edges and selection
  case leftEdgeOut = "left-edge-out"
  case leftEdgeIn = "left-edge-in"
  case rightEdgeIn = "right-edge-in"
  case rightEdgeOut = "right-edge-out"
  case leftCharacterOut = "left-character-out"
  case leftCharacterIn = "left-character-in"
  case rightCharacterIn = "right-character-in"
  case rightCharacterOut = "right-character-out"
  case expand
  case shrink
  case trim
  case select
  case selectSentence = "select-sentence"
  case otherEdge = "other-edge"
  case dropSelection = "drop-selection"
  case selectInside = "select-inside"
  case selectAround = "select-around"

  // Entities and notes
  case merge
  case split
  case rename
  case card
  case linkKnowledgeBase = "link-kb"
  case note
  case copy
  case copySentence = "copy-sentence"
  case openSource = "open-source"

  // Views
  case pane
  case togglePane = "toggle-pane"
  case cycleFilter = "cycle-filter"
  case centreLine = "centre-line"
  case lineToTop = "line-to-top"
  case lineToBottom = "line-to-bottom"
  case cycleMarkers = "cycle-markers"
  case toggleLanes = "toggle-lanes"
  case toggleRejected = "toggle-rejected"
  case cycleWidth = "cycle-width"
  case toggleGranularity = "toggle-granularity"

  // Lists
  case rowDown = "row-down"
  case rowUp = "row-up"
  case firstRow = "first-row"
  case lastRow = "last-row"
  case mark
  case markRange = "mark-range"
  case clearMarks = "clear-marks"
  case sort
  case showOnly = "show-only"
  case open
  case close
  case about
  case rescan
  case nextUndecidedArticle = "next-undecided-article"

  // The dialog that applies a label to all occurrences
  case tick
  case apply
  case tickAll = "tick-all"
  case untickAll = "untick-all"
  case cycleScope = "cycle-scope"
  case toggleWholeWords = "toggle-whole-words"
  case toggleCase = "toggle-case"
  case toggleInflected = "toggle-inflected"
  case toggleDecided = "toggle-decided"

  // The first screen
  case openPath = "open-path"
  case demo

  // Text fields and pickers
  case choose
  case complete
  case historyBack = "history-back"
  case historyForward = "history-forward"
  case togglePreview = "toggle-preview"
  case clearText = "clear-text"
  case deleteWord = "delete-word"

  // Only by name
  case theme
  case set
  case filter
  case writeQuit = "write-quit"

  /// Short names, as in other programs.
  static let abbreviations: [String: Command] = [
    "w": .save, "q": .back, "wq": .writeQuit, "h": .help, "e": .pickArticle,
  ]

  /// What stands behind the name in the command line, for the commands that need something there.
  package var argument: Argument? {
    switch self {
    case .setLabel: .label
    case .theme: .theme
    case .set: .setting
    case .filter, .acceptAll, .rejectAll: .condition
    default: nil
    }
  }

  /// The kinds of argument a command takes.
  package enum Argument: String, Hashable, Sendable {
    /// The name of a label.
    case label = "LABEL"
    /// The name of a theme.
    case theme = "THEME"
    /// A setting and its value.
    case setting = "NAME VALUE"
    /// Conditions such as `score>=0.95 label=DATE`.
    case condition = "CONDITION"
  }
}
