import Annotations
import CEmbedded

/// The practice articles.
enum Demo {
  /// Writes the practice articles into `folder`, or into the data directory; what is there already stays as it is.
  ///
  /// - Returns: The folder.
  /// - Throws: `SystemError` when it cannot be written to.
  static func write(into folder: String?, _ environment: Environment) throws(SystemError) -> String {
    let folder = folder ?? environment.directories.data + "/demo"
    try FileAccess.makeFolder(folder)
    var count = 0
    guard let files = embedded_practice_articles(&count) else { return folder }
    for index in 0..<count {
      let path = "\(folder)/\(String(cString: files[index].name))"
      guard !FileAccess.exists(path) else { continue }
      try FileAccess.replace(
        path, with: Array(UnsafeBufferPointer(start: files[index].bytes, count: files[index].size)))
    }
    return folder
  }
}
