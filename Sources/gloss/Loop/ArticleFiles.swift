import Annotations
import ReaderUI
import Synchronization

/// The files of the articles that have been opened, by path. Shared by the threads that read and write.
///
/// What a thread has read is not the article until the screen takes it in: between the two, decisions may have been
/// written that were not read. So each reading has a number and waits here until ``adopt(_:)``.
final class ArticleFiles: Sendable {
  /// What became of a reading.
  enum Adoption: Sendable {
    /// It is the article from now on.
    case current
    /// A later reading is the article already, or this one says nothing new.
    case superseded
    /// Decisions were written after it was begun: the article has to be read again.
    case stale
  }

  private struct Reading {
    var file: AnnotationFile
    var document: Document
    var number: Int
    /// How many writes had been asked for when it was begun.
    var writes: Int
  }

  private struct Contents {
    var articles: [ArticlePath: Reading] = [:]
    /// Readings that have not been taken in.
    var waiting: [Int: Reading] = [:]
    var lastNumber = 0
    /// How many writes have been asked for.
    var writes: [ArticlePath: Int] = [:]
    /// The last state of an article that was to be saved, and the last that was.
    var asked: [ArticlePath: Int] = [:]
    var saved: [ArticlePath: Int] = [:]
  }

  /// The store that everything is opened with.
  let store: AnnotationStore
  private let contents = Mutex(Contents())

  init(_ store: AnnotationStore) { self.store = store }

  /// The file of an article that has been opened.
  subscript(path: ArticlePath) -> AnnotationFile? { contents.withLock { $0.articles[path]?.file } }

  /// The text of an article that has been opened, as its annotations refer to it.
  func document(_ path: ArticlePath) -> Document? { contents.withLock { $0.articles[path]?.document } }

  /// Reads an article with its annotations.
  ///
  /// - Parameter contents: What is in it, for an article that no file holds yet.
  /// - Returns: What was read, to be adopted or discarded.
  /// - Throws: `SystemError`.
  func load(_ path: ArticlePath, contents bytes: [UInt8]? = nil) throws(SystemError) -> LoadedArticle {
    let (number, writes) = contents.withLock { contents in
      contents.lastNumber += 1
      return (contents.lastNumber, contents.writes[path] ?? 0)
    }
    let opened = if let bytes { store.open(path, contents: bytes) } else { try store.open(path) }
    contents.withLock {
      $0.waiting[number] = Reading(file: opened.file, document: opened.document, number: number, writes: writes)
    }
    return LoadedArticle(
      path: path, number: number, document: opened.document, layer: opened.layer, savedLayer: opened.sidecar.layer,
      unplaced: opened.sidecar.unplaced, entries: opened.journal.entries, remarks: Self.remarks(opened))
  }

  /// Makes a reading the article, if nothing has happened since it was begun.
  func adopt(_ article: LoadedArticle) -> Adoption {
    contents.withLock { contents in
      let path = article.path
      guard let reading = contents.waiting.removeValue(forKey: article.number) else { return .superseded }
      if let known = contents.articles[path] {
        guard known.number < reading.number else { return .superseded }
        let isBeingSaved = contents.asked[path] ?? 0 != contents.saved[path] ?? 0
        if isBeingSaved || contents.writes[path] ?? 0 != reading.writes {
          return known.document.bytes == reading.document.bytes ? .superseded : .stale
        }
        reading.file.takeLock(from: known.file)
      }
      contents.articles[path] = reading
      return .current
    }
  }

  /// Lets go of a reading that nobody needs.
  func discard(_ article: LoadedArticle) { contents.withLock { $0.waiting[article.number] = nil } }

  /// Lets go of an article.
  func forget(_ path: ArticlePath) {
    contents.withLock { contents in
      contents.articles[path] = nil
      contents.asked[path] = nil
      contents.saved[path] = nil
    }
  }

  /// Takes note that a decision goes to the journal of an article.
  func isWritten(_ path: ArticlePath) { contents.withLock { $0.writes[path, default: 0] += 1 } }

  /// Takes note that a state of an article is to be saved.
  func isToBeSaved(_ path: ArticlePath, _ number: Int) {
    contents.withLock { contents in
      contents.writes[path, default: 0] += 1
      contents.asked[path] = number
    }
  }

  /// Takes note that a state of an article has been saved, or cannot be.
  func isSaved(_ path: ArticlePath, _ number: Int) {
    contents.withLock { contents in
      contents.writes[path, default: 0] += 1
      if contents.asked[path] != nil { contents.saved[path] = number }
    }
  }

  /// What a person should know about an article and its annotations.
  static func remarks(_ opened: AnnotationStore.OpenedArticle) -> [(String, MessageLog.Weight)] {
    var remarks: [(String, MessageLog.Weight)] = []
    func many(_ count: Int, _ one: String, _ more: String) -> String { "\(count) \(count == 1 ? one : more)" }
    let replaced = opened.document.source.replacedSequences
    if replaced > 0 {
      remarks.append((many(replaced, "sequence is", "sequences are") + " not UTF-8, shown as \u{FFFD}", .warning))
    }
    for problem in opened.sidecar.problems.prefix(3) { remarks.append(("annotations, \(problem)", .warning)) }
    if opened.sidecar.problems.count > 3 {
      remarks.append(
        ("annotations: \(many(opened.sidecar.problems.count - 3, "more problem", "more problems"))", .warning))
    }
    for problem in opened.journal.problems.prefix(1) { remarks.append(("journal, \(problem)", .info)) }
    let moved = opened.sidecar.movedCount
    if moved > 0 {
      remarks.append(("the text has changed: \(many(moved, "mention", "mentions")) found at a new place", .warning))
    }
    let lost = opened.sidecar.unplaced.count
    if lost > 0 {
      let words = many(lost, "mention has lost its place", "mentions have lost their place")
      remarks.append(("\(words): see the entity pane", .warning))
    }
    let recovery = opened.recovery
    if recovery.recovered > 0 {
      let words = many(recovery.recovered, "decision was", "decisions were")
      remarks.append(("\(words) recovered from the journal", .info))
    }
    if recovery.clashes > 0 {
      let words = many(recovery.clashes, "recovered decision clashes", "recovered decisions clash")
      remarks.append(("\(words) with the file: unsure now", .warning))
    }
    return remarks
  }
}
