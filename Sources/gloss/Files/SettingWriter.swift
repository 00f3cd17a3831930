import Annotations
import ReaderUI

/// Changes one setting in a settings file and leaves everything else in it as it is.
enum SettingWriter {
  /// Why a setting was not written; the file is as it was.
  enum Failure: Error, CustomStringConvertible {
    /// The file cannot be read or written.
    case system(SystemError)
    /// The file is no settings file as it is.
    case unreadable(ConfigurationProblem)
    /// The file gives the setting a value that is more than a line, such as a table.
    case setOtherwise(String, path: String)

    var description: String {
      switch self {
      case .system(let error): "\(error)"
      case .unreadable(let problem): "\(problem)"
      case .setOtherwise(let name, let path): "\(path) says more about \(name) than a line; change it there"
      }
    }
  }

  /// Sets `name` to the string `value` in the file at `path`, which is made if it is not there.
  static func set(_ name: String, to value: String, in path: String) throws(Failure) {
    var text = ""
    do throws(SystemError) {
      text = String(decoding: try FileAccess.read(path), as: UTF8.self)
    } catch {
      guard error.isMissingFile else { throw .system(error) }
    }
    do throws(ConfigurationProblem) {
      _ = try ConfigurationText(text, file: path)
    } catch {
      throw .unreadable(error)
    }
    // A line is put in without knowing all of TOML, so the outcome is read before it is kept.
    let new = changed(text, name, value)
    guard let read = try? ConfigurationText(new, file: path), read.root[name]?.string == value else {
      throw .setOtherwise(name, path: path)
    }
    do throws(SystemError) {
      try FileAccess.makeFolder(ArticlePath(path).folder)
      try FileAccess.replace(path, with: Array(new.utf8))
    } catch {
      throw .system(error)
    }
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
