/// Reads theme files in the format of the helix editor.
///
/// A file that is not TOML is an error. A bad value in it is an error of that value only: the scope then looks as in the
/// theme that it would inherit from. A key that means nothing is a warning.
package struct ThemeReader {
  /// A theme with what was wrong in its file.
  package struct Result: Sendable {
    /// The theme.
    package var theme: Theme
    /// What was wrong; first what is an error.
    package var problems: [ConfigurationProblem]
  }

  private let text: ConfigurationText
  private let name: String
  private var problems: [ConfigurationProblem] = []

  /// Reads the theme called `name`.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - name: What the theme is called.
  ///   - file: What the file is called in messages.
  ///   - parent: Finds the text of a theme to inherit from.
  /// - Throws: ``ConfigurationProblem`` when the file is not TOML, or inherits from a theme that does not exist or from
  ///   itself.
  package static func read(
    _ source: String, name: String, file: String, parent: (String) -> String?
  ) throws(ConfigurationProblem) -> Result {
    try read(source, name: name, file: file, parent: parent, heirs: [name])
  }

  private static func read(
    _ source: String, name: String, file: String, parent: (String) -> String?, heirs: [String]
  ) throws(ConfigurationProblem) -> Result {
    var layers = [try ConfigurationText(source, file: file)]
    var names = heirs
    while let inherited = layers[layers.count - 1].root["inherits"]?.string {
      let heir = layers[layers.count - 1]
      guard !names.contains(inherited) else {
        throw heir.problem(at: ["inherits"], "\"\(inherited)\" inherits from itself")
      }
      guard let above = parent(inherited) else {
        throw heir.problem(at: ["inherits"], "there is no theme \"\(inherited)\"")
      }
      names.append(inherited)
      try layers.append(ConfigurationText(above, file: inherited))
    }
    // Palettes come together first: an heir that only brings a palette recolours the scopes it inherits.
    var palette: [String: ThemeColor] = [:]
    var result = Result(theme: Theme(name: name), problems: [])
    for layer in layers.reversed() {
      var reader = ThemeReader(text: layer, name: name)
      palette.merge(reader.palette()) { $1 }
      if layer.file == file { result.problems += reader.problems }
    }
    for layer in layers.reversed() {
      var reader = ThemeReader(text: layer, name: name)
      reader.readScopes(into: &result.theme, palette: palette)
      if layer.file == file { result.problems += reader.problems }
    }
    HelixScopes.fillIn(&result.theme)
    result.problems.sort { !$0.isWarning && $1.isWarning }
    return result
  }

  private init(text: ConfigurationText, name: String) {
    self.text = text
    self.name = name
  }

  private mutating func palette() -> [String: ThemeColor] {
    var palette: [String: ThemeColor] = [:]
    for (key, value) in text.root["palette"]?.table ?? [:] {
      if let color = value.string.flatMap({ ThemeColor($0) }) {
        palette[key] = color
      } else {
        problems.append(text.problem(at: ["palette", key], "a colour is \"#rrggbb\" or one of the sixteen names"))
      }
    }
    return palette
  }

  private mutating func readScopes(into theme: inout Theme, palette: [String: ThemeColor]) {
    for (key, value) in text.root.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "palette", "inherits", "rainbow": continue
      case "description": theme.summary = value.string ?? ""
      default:
        let scope = scope(key, value, palette)
        if let scope { theme.scopes[key] = scope }
      }
    }
  }

  private mutating func scope(
    _ key: String, _ value: ConfigurationText.Value, _ palette: [String: ThemeColor]
  ) -> ThemeScope? {
    var scope = ThemeScope()
    if case .string(let name) = value {
      scope.foreground = color(name, [key], palette)
      return scope.foreground == nil ? nil : scope
    }
    guard let table = value.table else {
      problems.append(text.problem(at: [key], "a scope is a colour or a table, not \(value.kindInWords)"))
      return nil
    }
    let before = problems.count
    for (part, value) in table.sorted(by: { $0.key < $1.key }) {
      read(part, value, [key, part], palette, into: &scope)
    }
    let failed = problems[before...].contains { !$0.isWarning }
    return failed ? nil : scope
  }

  private mutating func read(
    _ part: String, _ value: ConfigurationText.Value, _ path: [String], _ palette: [String: ThemeColor],
    into scope: inout ThemeScope
  ) {
    switch part {
    case "fg": scope.foreground = color(value, path, palette)
    case "bg": scope.background = color(value, path, palette)
    case "fill": scope.fill = color(value, path, palette)
    case "ansi": scope.ansi = color(value, path, palette)
    case "modifiers":
      for modifier in value.list ?? [] { readModifier(modifier.string ?? "", path, into: &scope) }
      if value.list == nil { problems.append(text.problem(at: path, "modifiers are a list of names")) }
    case "underline":
      // Terminals behind curses draw one kind of line; which one a theme asks for does not matter.
      if value.table?["style"]?.string != "none" { scope.attributes.insert(.underline) }
    case "show":
      if let show = value.string.flatMap({ ThemeScope.Show(rawValue: $0) }) {
        scope.show = show
      } else {
        problems.append(text.problem(at: path, "show is \"fill\", \"fg\" or \"chip\""))
      }
    case "mark": scope.mark = value.string
    case "brackets":
      let pair = value.list?.compactMap(\.string) ?? []
      if pair.count == 2 {
        scope.brackets = pair
      } else {
        problems.append(text.problem(at: path, "brackets are two strings"))
      }
    default:
      problems.append(text.problem(at: path, part: part, "\"\(part)\" means nothing here", isWarning: true))
    }
  }

  private mutating func readModifier(_ modifier: String, _ path: [String], into scope: inout ThemeScope) {
    switch modifier {
    case "bold": scope.attributes.insert(.bold)
    case "dim": scope.attributes.insert(.dim)
    case "italic": scope.attributes.insert(.italic)
    case "underlined": scope.attributes.insert(.underline)
    case "reversed": scope.attributes.insert(.reverse)
    // Curses can neither strike out nor blink usefully; themes that ask for it are still good themes.
    case "crossed_out", "slow_blink", "rapid_blink", "hidden": break
    default:
      problems.append(text.problem(at: path, part: modifier, "there is no modifier \"\(modifier)\"", isWarning: true))
    }
  }

  private mutating func color(
    _ value: ConfigurationText.Value, _ path: [String], _ palette: [String: ThemeColor]
  ) -> ThemeColor? {
    guard let name = value.string else {
      problems.append(text.problem(at: path, "a colour is a string, not \(value.kindInWords)"))
      return nil
    }
    return color(name, path, palette)
  }

  private mutating func color(_ name: String, _ path: [String], _ palette: [String: ThemeColor]) -> ThemeColor? {
    if let color = palette[name] ?? ThemeColor(name) { return color }
    let guess = ConfigurationText.closest(to: name, in: Array(palette.keys) + ThemeColor.ansiNames)
    let hint = guess.map { "; did you mean \"\($0)\"?" } ?? ""
    problems.append(text.problem(at: path, part: "\"\(name)\"", "no colour \"\(name)\" in [palette]\(hint)"))
    return nil
  }
}
