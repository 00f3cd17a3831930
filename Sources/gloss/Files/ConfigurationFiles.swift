import Annotations
import ReaderUI

/// Finds settings files.
struct ConfigurationFiles {
  /// The files that may be there, the least important first.
  let paths: [String]

  /// Finds the files for work in `folder`.
  ///
  /// - Parameters:
  ///   - environment: Where to look.
  ///   - folder: The folder of the articles; its `gloss.toml`, or that of the nearest folder above, counts most.
  ///   - only: A file to read instead of the person's own; `none` for none at all.
  init(_ environment: Environment, folder: String?, only: String? = nil) {
    let directories = environment.directories
    if let only {
      paths = only == "none" ? [] : [environment.expanded(only)]
      return
    }
    let names = ["config.toml", "keys.toml", "labels.toml"]
    var paths = directories.systemConfig.reversed().flatMap { folder in names.map { "\(folder)/\($0)" } }
    paths += names.map { "\(directories.config)/\($0)" }
    if let project = folder.flatMap(Self.projectFile(above:)) { paths.append(project) }
    self.paths = paths
  }

  /// The `gloss.toml` in `folder` or the nearest above it.
  static func projectFile(above folder: String) -> String? {
    var folder = folder
    while true {
      let path = folder == "/" ? "/gloss.toml" : "\(folder)/gloss.toml"
      if FileAccess.exists(path) { return path }
      guard folder != "/" else { return nil }
      folder = ArticlePath(folder).folder
    }
  }

  /// Reads them. Files that are not there are passed over, those that cannot be read are reported.
  func read() -> Configuration {
    var texts: [(text: String, file: String)] = []
    var unreadable: [ConfigurationProblem] = []
    for path in paths {
      do throws(SystemError) {
        texts.append((String(decoding: try FileAccess.read(path, ofAnyKind: true), as: UTF8.self), path))
      } catch {
        guard !error.isMissingFile else { continue }
        unreadable.append(
          ConfigurationProblem(file: path, line: 0, column: 0, source: "", message: error.reason, isWarning: false))
      }
    }
    var configuration = Configuration(texts)
    for problem in unreadable { configuration.report(problem) }
    return configuration
  }
}
