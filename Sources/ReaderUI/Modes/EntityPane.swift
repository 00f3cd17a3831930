import Annotations

/// The entities beside the article, while they have the keys.
package struct EntityPane: Hashable, Sendable {
  /// The entity that the keys act on.
  package var key: EntityIndex.Key?
  /// Of the mentions that have lost their place, the one that the keys act on instead, by its number.
  package var lost: Int?
  /// The marked entities.
  package var marked: Set<EntityIndex.Key> = []
}
