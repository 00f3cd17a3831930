/// What can be undone and redone, the latest last.
///
/// Unlimited, across articles; filled from the journals it also reaches across runs.
public struct History: Hashable, Sendable {
  /// Something that happened, as the journals tell it.
  public enum Event: Hashable, Sendable {
    /// A command changed something.
    case did(Change)
    /// The change with this identifier was taken back.
    case undid(Change.ID)
    /// The change with this identifier was done again.
    case redid(Change.ID)
  }

  /// Changes that stand.
  public private(set) var undoable: [Change] = []
  /// Changes that were taken back, the next to redo last.
  public private(set) var redoable: [Change] = []

  /// Makes an empty history.
  public init() {}

  /// Takes note of `event`. A new change makes what was taken back before it unreachable, as everywhere.
  public mutating func record(_ event: Event) {
    switch event {
    case .did(let change):
      undoable.append(change)
      redoable.removeAll()
    case .undid(let id):
      guard let index = undoable.lastIndex(where: { $0.id == id }) else { return }
      redoable.append(undoable.remove(at: index))
    case .redid(let id):
      guard let index = redoable.lastIndex(where: { $0.id == id }) else { return }
      undoable.append(redoable.remove(at: index))
    }
  }

  /// Forgets the change with identifier `id`, which can no longer be undone or redone.
  public mutating func forget(_ id: Change.ID) {
    undoable.removeAll { $0.id == id }
    redoable.removeAll { $0.id == id }
  }
}

extension History {
  /// The history that several articles' journals tell together.
  ///
  /// A change to many articles stands in the journal of each with the part that concerns it; here it is one again.
  public init(journals: [[JournalEntry]]) {
    self.init()
    var changes: [Change.ID: Change] = [:]
    for event in Chronicle(journals).events {
      switch event {
      case .did(let change): changes[change.id] = change
      case .redid(let id) where !redoable.contains { $0.id == id } && !undoable.contains { $0.id == id }:
        // Where a clock was set back, a change to another article may seem to have come in between.
        if let change = changes[id] { undoable.append(change) }
        continue
      default: break
      }
      record(event)
    }
  }
}
