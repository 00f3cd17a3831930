/// Where a key has been pressed: which part of the key map holds.
package enum Context: String, Hashable, Sendable, CaseIterable {
  /// What holds nearly everywhere.
  case everywhere
  /// The article.
  case reader
  /// The article, while an edge of the selection moves.
  case select
  /// Whatever is a list of rows.
  case list
  /// The list of articles, while there are none.
  case welcome
  /// The list of articles.
  case library
  /// The entities beside the article.
  case pane
  /// One entity with all its mentions.
  case card
  /// Mentions that wait for a decision.
  case review
  /// The dialog that applies a label to all occurrences.
  case propagate
  /// A list that typing filters.
  case picker
  /// A line of text.
  case prompt
  /// The list of keys.
  case help

  /// The context whose keys hold too where this one says nothing.
  package var parent: Context? {
    switch self {
    case .everywhere, .propagate, .picker, .prompt: nil
    case .select: .reader
    case .library, .pane, .card, .review: .list
    case .reader, .list, .welcome: .everywhere
    case .help: nil
    }
  }

  /// This context and those above it, nearest first.
  package var chain: [Context] {
    var chain = [self]
    while let next = chain[chain.count - 1].parent { chain.append(next) }
    return chain
  }

  /// The heading in help and key tables.
  package var heading: String {
    switch self {
    case .everywhere: "Everywhere"
    case .reader: "Reader"
    case .select: "Selecting"
    case .list: "All lists"
    case .welcome: "First screen"
    case .library: "Library"
    case .pane: "Entity pane"
    case .card: "Entity card"
    case .review: "Review queue"
    case .propagate: "Apply to all"
    case .picker: "Pickers"
    case .prompt: "Text fields"
    case .help: "Help"
    }
  }

  /// Whether keys type text here, so that they keep the characters of their layout.
  package var takesText: Bool { self == .picker || self == .prompt || self == .help }
}
