/// Where Gloss keeps its files: the places of the XDG Base Directory Specification 0.8.
public struct Directories: Hashable, Sendable {
  /// Annotations of articles in folders that cannot be written to, and articles that came through a pipe.
  public var data: String
  /// Journals, the last place read, history: what should outlast a restart.
  public var state: String
  /// Settings, keys, themes.
  public var config: String
  /// Folders with settings of the whole machine, most important first.
  public var systemConfig: [String]
  /// Folders with themes of the whole machine, most important first.
  public var systemData: [String]
  /// Locks.
  public var runtime: String

  /// Finds the places from the environment. Relative paths are ignored, as the specification asks.
  public init(environment: [String: String]) {
    func absolute(_ name: String) -> String? { environment[name].flatMap { $0.utf8.first == 0x2F ? $0 : nil } }
    let home = absolute("HOME") ?? "/"
    let prefix = home == "/" ? "" : home
    data = (absolute("XDG_DATA_HOME") ?? prefix + "/.local/share") + "/gloss"
    state = (absolute("XDG_STATE_HOME") ?? prefix + "/.local/state") + "/gloss"
    config = (absolute("XDG_CONFIG_HOME") ?? prefix + "/.config") + "/gloss"
    runtime = absolute("XDG_RUNTIME_DIR").map { $0 + "/gloss" } ?? state + "/locks"
    func list(_ name: String, _ fallback: String) -> [String] {
      let value = environment[name].flatMap { $0.isEmpty ? nil : $0 } ?? fallback
      return value.split(separator: ":").filter { $0.utf8.first == 0x2F }.map { $0 + "/gloss" }
    }
    systemConfig = list("XDG_CONFIG_DIRS", "/etc/xdg")
    systemData = list("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
  }

  /// The annotation file beside the article at `path`: `story.txt.gloss.jsonl`, or with a named annotator
  /// `story.txt.anna.gloss.jsonl`. Where that would be longer than names can be, it is cut and ends in a digest.
  public static func sidecar(of path: ArticlePath, annotatorName: String?) -> String {
    let name = path.fileName + (annotatorName.map { ".\(safe($0))" } ?? "")
    let folder = path.folder == "/" ? "" : path.folder
    guard name.utf8.count + ending.utf8.count > longestName else { return "\(folder)/\(name)\(ending)" }
    return "\(folder)/\(cut(name, to: 180))-\(digits(of: name))\(ending)"
  }

  /// The article to which the annotation file at `path` belongs, as far as its name tells: nil where it is that of
  /// another annotator, and where a long name was cut (``isCut(sidecar:)``).
  public static func article(ofSidecar path: String, annotatorName: String?) -> ArticlePath? {
    let ending = (annotatorName.map { ".\(safe($0))" } ?? "") + ending
    guard path.hasSuffix(ending) else { return nil }
    let article = ArticlePath(String(path.utf8.dropLast(ending.utf8.count)) ?? "")
    return sidecar(of: article, annotatorName: annotatorName) == path ? article : nil
  }

  /// Whether the name of an annotation file may have been cut, so that it does not tell its article.
  public static func isCut(sidecar path: String) -> Bool {
    ArticlePath(path).fileName.utf8.count > 180 + ending.utf8.count
  }

  /// The annotation file of an article whose folder cannot be written to, mirrored by path.
  public func mirroredSidecar(of path: ArticlePath, annotatorName: String?) -> String {
    data + "/annotations" + Self.sidecar(of: path, annotatorName: annotatorName)
  }

  /// The journal of one annotator's decisions on an article.
  public func journal(of path: ArticlePath, annotatorName: String?) -> String {
    state + "/journal/" + Self.fileName(of: path, annotatorName) + ".jsonl"
  }

  /// The lock of one annotator's layer of an article.
  public func lock(of path: ArticlePath, annotatorName: String?) -> String {
    runtime + "/" + Self.fileName(of: path, annotatorName) + ".lock"
  }

  /// Whether a file of this name is one of ours, and not an article.
  public static func isAnnotationFile(_ name: String) -> Bool { name.hasSuffix(ending) }

  private static let ending = ".gloss.jsonl"
  /// What Linux file systems allow, in bytes.
  private static let longestName = 255

  /// A name that a person recognises and no two sidecars share, for what belongs to a sidecar but lies elsewhere.
  private static func fileName(of path: ArticlePath, _ annotatorName: String?) -> String {
    cut(safe(path.fileName), to: 120) + "-" + digits(of: sidecar(of: path, annotatorName: annotatorName))
  }

  private static func digits(of text: String) -> Substring { Digest(of: Array(text.utf8)).hexadecimal.prefix(20) }

  /// The beginning of `name`, no longer than `length` bytes.
  private static func cut(_ name: String, to length: Int) -> String {
    guard name.utf8.count > length else { return name }
    var end = name.utf8.index(name.startIndex, offsetBy: length)
    while end.samePosition(in: name.unicodeScalars) == nil { name.utf8.formIndex(before: &end) }
    return String(name[..<end])
  }

  /// `name` without what does not belong into a file's name.
  static func safe(_ name: String) -> String {
    // Scalar by scalar: a slash with a combining mark is another character, but still a slash for the system.
    var safe = ""
    for scalar in name.unicodeScalars {
      let isUnfit = scalar == "/" || scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      safe.unicodeScalars.append(isUnfit ? "_" : scalar)
    }
    return safe
  }
}
