import Annotations
import ArgumentParser
import CTerminal
import Glibc
import ReaderUI
import TextAnalysis

/// Says what the program finds around it, to be pasted into a report.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what terminal, colours, clipboard, locale and files the program finds.")

  func run() throws {
    let environment = Environment.current
    func line(_ name: String, _ value: String) {
      StandardOutput.write(
        line: "\(name)\(String(repeating: " ", count: max(1, 14 - name.count)))\(Terminal.neutralised(value))")
    }
    line("gloss", Version.text)
    line("model", describeModel(environment))
    for name in [
      "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TMUX", "SSH_TTY", "ESCDELAY",
    ] {
      if let value = environment[name] { line(name, value) }
    }
    line("input", isatty(STDIN_FILENO) == 1 ? "terminal" : "not a terminal")
    line("output", StandardOutput.isTerminal ? "terminal, \(StandardOutput.columns) columns" : "not a terminal")
    line("colours", describeColor(environment))
    line("clipboard", describeClipboard(environment))
    line("user", "\(environment.user) on \(environment.host)")
    let directories = environment.directories
    for (name, path) in [
      ("config", directories.config), ("state", directories.state), ("data", directories.data),
      ("locks", directories.runtime),
    ] { line(name, "\(path) (\(describeFolder(path)))") }
    line("settings", describeSettings(environment))
    line("widths", "each bar should stand under the one above")
    for (sample, cells) in [("plain", 5), ("日本", 4), ("é", 1), ("🙂", 2), ("👩‍👩‍👧", 2), ("ก็", 1)] {
      let own = CellWidth.cells(sample)
      StandardOutput.write(
        line:
          "              \(sample)\(String(repeating: " ", count: max(0, 8 - own)))|\(own == cells ? "" : "  gloss counts \(own)")"
      )
    }
    StandardOutput.flush()
  }

  private func describeColor(_ environment: Environment) -> String {
    if environment["NO_COLOR"] != nil { return "none, because NO_COLOR is set" }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return "any, because COLORTERM says so" }
    return "as terminfo says of \(environment["TERM"] ?? "no TERM")"
  }

  private func describeClipboard(_ environment: Environment) -> String {
    if environment["SSH_TTY"] != nil || environment["SSH_CONNECTION"] != nil {
      return "through the terminal (OSC 52): this is a remote machine"
    }
    if environment["WAYLAND_DISPLAY"] != nil { return "wl-copy if it is installed, else through the terminal (OSC 52)" }
    if environment["DISPLAY"] != nil { return "xclip or xsel if installed, else through the terminal (OSC 52)" }
    return "through the terminal (OSC 52)"
  }

  private func describeFolder(_ path: String) -> String {
    if FileAccess.exists(path) { return FileAccess.isWritableFolder(path) ? "writable" : "NOT WRITABLE" }
    var above = ArticlePath(path).folder
    while !FileAccess.exists(above), above != "/" { above = ArticlePath(above).folder }
    return FileAccess.isWritableFolder(above) ? "will be made" : "CANNOT BE MADE"
  }

  private func describeModel(_ environment: Environment) -> String {
    let settings = ConfigurationFiles(environment, folder: FileAccess.resolved(".")).read().settings
    return settings.model.map { "\($0), because the settings say so" } ?? "\(Pipeline.english.name), built in"
  }

  private func describeSettings(_ environment: Environment) -> String {
    let problems = ConfigurationFiles(environment, folder: FileAccess.resolved(".")).read().problems
    return problems.isEmpty ? "nothing wrong" : "\(problems.count) problems, see gloss config check"
  }
}
