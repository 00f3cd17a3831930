import Annotations

/// What the keys are about. Modes lie on a stack; Esc takes one off.
package enum Mode: Sendable {
  /// The list of articles.
  case library
  /// An article.
  case reader(ArticlePath)
  /// An article, while an edge of the selection moves.
  case select(Selecting)
  /// The entities beside the article.
  case pane(EntityPane)
  /// One entity with its mentions.
  case card(EntityCard)
  /// Mentions that wait for a decision.
  case review(ReviewQueue)
  /// A list that typing filters.
  case picker(Picker)
  /// A line of text.
  case prompt(Prompt)
  /// The labels, to pick one by its letter, or by the row that the cursor is on.
  case labelPicker(ListCursor)
  /// A question.
  case dialog(Dialog)
  /// All occurrences, to give them a label.
  case propagate(Propagation)
  /// The keys.
  case help(HelpScreen)
  /// The next character means something.
  case character(CharacterPurpose)
  /// Every word on screen has two letters.
  case jump(JumpLabels)

  /// What one character is waited for.
  package enum CharacterPurpose: Hashable, Sendable {
    /// To go to where it occurs next.
    case find
    /// To select the unit it names.
    case select(around: Bool)
  }

  /// The part of the key map that holds.
  package var context: Context? {
    switch self {
    case .library: .library
    case .reader: .reader
    case .select: .select
    case .pane: .pane
    case .card: .card
    case .review: .review
    case .picker: .picker
    case .prompt: .prompt
    case .propagate: .propagate
    case .help: .help
    case .labelPicker, .dialog, .character, .jump: nil
    }
  }

  /// Whether it fills the screen, so that what lies below it is not seen.
  package var fillsScreen: Bool {
    switch self {
    case .library, .reader, .card, .review, .help: true
    default: false
    }
  }

  /// The word that the status line shows for it.
  package var word: String {
    switch self {
    case .library: "LIBRARY"
    case .reader: "READ"
    case .select: "SELECT"
    case .pane: "ENTITIES"
    case .card: "ENTITY"
    case .review: "REVIEW"
    case .picker: "PICK"
    case .prompt: "TYPE"
    case .labelPicker: "LABEL"
    case .dialog: "CHOOSE"
    case .propagate: "APPLY"
    case .help: "HELP"
    case .character, .jump: "KEY?"
    }
  }
}

/// A selection of which one edge moves.
package struct Selecting: Hashable, Sendable {
  /// The word that stays selected.
  package var anchor: Span
  /// The word that motions move.
  package var head: Span
}

/// The entities beside the article, while they have the keys.
package struct EntityPane: Hashable, Sendable {
  /// The entity that the keys act on.
  package var key: EntityIndex.Key?
  /// The marked entities.
  package var marked: Set<EntityIndex.Key> = []
}

/// One entity with all its mentions, here and in other articles.
package struct EntityCard: Hashable, Sendable {
  /// A mention somewhere.
  package struct Row: Hashable, Sendable {
    /// The article.
    package var path: ArticlePath
    /// The mention.
    package var id: Mention.ID
  }

  /// What spoke for a mention.
  package struct Explanation: Hashable, Sendable {
    /// The mention.
    package var row: Row
    /// A line for each who proposed something there; nil while they are being asked.
    package var lines: [String]?
  }

  /// The article from which the card was opened.
  package var path: ArticlePath
  /// The entity.
  package var key: EntityIndex.Key
  /// Its mentions, those of ``path`` first.
  package var rows: [Row]
  /// The mention that the keys act on.
  package var cursor = ListCursor()
  /// The marked mentions.
  package var marked: Set<Row> = []
  /// What spoke for the mention that the keys act on.
  package var explanation: Explanation?

  /// The mention that the keys act on.
  package var currentRow: Row? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }
}

