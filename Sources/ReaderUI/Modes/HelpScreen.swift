import Annotations

/// The help screen.
package struct HelpScreen: Hashable, Sendable {
  /// The context it explains.
  package var context: Context
  /// What it is narrowed to.
  package var field = TextField()
  /// The first row in view.
  package var top = 0
}
