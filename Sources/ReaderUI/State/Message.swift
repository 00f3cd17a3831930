import Annotations

/// What has happened in the world.
package enum Message: Sendable {
  /// Something came from the keyboard or the terminal.
  case input(InputEvent)
  /// The window has another size.
  case resized(Size)
  /// Articles were found. `isComplete` says that there are no more.
  case found([ArticlePath], isComplete: Bool)
  /// Articles were read.
  case loaded([LoadedArticle])
  /// An article could not be read.
  case loadFailed(ArticlePath, String)
  /// The file of an article is gone.
  case vanished(ArticlePath)
  /// Articles were analysed.
  case analysed([AnalysedArticle])
  /// What spoke for a mention, a line for each who proposed something there.
  case explained(EntityCard.Row, [String])
  /// The lock of an article that is being read was asked for; somebody may have it.
  case locked(ArticlePath, FileLock.Holder?)
  /// The locks for a change were asked for; articles whose lock somebody else has are named.
  case lockedFor(Commit, [ArticlePath: FileLock.Holder])
  /// A journal could not be written.
  case journalFailed(ArticlePath, String)
  /// A sidecar was saved with these decisions, or there was nothing to save.
  case saved(ArticlePath, NumberedLayer, AnnotationFile.Saved?)
  /// A sidecar could not be saved.
  case saveFailed(ArticlePath, String)
  /// Another program has changed the sidecar of an article.
  case changedOnDisk(ArticlePath, Sidecar)
  /// A job is done.
  case computed(Int, Job.Result)
  /// How far work beside the screen has come; nil when it is done.
  case progress(String?)
  /// Themes were read.
  case themes([Theme], problems: [ConfigurationProblem])
  /// Something is wrong in the settings.
  case problems([ConfigurationProblem])
  /// Time has passed.
  case tick
  /// Something should be said.
  case say(String, MessageLog.Weight)
  /// The program starts reading this article.
  case start(ArticlePath?)
}
