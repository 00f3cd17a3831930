/// A theme: what each scope looks like, before it is fitted to a terminal (see ``StyleSheet``).
package struct Theme: Hashable, Sendable {
  /// What it is called.
  package var name: String
  /// What it is for, in a few words.
  package var summary: String
  /// The scopes that it, or the theme it inherits from, describes.
  package var scopes: [String: ThemeScope]

  /// Makes a theme.
  package init(name: String, summary: String = "", scopes: [String: ThemeScope] = [:]) {
    self.name = name
    self.summary = summary
    self.scopes = scopes
  }

  /// What it says of `scope`, or of the nearest scope above it: `ui.text.focus`, then `ui.text`, then `ui`.
  package func scope(_ scope: String) -> ThemeScope {
    var name = scope[...]
    while true {
      if let found = scopes[String(name)] { return found }
      guard let dot = name.lastIndex(of: ".") else { return ThemeScope() }
      name = name[..<dot]
    }
  }

  /// Whether the page is dark, as far as the theme says.
  package var isDark: Bool { (scope("ui.background").background?.rgb?.luminance ?? 0) < 0.18 }

  /// The lowest contrast between page and text, or between page and any label; nil when the colours are the terminal's.
  package var lowestContrast: Double? {
    let check = ThemeCheck(self)
    return check.rows.map(\.ratio).min()
  }
}
