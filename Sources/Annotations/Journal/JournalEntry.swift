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
