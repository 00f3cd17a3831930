/// Something wrong in a settings or theme file: what, where, and what is used instead.
package struct ConfigurationProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package var file: String
  /// Line, from 1; 0 when it is about the file as a whole.
  package var line: Int
  /// Column, from 1.
  package var column: Int
  /// The line itself.
  package var source: String
  /// What is wrong, and what is used instead.
  package var message: String
  /// Whether it can be passed over: a name that means nothing here.
  package var isWarning: Bool

  /// Makes a report.
  package init(
    file: String, line: Int = 0, column: Int = 0, source: String = "", message: String, isWarning: Bool = false
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.source = source
    self.message = message
    self.isWarning = isWarning
  }

  /// `file:line:column: message`
  package var description: String {
    line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
  }

  /// The place, the line, a caret under the column, and the message: a few lines for a dialog or standard error.
  package var explanation: [String] {
    guard line > 0 else { return [file, "  \(message)"] }
    let indent = source.prefix { $0 == " " || $0 == "\t" }.count
    let trimmed = source.dropFirst(indent).prefix(66)
    let caret = min(max(0, column - 1 - indent), trimmed.count)
    return ["\(file):\(line):\(column)", "  \(trimmed)", "  \(String(repeating: " ", count: caret))^ \(message)"]
  }
}
