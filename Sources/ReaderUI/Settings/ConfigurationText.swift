import TOMLKit

/// A TOML file, read, with a way back from its values to their lines.
package struct ConfigurationText: Sendable {
  /// A value in the file.
  package enum Value: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case decimal(Double)
    case truth(Bool)
    case list([Value])
    case table([String: Value])
    /// A date or time, which nothing in Gloss asks for.
    case other(String)

    /// The string, if it is one.
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The whole number, if it is one.
    package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    /// The truth value, if it is one.
    package var truth: Bool? { if case .truth(let value) = self { value } else { nil } }
    /// The elements, if it is a list.
    package var list: [Value]? { if case .list(let value) = self { value } else { nil } }
    /// The members, if it is a table.
    package var table: [String: Value]? { if case .table(let value) = self { value } else { nil } }

    /// What sort of value it is, in words.
    package var kindInWords: String {
      switch self {
      case .string: "a string"
      case .integer, .decimal: "a number"
      case .truth: "true or false"
      case .list: "a list"
      case .table: "a table"
      case .other: "a date or time"
      }
    }
  }

  /// What the file is called in messages.
  package let file: String
  /// Its members.
  package let root: [String: Value]
  private let lines: [String]

  /// Reads `text`.
  ///
  /// - Throws: ``ConfigurationProblem`` when it is not TOML.
  package init(_ text: String, file: String) throws(ConfigurationProblem) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? String(line.dropLast()) : String(line)
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      let source = place.line >= 1 && place.line <= lines.count ? lines[place.line - 1] : ""
      throw ConfigurationProblem(
        file: file, line: place.line, column: place.column, source: source, message: error.description,
        isWarning: false)
    } catch {
      throw ConfigurationProblem(
        file: file, line: 0, column: 0, source: "", message: "\(error)", isWarning: false)
    }
    root = Self.members(of: table)
  }

  private static func members(of table: TOMLTable) -> [String: Value] {
    var members: [String: Value] = [:]
    for key in table.keys {
      if let value = table[key] { members[key] = Self.value(value) }
    }
    return members
  }

  private static func value(_ value: any TOMLValueConvertible) -> Value {
    switch value.type {
    case .string: .string(value.string ?? "")
    case .int: .integer(value.int ?? 0)
    case .double: .decimal(value.double ?? 0)
    case .bool: .truth(value.bool ?? false)
    case .array: .list((value.array ?? []).map { Self.value($0) })
    case .table: .table(value.table.map(members) ?? [:])
    default: .other(value.debugDescription)
    }
  }

  /// A problem with the value at `path`, found again in the text.
  ///
  /// - Parameters:
  ///   - path: Names of the tables that hold it, outermost first, and its own.
  ///   - part: A part of the value to point at.
  ///   - message: What is wrong.
  ///   - isWarning: Whether it can be passed over.
  package func problem(
    at path: [String], part: String? = nil, _ message: String, isWarning: Bool = false
  ) -> ConfigurationProblem {
    let place = place(of: path, part: part)
    return ConfigurationProblem(
      file: file, line: place?.line ?? 0, column: place?.column ?? 0,
      source: place.map { lines[$0.line - 1] } ?? "", message: message, isWarning: isWarning)
  }

  /// The parser does not keep places, so the line is looked for: the one that sets the last names of `path` in the
  /// table that the first names lead to.
  private func place(of path: [String], part: String?) -> (line: Int, column: Int)? {
    var table: [String] = []
    var best: (line: Int, column: Int)?
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[") {
        table = Self.names(trimmed.drop { $0 == "[" }.prefix { $0 != "]" })
        if table == path { best = (index + 1, line.count - trimmed.count + 1) }
      } else if let equals = Self.equalsSign(in: trimmed), !trimmed.hasPrefix("#") {
        let names = table + Self.names(trimmed[..<equals])
        guard path.starts(with: names) || names.starts(with: path) else { continue }
        // The table itself is meant, and its heading has gone by.
        if names.count > path.count, let best { return best }
        let value = line[line.index(line.startIndex, offsetBy: line.count - trimmed.count)...]
        let wanted = part ?? (path.count > names.count ? path[names.count] : nil)
        let column = wanted.flatMap { value.firstRange(of: $0) }.map {
          line.distance(from: line.startIndex, to: $0.lowerBound)
        }
        return (index + 1, (column ?? line.count - trimmed.count) + 1)
      }
    }
    return best
  }

  private static func equalsSign(in line: Substring) -> Substring.Index? {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" {
        return index
      } else if character == "#" {
        return nil
      }
    }
    return nil
  }

  /// `a."b.c".d` as its names.
  private static func names(_ text: Substring) -> [String] {
    var names: [String] = []
    var name = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { name.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        names.append(name)
        name = ""
      } else if character != " " && character != "\t" {
        name.append(character)
      }
    }
    names.append(name)
    return names
  }

  /// The name of `candidates` that was probably meant by `name`, if any is close.
  package static func closest(to name: String, in candidates: some Sequence<String>) -> String? {
    let ranked = candidates.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else { return nil }
    return best.distance <= max(1, name.count / 3) ? best.name : nil
  }

  /// Edits between two words, an exchange of neighbours counting as one (Damerau 1964, restricted).
  static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    guard !a.isEmpty, !b.isEmpty else { return a.count + b.count }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[i - 2][j - 2] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
