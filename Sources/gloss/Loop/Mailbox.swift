import CTerminal
import Glibc
import ReaderUI
import Synchronization

/// Takes messages from any thread; the loop that waits for keys wakes up for them.
final class Mailbox: Sendable {
  /// Becomes readable when there is something.
  let descriptor: Int32
  private let messages = Mutex<[Message]>([])

  init() { descriptor = system_eventfd() }

  deinit { close(descriptor) }

  /// Puts a message in.
  func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      defer { messages.append(message) }
      return messages.isEmpty
    }
    guard wasEmpty else { return }
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Takes all messages out.
  func drain() -> [Message] {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
