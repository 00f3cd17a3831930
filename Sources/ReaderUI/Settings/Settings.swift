/// What a person can set, with what holds when they set nothing.
package struct Settings: Hashable, Sendable {
  /// What digits do in the reader.
  package enum Digits: String, Hashable, Sendable, CaseIterable {
    /// Give a label.
    case labels
    /// Count, as in vi: `3w`.
    case counts
  }

  /// How wide the text may be.
  package enum Measure: Hashable, Sendable {
    /// At most so many cells.
    case cells(Int)
    /// As wide as the window allows.
    case full
  }

  /// What digits do.
  package var digits = Digits.labels
  /// How wide the text may be.
  package var measure = Measure.cells(88)
  /// What stands around mentions.
  package var markers = StyleSheet.Markers.letters
  /// Whether rejected mentions are shown.
  package var showsRejected = false
  /// Whether nested mentions are drawn on lines of their own.
  package var showsLanes = false
  /// Whether the entity pane is shown where there is room.
  package var showsPane = true
  /// Cells added to the width of the side pane, or taken from it.
  package var paneWidthChange = 0
  /// The theme for dark terminals.
  package var darkTheme = "desk"
  /// The theme for light terminals.
  package var lightTheme = "paper"
  /// The theme that was asked for by name, whatever the terminal is like.
  package var theme: String?
  /// What suggests: a model file, or a name that the program knows; nil for what is built in.
  package var model: String?
  /// Whether the mouse selects.
  package var usesMouse = false
  /// Whether only ASCII is drawn around the text.
  package var isASCII = false
  /// Whether everything is one column of plain text, for screen readers.
  package var isLinear = false
  /// Whether the keys of non-Latin layouts act by their place.
  package var mapsLayouts = true
  /// Milliseconds before the list of continuations of a prefix appears.
  package var hintDelay = 0

  /// The standard settings.
  package init() {}
}
