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
  /// Read the annotations of an article anew: another program may have written some.
  case reread(ArticlePath)
  /// Let go of an article whose file is gone.
  case forget(ArticlePath)
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
