import Annotations

/// A theme fitted to a terminal: the styles that views ask for.
package struct StyleSheet: Hashable, Sendable {
  /// What stands around a mention to say what it is.
  package enum Markers: String, Hashable, Sendable, CaseIterable {
    /// The label's letter behind it.
    case letters
    /// Brackets whose shape is the status, and the letter.
    case brackets
    /// Nothing; the status line names it.
    case none
  }

  /// How one label looks.
  package struct LabelStyle: Hashable, Sendable {
    /// Colour of its name and of suggestions.
    var foreground: Color
    /// Colour behind what was accepted; nil where colours are too few for that.
    var fill: Color?
    /// Letters of other labels' colours that cannot be read on this fill.
    var unreadableOnFill: Set<Int>
  }

  /// The terminal's colours.
  package let depth: ColorDepth
  /// What stands around mentions.
  package var markers: Markers
  /// Text on the page.
  package let page: Style
  /// Text of less weight.
  package let inactive: Style
  /// The row that the keys act on, in a pane that has them.
  package let focus: Style
  /// The line above the hints.
  package let statusLine: Style
  /// The word in it that names the mode.
  package let mode: Style
  /// Frames and lines between panes.
  package let window: Style
  /// The frame of what has the keys.
  package let windowFocus: Style
  /// Text in a popup.
  package let popup: Style
  /// A key named in a popup.
  package let popupKey: Style
  /// The row of a popup that Enter chooses.
  package let menuSelected: Style
  /// What a search has found.
  package let searchMatch: Style
  /// A warning.
  package let warning: Style
  /// An error.
  package let error: Style
  private let labels: [LabelStyle]
  private let statuses: [Status: ThemeScope]
  private let bracketPairs: [Status: [String]]
  /// Whether the page is light; dark text on colour can then be told apart better than coloured text on white.
  private let isLight: Bool
  private let inner: Style.Attributes
  private let sameEntity: Style.Attributes
  private let current: Style.Attributes

  /// Fits `theme` to a terminal.
  ///
  /// - Parameters:
  ///   - theme: The theme.
  ///   - depth: How many colours the terminal has. Below 256 the layout is that of the theme `terminal`, with the
  ///     colours that `theme` names with `ansi`; without colours it is that of `mono`.
  ///   - markers: What stands around mentions; without colours always brackets.
  ///   - builtIn: Finds the themes `terminal` and `mono`.
  package init(_ theme: Theme, depth: ColorDepth, markers: Markers = .letters, builtIn: (String) -> Theme?) {
    let mono = builtIn("mono") ?? theme
    let base: Theme =
      switch depth {
      case .mono: mono
      case .eight, .sixteen: theme.name == "mono" ? theme : builtIn("terminal") ?? theme
      default: theme
      }
    let usesColor = depth > .mono && base.name != "mono"
    let fitting = Fitting(theme: base, depth: usesColor ? depth : .mono)
    self.depth = usesColor ? depth : .mono
    self.markers = usesColor ? markers : markers == .none ? .none : .brackets
    page = fitting.style("ui.text")
    inactive = fitting.style("ui.text.inactive")
    focus = fitting.style("ui.text.focus")
    statusLine = fitting.style("ui.statusline")
    mode = fitting.style("ui.statusline.mode")
    window = fitting.style("ui.window")
    windowFocus = fitting.style("ui.window.focus")
    popup = fitting.style("ui.popup")
    popupKey = fitting.style("ui.popup.key")
    menuSelected = fitting.style("ui.menu.selected")
    searchMatch = fitting.style("ui.search.match")
    warning = fitting.style("warning")
    error = fitting.style("error")
    labels = (1...LabelDefinition.slotCount).map { fitting.label($0, ansiOf: theme) }
    var statuses: [Status: ThemeScope] = [:]
    var pairs: [Status: [String]] = [:]
    for (status, name) in [
      (Status.accepted, "accepted"), (.suggested, "suggested"), (.unsure, "unsure"), (.rejected, "rejected"),
    ] {
      statuses[status] = base.scope("mention.\(name)")
      pairs[status] = base.scope("mention.\(name)").brackets ?? mono.scope("mention.\(name)").brackets
    }
    self.statuses = statuses
    bracketPairs = pairs
    isLight = !base.isDark
    inner = base.scope("mention.inner").attributes
    sameEntity = base.scope("mention.same-entity").attributes
    let currentAttributes = base.scope("mention.current").attributes
    current = currentAttributes.isEmpty ? .reverse : currentAttributes
  }

  // MARK: - Mentions

  private func label(_ slot: Int) -> LabelStyle { labels[min(max(1, slot), labels.count) - 1] }

  /// A label's name, in its colour.
  package func labelName(_ slot: Int, on style: Style) -> Style {
    Style(label(slot).foreground, on: style.background, style.attributes.union(.bold))
  }

  /// The letter of a label on its colour.
  package func chip(_ slot: Int) -> Style {
    let label = label(slot)
    if let fill = label.fill, isLight { return Style(page.foreground, on: fill, .bold) }
    if label.foreground == .standard { return Style(page.foreground, on: page.background, [.reverse]) }
    // Where the terminal's own background is the page, only reversing gives the letter that colour.
    guard depth >= .indexed, page.background != .standard else {
      return Style(label.foreground, on: page.background, [.reverse])
    }
    return Style(page.background, on: label.foreground, .bold)
  }

  /// A mention around a cell, as far as its look goes.
  package struct Surrounding: Hashable, Sendable {
    var slot: Int
    var status: Status
    var isSameEntity: Bool

    /// Describes a mention by the colour of its label, its status, and whether it names what is selected.
    package init(slot: Int, status: Status, isSameEntity: Bool = false) {
      self.slot = slot
      self.status = status
      self.isSameEntity = isSameEntity
    }
  }

  /// The look of text inside mentions, outermost first.
  package func text(in surroundings: [Surrounding]) -> Style {
    var style = page
    var fillSlot: Int?
    for (depth, layer) in surroundings.enumerated() {
      let scope = statuses[layer.status] ?? ThemeScope()
      let label = label(layer.slot)
      style.attributes.formUnion(scope.attributes)
      if layer.isSameEntity { style.attributes.formUnion(sameEntity) }
      if layer.status == .rejected {
        if scope.foreground != nil { style.foreground = inactive.foreground }
      } else if scope.show == .fill, let fill = label.fill, fillSlot == nil {
        style.background = fill
        style.foreground = page.foreground
        fillSlot = layer.slot
      } else if scope.show != nil {
        let isReadable = fillSlot.map { !self.label($0).unreadableOnFill.contains(layer.slot) } ?? true
        if isReadable, label.foreground != .standard { style.foreground = label.foreground }
      }
      if depth > 0 { style.attributes.formUnion(inner) }
    }
    return style
  }

  /// The look of what is selected.
  package func selected(_ style: Style) -> Style { style.with(current) }

  /// What stands before and behind a mention: with letters nothing and the letter with the status's mark, with brackets
  /// a bracket and a bracket with the letter.
  package func marks(_ status: Status, letter: Character) -> (before: String, after: String) {
    switch markers {
    case .none: return ("", "")
    case .letters:
      let mark = statuses[status]?.mark ?? ""
      return status == .rejected ? (mark, mark) : ("", String(letter).uppercased() + mark)
    case .brackets:
      let pair = bracketPairs[status] ?? ["", ""]
      return (pair[0], pair[1].replacing("{L}", with: String(letter).uppercased()))
    }
  }
}

