import Annotations

/// Decisions on their way to the disk.
package struct NumberedLayer: Sendable {
  /// The decisions.
  package var layer: Layer
  /// How many times this article's decisions had been sent to the disk. What is there then is only up to date if
  /// nothing has been sent since, even if it looks the same: undo and redo come back to where they were.
  package var number: Int
}
