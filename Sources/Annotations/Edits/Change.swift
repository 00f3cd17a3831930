/// What one command did, to one article or to many: the unit of undo.
public struct Change: Hashable, Sendable, Identifiable {
  /// What happened to one article.
  public struct Part: Hashable, Sendable {
    /// The article's file.
    public var article: ArticlePath
    /// The edits, in the order they were made.
    public var edits: [Edit]

    /// Makes the part of a change that concerns one article.
    public init(article: ArticlePath, edits: [Edit]) {
      self.article = article
      self.edits = edits
    }
  }

  /// Where the reader was when the command was given, to go back there on undo.
  public struct Place: Hashable, Sendable {
    /// The article that was open.
    public var article: ArticlePath
    /// What was selected, in UTF-8 offsets.
    public var selection: Span

    /// Makes a place; `selection` is in UTF-8 offsets.
    public init(article: ArticlePath, selection: Span) {
      self.article = article
      self.selection = selection
    }
  }

  /// Unique among all changes.
  public let id: String
  /// What was done, for the message that undo shows: `accepted Kharkiv (GPE)`.
  public let summary: String
  /// When.
  public let time: Timestamp
  /// The articles it concerns.
  public let parts: [Part]
  /// Where the reader was.
  public let place: Place?
  /// All articles it concerned when it was made, also those whose parts are not known here.
  public let articles: Set<ArticlePath>

  /// Makes a change. Of `articles` those of `parts` are always some.
  public init(
    id: String, summary: String, time: Timestamp, parts: [Part], place: Place? = nil, articles: [ArticlePath] = []
  ) {
    self.id = id
    self.summary = summary
    self.time = time
    self.parts = parts
    self.place = place
    self.articles = Set(articles).union(parts.map(\.article))
  }

  /// The parts that take this change back: the inverse edits, last first.
  public var inverseParts: [Part] {
    parts.map { Part(article: $0.article, edits: $0.edits.reversed().map(\.inverse)) }
  }
}
