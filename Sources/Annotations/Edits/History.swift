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

  /// Puts `older`, read from the journals, before what this run has done.
  public mutating func prepend(_ older: History) {
    let known = Set(undoable.map(\.id) + redoable.map(\.id))
    undoable.insert(contentsOf: older.undoable.filter { !known.contains($0.id) }, at: 0)
    if undoable.count == older.undoable.count {
      redoable.insert(contentsOf: older.redoable.filter { !known.contains($0.id) }, at: 0)
    }
  }
}
