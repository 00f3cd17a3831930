import Annotations

/// The entities beside the article, while they have the keys.
package struct EntityPane: Hashable, Sendable {
  /// The entity that the keys act on.
  package var key: EntityIndex.Key?
  /// The marked entities.
  package var marked: Set<EntityIndex.Key> = []
}
