import Annotations

extension ReaderState {
  /// The name of the theme that is in force: the one asked for, else the one for the terminal's background.
  package var themeName: String {
    settings.theme ?? (terminalIsDark ? settings.darkTheme : settings.lightTheme)
  }

  /// Draws with the theme that is in force, or with the one called `name`.
  mutating func applyTheme(named name: String? = nil) {
    let wanted = name ?? themeName
    let theme = themes.first { $0.name == wanted } ?? themes.first ?? Theme(name: "none")
    let all = themes
    styles = StyleSheet(theme, depth: depth, markers: settings.markers) { name in all.first { $0.name == name } }
    if name == nil, theme.name != wanted { say("There is no theme \"\(wanted)\"; \(theme.name) is used", .warning) }
  }

  mutating func openThemes() {
    let rows = themes.map { theme in
      let contrast = theme.lowestContrast.map { "\(($0 * 10).rounded(.down) / 10):1" } ?? "yours"
      let name = theme.name + String(repeating: " ", count: max(1, 16 - theme.name.count))
      return Picker.Row(name + theme.summary, detail: contrast, action: .theme(theme.name))
    }
    var picker = Picker(.themes, title: "Theme (moving previews, Esc restores)", rows: rows)
    picker.cursor.row = themes.firstIndex { $0.name == themeName } ?? 0
    modes.append(.picker(picker))
  }

  /// Uses a theme from now on, and in later runs.
  mutating func chooseTheme(_ name: String) {
    guard themes.contains(where: { $0.name == name }) else {
      let guess = ConfigurationText.closest(to: name, in: themes.map(\.name))
      say("There is no theme \"\(name)\"" + (guess.map { ". Did you mean \"\($0)\"?" } ?? ""), .warning)
      return
    }
    settings.theme = name
    applyTheme()
    emit(.keepSetting("theme", name))
    say("Theme \(name)")
  }

  /// Themes were read, or read again because a file has changed.
  mutating func takeThemes(_ new: [Theme], _ problems: [ConfigurationProblem]) {
    themes = new
    applyTheme()
    report(problems, note: "What it says is left out; the rest is used. Mend the file and it is read again by itself.")
  }

  /// Settings were read, and something is wrong in them.
  mutating func takeProblems(_ problems: [ConfigurationProblem]) {
    report(problems, note: "What it says is left out; the rest is used. gloss config check lists everything.")
  }

  /// Warnings stand in the status line, the first error in a dialog with its place; all are in the message history.
  private mutating func report(_ problems: [ConfigurationProblem], note: String) {
    for problem in problems where problem.isWarning { say(problem.description, .warning) }
    let errors = problems.filter { !$0.isWarning }
    guard let first = errors.first else { return }
    // Not as errors, which wait for Esc: the dialog waits already.
    for problem in errors.reversed() { say(problem.description, .warning) }
    if case .dialog(let dialog) = mode, dialog.isAlert { popMode() }
    let others = errors.count == 1 ? "" : " Space m shows \(errors.count - 1) more."
    modes.append(
      .dialog(
        Dialog(
          title: "Something is wrong in \(ArticlePath(first.file).fileName)",
          lines: first.explanation + ["", note + others], choices: [], enterTitle: "close", enterAction: .close,
          isAlert: true)))
  }
}
