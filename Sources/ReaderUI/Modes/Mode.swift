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
