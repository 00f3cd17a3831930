import Annotations

/// What the program has said; the last message stands in the status line until the next key.
package struct MessageLog: Hashable, Sendable {
  /// How much a message matters.
  package enum Weight: Hashable, Sendable {
    /// It tells what happened.
    case info
    /// It should be read.
    case warning
    /// Something failed; it stays until it is dismissed.
    case error
  }

  /// One message.
  package struct Entry: Hashable, Sendable {
    /// When it was said.
    package var time: Timestamp
    /// How much it matters.
    package var weight: Weight
    /// What was said.
    package var text: String
  }

  /// How many messages are kept.
  static let capacity = 500

  /// All messages, the latest last.
  package private(set) var entries: [Entry] = []
  /// The message to show now.
  package private(set) var current: Entry?

  /// Says something. An error in view is not replaced by something that matters less.
  package mutating func say(_ text: String, _ weight: Weight = .info, at time: Timestamp) {
    let entry = Entry(time: time, weight: weight, text: text)
    entries.append(entry)
    if entries.count > Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
    if current?.weight == .error, weight != .error { return }
    current = entry
  }

  /// A key was pressed: what was said has been read. Errors wait for Esc.
  package mutating func keyPressed(isEscape: Bool) {
    if current?.weight != .error || isEscape { current = nil }
  }
}
