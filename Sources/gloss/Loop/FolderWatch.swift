import Annotations
import CTerminal
import Glibc

/// Notices when files in folders are written, replaced or removed by anybody.
final class FolderWatch {
  /// Something happened to a file.
  struct Event: Hashable {
    /// The file.
    var path: String
    /// Whether it is gone.
    var isGone: Bool
  }

  /// Becomes readable when something has happened; -1 where the system cannot watch.
  let descriptor: Int32
  private var folders: [Int32: String] = [:]
  private static let maximumFolders = 128

  init() { descriptor = system_inotify_init() }

  deinit { close(descriptor) }

  /// Watches `folder` too.
  func watch(_ folder: String) {
    guard descriptor >= 0, folders.count < Self.maximumFolders, !folders.values.contains(folder) else { return }
    let watch = system_inotify_watch(descriptor, folder)
    if watch >= 0 { folders[watch] = folder }
  }

  /// What has happened since it was last asked; each file once.
  func events() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      var offset = 0
      while offset + 16 <= count {
        let (watch, mask, length) = buffer.withUnsafeBytes { bytes in
          (
            bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
            bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
            Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
          )
        }
        let name = String(decoding: buffer[(offset + 16)..<(offset + 16 + length)].prefix { $0 != 0 }, as: UTF8.self)
        offset += 16 + length
        guard let folder = folders[watch], !name.isEmpty, !name.hasPrefix(".") else { continue }
        let event = Event(path: "\(folder)/\(name)", isGone: mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0)
        events.removeAll { $0.path == event.path }
        events.append(event)
      }
    }
    return events
  }
}
