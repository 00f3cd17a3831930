import Annotations
import Glibc

/// Finds articles in folders.
struct ArticleFinder: Sendable {
  /// A path that was named and cannot be read.
  struct Problem: Error, Sendable, CustomStringConvertible {
    let path: String
    let description: String
  }

  /// Files with these endings in a folder are articles.
  static let endings = [".txt", ".md", ".markdown", ".text", ".html", ".htm", ".xhtml"]
  /// Articles are known by their path as text, so a name must be text.
  private static let notUTF8 = "the name is not UTF-8: rename it to read it"
  /// Folders within folders are looked into this deep.
  private static let maximumDepth = 16

  private(set) var articles: [ArticlePath] = []
  private(set) var problems: [Problem] = []

  /// Finds the articles at `paths`: files as they are, folders with all that is in them.
  ///
  /// - Parameters:
  ///   - paths: Where to look.
  ///   - isCancelled: Asked before each folder; what has been found until then is kept.
  init(_ paths: [String], isCancelled: () -> Bool = { false }) {
    var seen: Set<ArticlePath> = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        // Swift has put U+FFFD where an argument was not UTF-8.
        let reason = path.unicodeScalars.contains("\u{FFFD}") ? Self.notUTF8 : String(cString: strerror(errno))
        problems.append(Problem(path: path, description: reason))
        continue
      }
      let resolved = FileAccess.resolved(path)
      if status.st_mode & S_IFMT == S_IFDIR {
        look(into: resolved, depth: 0, &seen, isCancelled)
      } else if seen.insert(ArticlePath(resolved)).inserted {
        articles.append(ArticlePath(resolved))
      }
    }
  }

  private mutating func look(
    into folder: String, depth: Int, _ seen: inout Set<ArticlePath>, _ isCancelled: () -> Bool
  ) {
    guard !isCancelled() else { return }
    guard let stream = opendir(folder) else {
      // A folder that is removed while others are looked into is not missed by anybody.
      if errno == ENOENT, depth > 0 { return }
      problems.append(Problem(path: folder, description: String(cString: strerror(errno))))
      return
    }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      guard isUTF8 else {
        if Self.isArticle(name) || Self.kind(of: entry, path) == S_IFDIR {
          problems.append(Problem(path: path, description: Self.notUTF8))
        }
        continue
      }
      switch Self.kind(of: entry, path) {
      case S_IFDIR where depth < Self.maximumDepth: folders.append(path)
      case S_IFDIR:
        let reason = "more than \(Self.maximumDepth) folders deep: not looked into; name it to read what is in it"
        problems.append(Problem(path: path, description: reason))
      case S_IFREG where Self.isArticle(name):
        // One article has one name, also where links lead to it: its journal and lock go by that name.
        let isLink = Int32(entry.pointee.d_type) != Int32(DT_REG)
        let article = ArticlePath(isLink ? FileAccess.resolved(path) : path)
        if seen.insert(article).inserted { articles.append(article) }
      default: break
      }
    }
    for folder in folders.sorted() { look(into: folder, depth: depth + 1, &seen, isCancelled) }
  }

  /// What sort of file an entry is. Links to files are followed, links to folders are not: they may lead in a circle.
  private static func kind(of entry: UnsafeMutablePointer<dirent>, _ path: String) -> mode_t {
    switch Int32(entry.pointee.d_type) {
    case Int32(DT_REG): return S_IFREG
    case Int32(DT_DIR): return S_IFDIR
    case Int32(DT_LNK), Int32(DT_UNKNOWN):
      var status = stat()
      guard stat(path, &status) == 0 else { return 0 }
      let kind = status.st_mode & S_IFMT
      return kind == S_IFDIR && Int32(entry.pointee.d_type) == Int32(DT_LNK) ? 0 : kind
    default: return 0
    }
  }

  /// The first article in `folder`, to tell whether there is anything to read.
  static func anyArticle(in folder: String) -> [ArticlePath] {
    // Enough to know that there is one; a home folder with everything in it need not be looked through.
    var count = 0
    let finder = ArticleFinder([folder]) {
      count += 1
      return count > 200
    }
    return Array(finder.articles.prefix(1))
  }

  /// Whether a file of this name in a folder is an article.
  static func isArticle(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return endings.contains(where: lowered.hasSuffix) && !Directories.isAnnotationFile(name)
  }
}
