import Annotations

/// Makes a theme of the helix editor, which knows nothing of mentions, serve here.
///
/// Labels take the colours of syntax that such themes take care to tell apart, made lighter or darker until they can be
/// read on the page; fills are the same colours mixed into the page.
enum HelixScopes {
  private static let syntax = ["function", "type", "string", "constant", "keyword", "special", "label", "tag"]
  private static let ansi = [3, 6, 2, 2, 5, 1, 4, 7]

  static func fillIn(_ theme: inout Theme) {
    fillInMissing("ui.text.inactive", from: ["ui.virtual", "comment", "ui.text"], &theme)
    fillInMissing("ui.text.focus", from: ["ui.menu.selected", "ui.selection"], &theme)
    fillInMissing("ui.popup.key", from: ["ui.text.focus", "ui.popup"], &theme)
    fillInMissing("ui.window.focus", from: ["ui.window", "ui.text"], &theme)
    fillInMissing("ui.statusline.mode", from: ["ui.statusline.normal", "ui.statusline"], &theme)
    fillInMissing("ui.search.match", from: ["ui.selection"], &theme)
    let statuses: [(String, ThemeScope)] = [
      ("accepted", made(show: .fill)), ("suggested", made([.underline], show: .foreground)),
      ("unsure", made([.underline, .italic], show: .foreground, mark: "?")), ("rejected", made(mark: "~")),
      ("conflict", made([.underline, .bold], mark: "!")), ("inner", made([.underline])),
      ("same-entity", made([.bold])), ("current", made([.reverse])), ("tag", made(show: .chip)),
    ]
    for (name, scope) in statuses where theme.scopes["mention.\(name)"] == nil {
      theme.scopes["mention.\(name)"] = scope
    }
    for slot in 1...LabelDefinition.slotCount where theme.scopes["mention.label.\(slot)"] == nil {
      theme.scopes["mention.label.\(slot)"] = label(slot, theme)
    }
  }

  private static func fillInMissing(_ name: String, from others: [String], _ theme: inout Theme) {
    guard theme.scopes[name] == nil, let other = others.first(where: { theme.scopes[$0] != nil }) else { return }
    theme.scopes[name] = theme.scopes[other]
  }

  private static func made(
    _ attributes: Style.Attributes = [], show: ThemeScope.Show? = nil, mark: String? = nil
  ) -> ThemeScope {
    var scope = ThemeScope()
    scope.attributes = attributes
    scope.show = show
    scope.mark = mark
    return scope
  }

  private static func label(_ slot: Int, _ theme: Theme) -> ThemeScope {
    var scope = ThemeScope()
    scope.ansi = .ansi(ansi[slot - 1])
    let color = theme.scope(syntax[slot - 1]).foreground ?? theme.scope("ui.text").foreground
    guard let rgb = color?.rgb, let page = theme.scope("ui.background").background?.rgb else {
      scope.foreground = color
      return scope
    }
    let readable = rgb.reaching(4.5, on: page)
    scope.foreground = .rgb(readable)
    let ink = theme.scope("ui.text").foreground?.rgb ?? readable
    var fill = mix(readable, page, 0.3)
    if ink.contrast(with: fill) < 4.5 { fill = mix(readable, page, 0.15) }
    scope.fill = .rgb(fill)
    return scope
  }

  private static func mix(_ color: RGB, _ page: RGB, _ share: Double) -> RGB {
    func part(_ a: Int, _ b: Int) -> Int { Int((Double(a) * share + Double(b) * (1 - share)).rounded()) }
    return RGB(part(color.red, page.red), part(color.green, page.green), part(color.blue, page.blue))
  }
}
