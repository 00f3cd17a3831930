import Annotations

/// What the program is to do in the world; the state only says so.
package enum Effect: Sendable {
  /// End, with everything put away.
  case quit
  /// Stop until the shell continues the program.
  case suspend
  /// Draw everything anew.
  case redraw
  /// Look for articles where the library came from.
  case scan
  /// Read articles and their annotations, the first first.
  case load([ArticlePath])
  /// Read one article now, because somebody waits for it.
  case open(ArticlePath)
  /// Suggest mentions for the part of an article around a place.
  case analyse(ArticlePath, Document, around: Int)
  /// Say what spoke for a mention, which stands there in the text.
  case explain(EntityCard.Row, Document, Span)
  /// Take the lock of an article that is being read.
  case lock(ArticlePath)
  /// Take the locks of articles, then come back with what is to be done to them.
  case lockThen(Commit)
  /// Write an entry into the journals of articles, then save their sidecars.
  case record(JournalEntry, [ArticlePath: NumberedLayer])
  /// Save sidecars whether or not they have changed.
  case save([ArticlePath: NumberedLayer])
  /// Take note that another program's version of a sidecar has been seen.
  case acknowledge(ArticlePath, Sidecar)
  /// Compute something beside the screen.
  case compute(Job)
  /// Stop what is being computed.
  case cancel
  /// Copy text to the clipboard.
  case copy(String)
  /// Open an address in a browser.
  case openURL(String)
  /// Add articles from a path that was typed.
  case openPath(String)
  /// Write the practice articles and open them.
  case demo
  /// Keep a setting in the person's configuration.
  case keepSetting(String, String)
  /// Switch mouse reports on or off.
  case mouse(Bool)
}

/// A change that is about to happen, to be taken back or to be done again.
package struct Commit: Hashable, Sendable {
  /// Which of the three.
  package enum Kind: Hashable, Sendable {
    case done
    case undone
    case redone
  }

  /// The change, with the edits as they were made.
  package var change: Change
  /// What is to happen.
  package var kind: Kind

  /// The edits to carry out.
  package var parts: [Change.Part] { kind == .undone ? change.inverseParts : change.parts }

  /// What the journals are to say.
  package var event: History.Event {
    switch kind {
    case .done: .did(change)
    case .undone: .undid(change.id)
    case .redone: .redid(change.id)
    }
  }
}

/// Something that takes too long to be done while a key waits. Carried out on a copy of the library.
package struct Job: Sendable {
  /// What is to be computed.
  package enum Task: Sendable {
    /// The review queue.
    case review
    /// The lines in which a text occurs, in one article or in all.
    case search(String, in: ArticlePath?)
    /// The mentions of all articles.
    case mentions
    /// The entities of all articles.
    case entities
    /// The notes of all articles.
    case notes
    /// All occurrences of a mention's words.
    case occurrences(Propagation)
  }

  /// What came of it.
  package enum Result: Sendable {
    /// The groups, least certain first.
    case review([ReviewQueue.Group])
    /// Rows for a picker, with a word about what was left out.
    case rows([Picker.Row], String)
    /// The occurrences.
    case occurrences([Propagation.Row])
  }

  /// Which job it is; the answer to an earlier one is of no use any more.
  package var number: Int
  /// What is to be computed.
  package var task: Task
  /// The articles as they are now.
  package var library: Library
}

/// Decisions on their way to the disk.
package struct NumberedLayer: Sendable {
  /// The decisions.
  package var layer: Layer
  /// How many times this article's decisions had been sent to the disk. What is there then is only up to date if
  /// nothing has been sent since, even if it looks the same: undo and redo come back to where they were.
  package var number: Int
}
