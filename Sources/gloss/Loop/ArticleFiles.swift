import Annotations
import ReaderUI
import Synchronization

/// The files of the articles that have been opened, by path. Shared by the threads that read and write.
final class ArticleFiles: Sendable {
  /// The store that everything is opened with.
  let store: AnnotationStore
  private let files = Mutex<[ArticlePath: (file: AnnotationFile, document: Document)]>([:])

  init(_ store: AnnotationStore) { self.store = store }

  /// The file of an article that has been opened.
  subscript(path: ArticlePath) -> AnnotationFile? { files.withLock { $0[path]?.file } }

  /// The text of an article that has been opened, as its annotations refer to it.
  func document(_ path: ArticlePath) -> Document? { files.withLock { $0[path]?.document } }

  /// Reads an article with its annotations.
  ///
  /// - Parameter contents: What is in it, for an article that no file holds yet.
  /// - Throws: `SystemError`.
  func load(_ path: ArticlePath, contents: [UInt8]? = nil) throws(SystemError) -> LoadedArticle {
    let opened = if let contents { store.open(path, contents: contents) } else { try store.open(path) }
    files.withLock { files in
      if let known = files[path] { opened.file.takeLock(from: known.file) }
      files[path] = (opened.file, opened.document)
    }
    return LoadedArticle(
      path: path, document: opened.document, layer: opened.layer, savedLayer: opened.sidecar.layer,
      unplaced: opened.sidecar.unplaced, entries: opened.journal.entries, remarks: Self.remarks(opened))
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
