import Foundation
import TestSupport

@testable import Annotations

/// A folder of articles and a home, and what somebody does there.
struct Newsroom {
  let folder: TemporaryFolder
  let directories: Directories
  private var identifiers = IdentifierSource(seed: 1)

  init() throws {
    folder = try TemporaryFolder()
    directories = Directories(environment: ["HOME": folder.path + "/home"])
    try FileAccess.makeFolder(folder.path + "/news")
    try FileAccess.makeFolder(folder.path + "/home")
    // So that an ordinary user finds a way to them.
    setMode(folder.path, 0o755)
    setMode(folder.path + "/news", 0o755)
    setMode(folder.path + "/home", 0o755)
  }

  /// The path of an article.
  func path(_ name: String = "story.txt") -> ArticlePath { ArticlePath("\(folder.path)/news/\(name)") }

  /// Writes an article without its marks.
  @discardableResult
  func write(_ text: String, _ name: String = "story.txt") throws -> Marked {
    let marked = Marked(text)
    try FileAccess.replace(path(name).text, with: marked.document.bytes)
    return marked
  }

  /// The file of annotations beside an article.
  func sidecar(_ name: String = "story.txt", annotator: String? = nil) -> String {
    Directories.sidecar(of: path(name), annotatorName: annotator)
  }

  func open(_ name: String = "story.txt", annotator: String? = nil) throws -> AnnotationStore.OpenedArticle {
    try AnnotationStore(directories: directories, user: "anna", annotatorName: annotator).open(path(name))
  }

  /// Decides something about an opened article and journals it, as the reader does.
  mutating func decide(_ edits: [Edit], _ opened: inout AnnotationStore.OpenedArticle) throws {
    try opened.layer.apply(edits)
    let part = Change.Part(article: opened.file.path, edits: edits)
    let change = Change(
      id: identifiers.change(), summary: "decided", time: Timestamp(milliseconds: 1_780_000_000_000), parts: [part])
    try opened.file.journal(JournalEntry(.did(change), time: change.time), leaving: opened.layer)
  }
}

extension AnnotationStore.OpenedArticle {
  /// Saves what has been decided.
  @discardableResult
  func save() throws -> AnnotationFile.Saved? {
    try file.save(layer, labels: LabelSet.standard.labels, model: "english 1")
  }

  /// The decisions put into the text.
  var marked: String { Marked.text(document, layer.mentionsInReadingOrder) }
}
