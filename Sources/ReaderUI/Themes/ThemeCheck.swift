import Annotations

/// The contrast of every pair of colours that a theme puts one upon the other, and how well its labels can be told
/// apart.
package struct ThemeCheck: Sendable {
  /// One pair of colours.
  package struct Row: Hashable, Sendable {
    /// What stands on what.
    package var pair: String
    /// The contrast ratio.
    package var ratio: Double
    /// The ratio that is asked for: 4.5 for text (WCAG 2.2, 1.4.3), 7 in themes called contrast (1.4.6).
    package var needed: Double
    /// The ratio after rounding to the palette of 256 colours.
    package var ratioOf256: Double

    /// Whether both ratios are high enough.
    package var passes: Bool { ratio >= needed && ratioOf256 >= needed }
  }

  /// The theme.
  package let theme: Theme
  /// The pairs; none when the colours are the terminal's own.
  package let rows: [Row]
  /// The smallest difference (CIEDE2000) between any two labels, for each way of seeing colours.
  package let differences: [(vision: RGB.Vision, value: Double)]

  /// Computes the table for `theme`.
  package init(_ theme: Theme) {
    self.theme = theme
    let page = theme.scope("ui.background").background?.rgb
    let ink = theme.scope("ui.text").foreground?.rgb
    let needed = theme.name.hasPrefix("contrast") ? 7.0 : 4.5
    var rows: [Row] = []
    func add(_ pair: String, _ top: RGB?, _ below: RGB?) {
      guard let top, let below else { return }
      let below256 = below == page ? below.rounded() : below.rounded(against: top.rounded(), keeping: needed)
      let top256 = top.rounded(against: below256, keeping: needed)
      rows.append(
        Row(
          pair: pair, ratio: top.contrast(with: below), needed: needed, ratioOf256: top256.contrast(with: below256)))
    }
    for (name, scope) in [
      ("text", "ui.text"), ("faint text", "ui.text.inactive"), ("warning", "warning"), ("error", "error"),
      ("frame of the focus", "ui.window.focus"),
    ] { add("\(name) on page", theme.scope(scope).foreground?.rgb, page) }
    for (name, scope) in [
      ("focused row", "ui.text.focus"), ("status line", "ui.statusline"), ("mode", "ui.statusline.mode"),
      ("popup", "ui.popup"), ("key in popup", "ui.popup.key"), ("chosen row", "ui.menu.selected"),
      ("search match", "ui.search.match"),
    ] {
      let found = theme.scope(scope)
      add(name, found.foreground?.rgb ?? ink, found.background?.rgb ?? page)
    }
    add("text on selection", ink, theme.scope("ui.selection").background?.rgb)
    var labels: [RGB] = []
    for slot in 1...LabelDefinition.slotCount {
      let label = theme.scope("mention.label.\(slot)")
      add("label \(slot) on page", label.foreground?.rgb, page)
      add("text on fill \(slot)", ink, label.fill?.rgb)
      if let color = theme.isDark ? label.foreground?.rgb : label.fill?.rgb { labels.append(color) }
    }
    self.rows = rows
    differences = RGB.Vision.allCases.compactMap { vision in
      let seen = labels.map { $0.seen(with: vision) }
      let pairs = seen.indices.flatMap { i in seen.indices.dropFirst(i + 1).map { seen[i].difference(from: seen[$0]) } }
      return pairs.min().map { (vision, $0) }
    }
  }

  /// Whether every pair passes.
  package var passes: Bool { rows.allSatisfy(\.passes) }
}
