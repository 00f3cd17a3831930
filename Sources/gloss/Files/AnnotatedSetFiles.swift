import Annotations
import Glibc
import TextAnalysis

/// Reads marked texts: files of tagged tokens, and articles with the decisions beside them.
struct AnnotatedSetFiles {
  private let environment: Environment
  private let descriptions: SetDescriptions?
  private let descriptionsName: String?

  /// Prepares to read.
  ///
  /// - Parameter completeTypes: A file of `SetDescriptions`.
  /// - Throws: An exit code, when that file cannot be used; it has been complained of.
  init(_ environment: Environment, completeTypes: String?) throws {
    self.environment = environment
    descriptionsName = completeTypes
    guard let completeTypes else {
      descriptions = nil
      return
    }
    let bytes = try Self.bytes(completeTypes, environment)
    do throws(SetDescriptions.ReadingError) {
      descriptions = try SetDescriptions(reading: bytes)
    } catch {
      Exit.complain("\(completeTypes): \(error)")
      throw Exit.data
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Throws: An exit code, when they cannot be read; it has been complained of.
  static func bytes(_ path: String, _ environment: Environment) throws -> [UInt8] {
    do throws(SystemError) {
      if path == "-" { return try FileAccess.read(STDIN_FILENO, "standard input") }
      return try FileAccess.read(environment.expanded(path))
    } catch {
      Exit.complain("\(path): \(error.reason)")
      throw Exit.noInput
    }
  }

  /// Reads the set at `path`: a folder of articles, an article, its annotation file, or a file of tagged tokens.
  ///
  /// - Throws: An exit code, when it cannot be read; it has been complained of.
  func read(_ path: String) throws -> AnnotatedSet {
    let expanded = environment.expanded(path)
    let name = ArticlePath(expanded).fileName
    var set: AnnotatedSet
    if path != "-", let articles = try articles(at: expanded, named: path) {
      set = AnnotatedSet(name: path, texts: try articles.compactMap(read))
      let open = set.texts.count { !$0.isComplete }
      if open > 0 {
        let count = set.texts.count
        Exit.complain(
          "\(path): \(open) of \(count) \(count == 1 ? "article" : "articles") not marked done: what is undecided there "
            + "counts as no mention when measured, and as unknown when learnt from")
      }
      guard set.mentionCount > 0 else {
        Exit.complain("\(path): nothing has been accepted in it, so there is nothing to compare with")
        throw Exit.data
      }
    } else {
      let bytes = try Self.bytes(path, environment)
      do {
        set = AnnotatedSet(name: path, try IOB2File(reading: bytes))
      } catch {
        Exit.complain("\(path): \(error)\(Self.hint(name))")
        throw Exit.data
      }
      guard set.tokenCount > 0 else {
        Exit.complain("\(path): no tokens; one line for each, TOKEN<TAB>TAG, was expected")
        throw Exit.data
      }
    }
    guard let descriptionsName else { return set }
    if let description = description(of: path) {
      set.labels = description.labels
      set = set.correcting(description.doubtful)
    } else {
      let labels = set.labels.sorted().map(\.name).joined(separator: " ")
      Exit.complain("\(descriptionsName) does not mention \(name): taken as annotated is what occurs in it, \(labels)")
    }
    return set
  }

  /// What is known of the set at `path`.
  func description(of path: String) -> SetDescriptions.Description? {
    descriptions?[fileName: ArticlePath(environment.expanded(path)).fileName]
  }

  /// What may help somebody who gave an article for a file of tokens.
  private static func hint(_ name: String) -> String {
    ArticleFinder.isArticle(name) || name.hasSuffix(".jsonl")
      ? "; an article counts when its decisions lie beside it, in \(name).gloss.jsonl" : ""
  }

  // MARK: - Articles

  private struct Article {
    var path: ArticlePath
    var annotatorName: String?
  }

  /// The articles that `path` stands for; nil when it is no article.
  private func articles(at path: String, named given: String) throws -> [Article]? {
    let resolved = ArticlePath(FileAccess.resolved(path))
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      let finder = ArticleFinder([path])
      for problem in finder.problems { Exit.complain("\(problem.path): \(problem.description)") }
      return finder.articles.sorted().filter(hasDecisions).map { Article(path: $0) }
    }
    if Directories.isAnnotationFile(resolved.fileName) {
      return [try article(of: resolved, named: given)]
    }
    return hasDecisions(resolved) ? [Article(path: resolved)] : nil
  }

  private func hasDecisions(_ path: ArticlePath) -> Bool {
    FileAccess.exists(Directories.sidecar(of: path, annotatorName: nil))
      || FileAccess.exists(environment.directories.mirroredSidecar(of: path, annotatorName: nil))
  }

  /// The article that the annotation file at `path` belongs to.
  private func article(of path: ArticlePath, named given: String) throws -> Article {
    let bytes = try Self.bytes(path.text, environment)
    let first = bytes.prefix { $0 != 0x0A }
    guard let name = (try? JSONReader.read(first))?.object?["article"]?.string else {
      Exit.complain("\(given): line 1: an annotation file begins with the name of its article, {\"type\":\"gloss\", …}")
      throw Exit.data
    }
    let article = ArticlePath((path.folder == "/" ? "" : path.folder) + "/" + name)
    let rest = path.fileName.dropFirst(name.count).dropLast(".gloss.jsonl".count)
    let annotator = rest.isEmpty ? nil : String(rest.dropFirst())
    guard Directories.sidecar(of: article, annotatorName: annotator) == path.text else {
      Exit.complain("\(given): line 1: says that it belongs to \(name), but is not named after it")
      throw Exit.data
    }
    return Article(path: article, annotatorName: annotator)
  }

  /// Reads what has been decided on an article; nil when nothing has been, or all of it has been taken back.
  private func read(_ article: Article) throws -> AnnotatedText? {
    let opened: AnnotationStore.OpenedArticle
    do throws(SystemError) {
      opened = try environment.store(annotator: article.annotatorName).open(article.path)
    } catch {
      Exit.complain(error)
      throw Exit.noInput
    }
    guard !opened.layer.isEmpty else { return nil }
    for problem in opened.sidecar.problems { Exit.complain("\(article.path.fileName): annotations, \(problem)") }
    let text = AnnotatedText(opened.document, opened.layer)
    for mention in text.omitted(of: opened.layer.mentionsInReadingOrder.filter({ $0.status == .accepted })) {
      let line = opened.document.blocks.index(containing: mention.span.start) + 1
      Exit.complain(
        "\(article.path.fileName):\(line): “\(opened.document.text(in: mention.span))” is left out: "
          + Self.reason(mention, text))
    }
    return text
  }

  private static func reason(_ mention: Mention, _ text: AnnotatedText) -> String {
    if let other = text.mentions.first(where: { $0.span.overlaps(mention.span) }) {
      return "it shares words with “\(text.text.document.text(in: other.span))”"
    }
    let cut = text.text.tokens.first { $0.overlaps(mention.span) && !mention.span.contains($0) }
    return cut.map { "it cuts the token “\(text.text.document.text(in: $0))”" }
      ?? "it lies outside of the article's text"
  }
}
