import ArgumentParser
import ReaderUI

/// The manual page, made of the help texts and the command table.
enum ManualPage {
  /// The page in the language of man(7).
  static var text: String {
    var page = """
      .TH GLOSS 1 "" "gloss \(Version.text)" "User Commands"
      .SH NAME
      gloss \\- read articles in the terminal; see, label and correct the entities in them

      """
    page += section("SYNOPSIS", help(Gloss.helpMessage(columns: 76)))
    for command in Gloss.allSubcommands {
      page += section("GLOSS " + command._commandName.uppercased(), help(Gloss.helpMessage(for: command, columns: 76)))
    }
    page += ".SH KEYS\n"
    for context in Context.allCases {
      page += ".SS \(escaped(context.heading))\n.nf\n"
      page +=
        escaped(KeyTable(.standard).text([context]).split(separator: "\n").dropFirst().joined(separator: "\n"))
        + "\n.fi\n"
    }
    page += section(
      "FILES",
      """
      NAME.gloss.jsonl beside each article: the decisions, one JSON record a line.
      $XDG_CONFIG_HOME/gloss/config.toml, keys.toml, labels.toml, themes/: settings.
      gloss.toml in the folder of the articles or above it: settings of a project.
      $XDG_STATE_HOME/gloss/journal/: every decision, for undo and after a crash.
      $XDG_DATA_HOME/gloss/annotations/: decisions on articles in folders that cannot be written to.
      """)
    page += section(
      "EXIT STATUS",
      """
      0 done; 1 ran, and the answer is no (nothing found, a contrast too low); 64 wrong arguments; 65 a file is not what \
      it should be; 66 a file is missing or unreadable; 69 no usable terminal; 73 a file cannot be made; 78 settings are wrong.
      """)
    return page
  }

  private static func section(_ title: String, _ text: String) -> String {
    ".SH \(title)\n.nf\n\(escaped(text))\n.fi\n"
  }

  private static func help(_ text: String) -> String { text }

  /// A line must not begin with a point or an apostrophe, and a backslash is a command.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }.joined(separator: "\n")
  }
}
