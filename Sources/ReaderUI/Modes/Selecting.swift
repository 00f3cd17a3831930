import Annotations

/// A selection of which one edge moves.
package struct Selecting: Hashable, Sendable {
  /// The word that stays selected.
  package var anchor: Span
  /// The word that motions move.
  package var head: Span
}