/// Mentions that wait for a decision, in all articles; the same words with the same label are one group.
package struct ReviewQueue: Sendable {
  /// Mentions with the same words and label.
  package struct Group: Hashable, Sendable {
    /// The words.
    package var text: String
    /// The label.
    package var label: Label
    /// The lowest confidence among them.
    package var confidence: Double
    /// The mentions, article by article.
    package var rows: [EntityCard.Row]
  }

  /// A row of the list: a group, or a mention of an opened group.
  package enum Line: Hashable, Sendable {
    /// The group numbered so.
    case group(Int)
    /// A mention of it.
    case mention(Int, EntityCard.Row)
  }

  /// The groups, least certain first.
  package var groups: [Group] = []
  /// The groups that show their mentions, by words and label.
  package var opened: Set<EntityIndex.Key> = []
  /// Marked groups, by words and label.
  package var marked: Set<EntityIndex.Key> = []
  /// The row that the keys act on.
  package var cursor = ListCursor()
  /// Only groups that contain this.
  package var filter = ""
  /// Whether the queue is still being collected for the first time.
  package var isCollecting = true
  /// Whether no key has been pressed here yet: then rows may still come and go.
  package var isUntouched = true
  /// Whether articles have been analysed since the queue was collected.
  package var isStale = false

  /// The rows of the list.
  package var lines: [Line] {
    var lines: [Line] = []
    for (index, group) in groups.enumerated() where filter.isEmpty || ArticleCondition.matches(filter, in: group.text) {
      lines.append(.group(index))
      if opened.contains(group.key) { lines += group.rows.map { .mention(index, $0) } }
    }
    return lines
  }
}

extension ReviewQueue.Group {
  /// What tells it from other groups.
  package var key: EntityIndex.Key { .named(label, text) }
}

/// A line of text that is being typed for some end.
package struct Prompt: Hashable, Sendable {
  /// What is done with it.
  package enum Purpose: Hashable, Sendable {
    /// A line of the command line.
    case command
    /// The note on a mention.
    case mentionNote(ArticlePath, Mention.ID)
    /// The note on an entity.
    case entityNote(ArticlePath, EntityIndex.Key)
    /// The note on an article.
    case articleNote(ArticlePath)
    /// The name of an entity.
    case rename(ArticlePath, EntityIndex.Key)
    /// Its identifier in a knowledge base.
    case knowledgeBase(ArticlePath, EntityIndex.Key)
    /// What the list of articles is narrowed to.
    case libraryFilter(before: String)
    /// What the review queue is narrowed to.
    case reviewFilter(before: String)
    /// A file or folder to open.
    case path
  }

  /// What is done with it.
  package var purpose: Purpose
  /// What stands before the text.
  package var title: String
  /// The text.
  package var field: TextField
  /// How far back in the history of commands it is; 0 is what is being typed.
  package var historyIndex = 0
}

/// A question with answers on letters.
package struct Dialog: Hashable, Sendable {
  /// One answer.
  package struct Choice: Hashable, Sendable {
    /// The key that gives it.
    package var key: Character
    /// What it does, in words.
    package var title: String
    /// What it does.
    package var action: Action
  }

  /// What an answer does.
  package enum Action: Hashable, Sendable {
    /// Nothing: the dialog closes.
    case close
    /// Go to the first undecided mention.
    case goToUndecided
    /// Mark the article done, after deciding on what is open as given.
    case done(Status?)
    /// Leave the program although something is not on disk.
    case quit
    /// Bring both sides of a conflict together.
    case merge(ArticlePath)
    /// Take their side; ours can be brought back with undo.
    case takeTheirs(ArticlePath)
    /// Keep our side; theirs can be brought back with redo.
    case keepOurs(ArticlePath)
    /// Show what the sides differ in.
    case showDifferences(ArticlePath)
    /// Order the list of articles.
    case sort(Library.Order)
    /// Narrow the list of articles.
    case show(String)
    /// Try to save again.
    case retrySaving
  }

  /// What it is about.
  package var title: String
  /// What there is to say.
  package var lines: [String]
  /// The answers.
  package var choices: [Choice]
  /// The answer that the cursor is on; none at first, when Enter does the safe thing.
  package var row: Int?
  /// The word for what Enter does at first.
  package var enterTitle: String
  /// What Enter does at first.
  package var enterAction: Action
  /// The word for what Esc does; it always only closes the dialog.
  package var escapeTitle = "cancel"
  /// Whether it is about something that went wrong.
  package var isAlert = false
}

/// The help screen.
package struct HelpScreen: Hashable, Sendable {
  /// The context it explains.
  package var context: Context
  /// What it is narrowed to.
  package var field = TextField()
  /// The first row in view.
  package var top = 0
}

/// Two letters for every word on screen.
package struct JumpLabels: Hashable, Sendable {
  /// The words with their letters, in the order of the text.
  package var targets: [(word: Span, letters: String)] { zip(words, letters).map { ($0, $1) } }
  /// The words.
  package var words: [Span]
  /// Their letters.
  package var letters: [String]
  /// What has been typed of the letters.
  package var typed = ""
}
