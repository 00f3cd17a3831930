import Annotations

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
