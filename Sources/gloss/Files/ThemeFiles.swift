import Annotations
import CEmbedded
import Glibc
import ReaderUI

/// Finds themes: those of the person, of the machine, and those compiled in.
struct ThemeFiles: Sendable {
  /// The folders that are looked into, the most important first.
  let folders: [String]

  init(_ directories: Directories) {
    folders = ([directories.config, directories.data] + directories.systemData).map { $0 + "/themes" }
  }

  /// The compiled-in themes as text, in the order in which they are offered.
  static let builtIn: [(name: String, text: String)] = {
    var count = 0
    guard let files = embedded_themes(&count) else { return [] }
    return (0..<count).map { index in
      let file = files[index]
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
      return (String(cString: file.name), String(decoding: bytes, as: UTF8.self))
    }
  }()

  /// The text of a theme and where it is from.
  func source(named name: String) -> (text: String, file: String)? {
    for folder in folders {
      let path = "\(folder)/\(name).toml"
      if let bytes = try? FileAccess.read(path) { return (String(decoding: bytes, as: UTF8.self), path) }
    }
    return Self.builtIn.first { $0.name == name }.map { ($0.text, "\(name).toml (built in)") }
  }

  /// The names of all themes: the compiled-in ones first, then others alphabetically.
  var names: [String] {
    let builtIn = Self.builtIn.map(\.name)
    let others = Set(folders.flatMap(Self.themes(in:))).subtracting(builtIn)
    return builtIn + others.sorted()
  }

  private static func themes(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names
  }

  /// Reads a theme.
  ///
  /// - Throws: `ConfigurationProblem` when there is none of that name or it is not TOML.
  func read(_ name: String) throws(ConfigurationProblem) -> ThemeReader.Result {
    guard let (text, file) = source(named: name) else {
      let guess = ConfigurationText.closest(to: name, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
      throw ConfigurationProblem(
        file: name, line: 0, column: 0, source: "", message: "there is no theme \"\(name)\"\(guess)", isWarning: false)
    }
    return try ThemeReader.read(text, name: name, file: file) { source(named: $0)?.text }
  }

  /// The themes that the first screen needs: the one in force, and those that stand in for it where colours are few.
  func readFirst(_ names: [String]) -> [Theme] {
    var seen: Set<String> = []
    return (names + ["terminal", "mono"]).filter { seen.insert($0).inserted }.compactMap { try? read($0).theme }
  }

  /// Reads all themes; what is wrong with one does not keep the others from being read.
  func readAll() -> (themes: [Theme], problems: [ConfigurationProblem]) {
    var themes: [Theme] = []
    var problems: [ConfigurationProblem] = []
    for name in names {
      do throws(ConfigurationProblem) {
        let result = try read(name)
        themes.append(result.theme)
        problems += result.problems
      } catch {
        problems.append(error)
        // The compiled-in theme of the same name still works.
        if let text = Self.builtIn.first(where: { $0.name == name })?.text,
          let result = try? ThemeReader.read(text, name: name, file: name, parent: { source(named: $0)?.text })
        {
          themes.append(result.theme)
        }
      }
    }
    return (themes, problems)
  }
}
