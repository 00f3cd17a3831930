/// What goes into one cell, or into two for a wide character: a base and the marks on it.
///
/// Terminals disagree about anything more elaborate, and a disagreement about widths ruins the whole line. So of a
/// sequence joined by ZERO WIDTH JOINER the first part is shown; variation selectors, skin tones and the keycap are not;
/// controls of all kinds are replaced and never reach the terminal.
package struct Cluster: Hashable, Sendable {
  /// Base and marks; a single code point in nearly every case.
  package var glyph: Glyph
  /// Cells it takes: 1 or 2. A tab takes up to four, see ``isTab``.
  package var cells: Int
  /// Where it lies in the text, in UTF-8 offsets, with all that is not shown.
  package var start: Int
  /// Just past its last byte.
  package var end: Int
  /// Whether it is white space that a line may be broken at.
  package var isSpace: Bool
  /// Whether it goes on to the next tab stop.
  package var isTab = false
}
