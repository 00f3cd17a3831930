/// One change to a layer, as a value that knows its inverse.
///
/// An edit holds what was there before and what is there after; nil stands for "nothing". So adding, removing and
/// changing are one case, and undoing is exchanging the two.
public enum Edit: Hashable, Sendable {
  /// Adds, changes or removes a mention.
  case mention(Mention.ID, from: Mention?, to: Mention?)
  /// Adds, changes or removes an entity.
  case entity(Entity.ID, from: Entity?, to: Entity?)
  /// Changes what is said of the article as a whole.
  case marks(from: ArticleMarks, to: ArticleMarks)

  /// The edit that takes this one back.
  public var inverse: Edit {
    switch self {
    case .mention(let id, let from, let to): .mention(id, from: to, to: from)
    case .entity(let id, let from, let to): .entity(id, from: to, to: from)
    case .marks(let from, let to): .marks(from: to, to: from)
    }
  }

  /// Adds `mention`.
  public static func add(_ mention: Mention) -> Edit { .mention(mention.id, from: nil, to: mention) }
  /// Removes `mention`.
  public static func remove(_ mention: Mention) -> Edit { .mention(mention.id, from: mention, to: nil) }
  /// Puts `changed` in the place of `mention`; both have the same identifier.
  public static func replace(_ mention: Mention, by changed: Mention) -> Edit {
    .mention(mention.id, from: mention, to: changed)
  }
}
