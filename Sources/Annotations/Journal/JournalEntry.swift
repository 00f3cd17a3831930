/// One line of a journal: something that happened to an article's layer.
public struct JournalEntry: Hashable, Sendable {
  /// What happened.
  public var event: History.Event
  /// When.
  public var time: Timestamp

  /// Makes an entry.
  public init(_ event: History.Event, time: Timestamp) {
    self.event = event
    self.time = time
  }
}

extension History {
  /// The history that several articles' journals tell together.
  ///
  /// A change to many articles stands in the journal of each with the part that concerns it; here it is one again.
  public init(journals: [[JournalEntry]]) {
    self.init()
    var changes: [Change.ID: Change] = [:]
    var events: [(order: Int, entry: JournalEntry)] = []
    var seen: Set<JournalEntry> = []
    for entry in journals.joined() {
      if case .did(let change) = entry.event {
        if let known = changes[change.id] {
          changes[change.id] = known.joined(with: change)
          continue
        }
        changes[change.id] = change
      } else if !seen.insert(entry).inserted {
        continue
      }
      events.append((events.count, entry))
    }
    events.sort { ($0.entry.time, $0.order) < ($1.entry.time, $1.order) }
    for (_, entry) in events {
      if case .did(let change) = entry.event, let whole = changes[change.id] {
        record(.did(whole))
      } else {
        record(entry.event)
      }
    }
  }
}

extension Change {
  /// This change with the parts of `other`, the same change as another journal tells it.
  func joined(with other: Change) -> Change {
    let known = Set(parts.map(\.article))
    return Change(
      id: id, summary: summary, time: time, parts: parts + other.parts.filter { !known.contains($0.article) },
      place: place ?? other.place)
  }
}