/// Looks up scopes for one terminal.
private struct Fitting {
  let theme: Theme
  let depth: ColorDepth
  let pageColor: RGB?
  let target: Double

  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
    pageColor = theme.scope("ui.background").background?.rgb
    target = theme.name.hasPrefix("contrast") ? 7 : 4.5
  }

  func style(_ name: String) -> Style {
    let scope = theme.scopes[name] ?? (name == "ui.selection" ? ThemeScope() : theme.scope(name))
    let below = scope.background ?? theme.scope("ui.background").background ?? .standard
    let ink = scope.foreground ?? theme.scope("ui.text").foreground ?? .standard
    // The page is rounded by itself; what else stands behind text is rounded so that the text on it stays readable.
    let isPage = scope.background == nil || scope.background?.rgb == pageColor
    let behind = isPage ? below.color(depth) : below.color(depth, on: roundedInk(ink), keeping: target)
    return Style(ink.color(depth, on: shown(behind) ?? below.rgb, keeping: target), on: behind, scope.attributes)
  }

  /// The ink as a terminal with 256 colours shows it.
  private func roundedInk(_ ink: ThemeColor) -> RGB? { depth == .indexed ? ink.rgb?.rounded() : ink.rgb }

  /// What a rounded colour looks like.
  private func shown(_ color: Color) -> RGB? {
    if case .indexed(let index) = color, index >= 16 { RGB(indexed: Int(index)) } else { nil }
  }

  func label(_ slot: Int, ansiOf chosen: Theme) -> StyleSheet.LabelStyle {
    let scope = theme.scope("mention.label.\(slot)")
    var ink = scope.foreground ?? .standard
    if depth < .indexed, let ansi = chosen.scope("mention.label.\(slot)").ansi { ink = ansi }
    let fill = depth < .indexed ? nil : scope.fill
    var unreadable: Set<Int> = []
    if let fill = fill?.rgb {
      for other in 1...LabelDefinition.slotCount {
        guard let color = theme.scope("mention.label.\(other)").foreground?.rgb else { continue }
        if color.contrast(with: fill) < target { unreadable.insert(other) }
      }
    }
    return StyleSheet.LabelStyle(
      foreground: ink.color(depth, on: depth == .indexed ? pageColor?.rounded() : pageColor, keeping: target),
      fill: fill.map {
        $0.color(depth, on: roundedInk(theme.scope("ui.text").foreground ?? .standard), keeping: target)
      },
      unreadableOnFill: unreadable)
  }
}
