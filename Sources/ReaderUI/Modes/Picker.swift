import Annotations

/// A list that typing filters, to choose one row from.
package struct Picker: Sendable {
  /// What the rows are.
  package enum Kind: Hashable, Sendable {
    case commands
    case articles
    case recentArticles
    case mentions
    case mentionsEverywhere
    case entities
    case searchHere
    case searchEverywhere
    case actions
    case merge(ArticlePath, EntityIndex.Key)
    case labels
    case themes
    case notes
    case messages
    case differences
  }

  /// What choosing a row does.
  package enum Action: Hashable, Sendable {
    case nothing
    case message(String)
    case command(Command)
    case article(ArticlePath)
    case place(ArticlePath, Span)
    case mention(ArticlePath, Mention.ID)
    case entity(ArticlePath, EntityIndex.Key)
    case merge(into: EntityIndex.Key, named: String)
    case theme(String)
    case label(Label)
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// What stands in it.
    package var text: String
    /// What stands at its right end.
    package var detail: String
    /// A part of ``text`` to set off, in characters.
    package var emphasis: Range<Int>?
    /// What choosing it does.
    package var action: Action
    /// Why it cannot be chosen.
    package var reasonOff: String?
    /// Further words that find it.
    package var keywords = ""

    /// Makes a row.
    package init(_ text: String, detail: String = "", action: Action, keywords: String = "", reasonOff: String? = nil) {
      self.text = text
      self.detail = detail
      self.action = action
      self.keywords = keywords
      self.reasonOff = reasonOff
    }
  }

  /// What the rows are.
  package var kind: Kind
  /// What it is called.
  package var title: String
  /// What has been typed.
  package var field = TextField()
  /// All rows.
  package var rows: [Row] { didSet { narrow() } }
  /// The rows that match, by number, best first.
  package private(set) var matches: [Int] = []
  /// The chosen row among those that match.
  package var cursor = ListCursor()
  /// The number of the job that collects the rows, while they are still coming.
  package var job: Int?
  /// What has been found and cannot be listed.
  package var footnote = ""
  /// The first row that was in view, to come back to when nothing is chosen.
  var returnsTo: Int?

  /// Makes a picker.
  package init(_ kind: Kind, title: String, rows: [Row] = []) {
    self.kind = kind
    self.title = title
    self.rows = rows
    narrow()
  }

  /// Whether rows are still coming.
  package var isCollecting: Bool { job != nil }

  /// Whether what is typed is searched for in texts and not in the rows.
  package var searchesText: Bool { kind == .searchHere || kind == .searchEverywhere }

  /// The chosen row.
  package var chosen: Row? {
    matches.indices.contains(cursor.row) ? rows[matches[cursor.row]] : nil
  }

  /// Finds the rows that match what has been typed.
  package mutating func narrow() {
    cursor = ListCursor()
    if searchesText || field.text.isEmpty {
      matches = Array(rows.indices)
      return
    }
    let pattern = FuzzyPattern(field.text)
    let scored = rows.indices.compactMap { index -> (index: Int, score: Int)? in
      let row = rows[index]
      let score = pattern.score(row.text) ?? pattern.score(row.keywords).map { $0 - 50 }
      return score.map { (index, $0) }
    }
    matches = scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.index)
  }
}
