import Annotations

/// Changes one setting in a settings file and leaves everything else in it as it is.
enum SettingWriter {
  /// Sets `name` to the string `value` in the file at `path`, which is made if it is not there.
  ///
  /// - Throws: `SystemError` when the file cannot be read or written.
  static func set(_ name: String, to value: String, in path: String) throws(SystemError) {
    var text = ""
    do throws(SystemError) {
      text = String(decoding: try FileAccess.read(path), as: UTF8.self)
    } catch {
      guard error.isMissingFile else { throw error }
    }
    try FileAccess.makeFolder(ArticlePath(path).folder)
    try FileAccess.replace(path, with: Array(changed(text, name, value).utf8))
  }

  /// `text` with the line of the setting replaced, or with a new line before the first table.
  static func changed(_ text: String, _ name: String, _ value: String) -> String {
    let line = "\(name) = \"\(value)\""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let firstTable = lines.firstIndex { $0.drop { $0 == " " }.hasPrefix("[") } ?? lines.count
    let existing = lines[..<firstTable].firstIndex { existing in
      let trimmed = existing.drop { $0 == " " }
      return trimmed.hasPrefix(name) && trimmed.dropFirst(name.count).drop { $0 == " " }.hasPrefix("=")
    }
    if let existing {
      lines[existing] = line
    } else if text.isEmpty {
      lines = [line, ""]
    } else {
      lines.insert(line, at: firstTable == lines.count && lines.last == "" ? lines.count - 1 : firstTable)
    }
    return lines.joined(separator: "\n")
  }
}
