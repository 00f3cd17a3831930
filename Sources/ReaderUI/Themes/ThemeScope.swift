/// What a theme says of one scope, such as `ui.text` or `mention.accepted`.
package struct ThemeScope: Hashable, Sendable {
  /// What a mention shows of its label's two colours.
  package enum Show: String, Hashable, Sendable, CaseIterable {
    /// Text on the label's fill.
    case fill
    /// Text in the label's colour.
    case foreground = "fg"
    /// A letter in the colour of the page, on the label's colour.
    case chip
  }

  /// Colour of the text.
  package var foreground: ThemeColor?
  /// Colour behind it.
  package var background: ThemeColor?
  /// Colour behind accepted mentions of a label.
  package var fill: ThemeColor?
  /// Which of the sixteen colours to use where there are no more.
  package var ansi: ThemeColor?
  /// What is done to the text.
  package var attributes: Style.Attributes = []
  /// What a mention shows of its label.
  package var show: Show?
  /// A sign behind the mention's letter.
  package var mark: String?
  /// What stands before and behind the mention instead of colour; `{L}` is the label's letter.
  package var brackets: [String]?

  /// Makes a scope that says nothing.
  package init() {}
}
