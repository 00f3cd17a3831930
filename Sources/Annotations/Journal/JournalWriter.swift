import Glibc
import Synchronization

/// Appends to the journal of an article, so that what was written survives whatever happens next.
public final class JournalWriter: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    /// The text that the last header line in the file speaks of.
    var textDigest: Digest?
  }

  /// The file.
  public let path: String
  private let article: ArticlePath
  private let annotator: Annotator
  private let state: Mutex<State>

  /// Prepares to write the journal at `path`; the file is made with the first entry.
  ///
  /// - Parameter textDigest: The text that the file's last lines refer to, from ``Journal/textDigest``.
  public init(_ path: String, article: ArticlePath, annotator: Annotator, textDigest: Digest?) {
    self.path = path
    self.article = article
    self.annotator = annotator
    state = Mutex(State(textDigest: textDigest))
  }

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Writes `entry` and waits until it is on the disk.
  ///
  /// - Parameters:
  ///   - entry: What happened.
  ///   - document: The article's text.
  ///   - textDigest: Digest of that text.
  /// - Throws: ``SystemError`` when the disk is full or the folder cannot be written to.
  public func append(_ entry: JournalEntry, document: Document, textDigest: Digest) throws(SystemError) {
    let record = Journal.record(of: entry, for: article, format: RecordFormat(document))
    try append([record], textDigest: textDigest, sync: true)
  }

  /// Notes that the sidecar, now with digest `sidecarDigest`, holds all entries so far. It need not be synced: without
  /// it the entries are only looked at once more.
  ///
  /// - Throws: ``SystemError`` when the disk is full.
  public func markSaved(_ sidecarDigest: Digest, textDigest: Digest) throws(SystemError) {
    guard state.withLock({ $0.descriptor >= 0 }) || FileAccess.exists(path) else { return }
    let record: JSONObject = ["type": "saved", "sha256": .string(sidecarDigest.hexadecimal)]
    try append([record], textDigest: textDigest, sync: false)
  }

  private func append(_ records: [JSONObject], textDigest: Digest, sync: Bool) throws(SystemError) {
    var failure: SystemError?
    state.withLock { state in
      do throws(SystemError) {
        var records = records
        if state.descriptor < 0 { state.descriptor = try openForAppending() }
        if state.textDigest != textDigest {
          let header = Journal.header(of: article, annotator: annotator, textDigest: textDigest)
          records.insert(header, at: 0)
        }
        let lines = records.map { JSONWriter.text(.object($0)) + "\n" }.joined()
        try FileAccess.write(Array(lines.utf8), to: state.descriptor, path)
        state.textDigest = textDigest
        if sync, fdatasync(state.descriptor) != 0 { throw SystemError("fdatasync", path) }
      } catch {
        failure = error
        // Part of a line may have been written: opening the file again ends it.
        if state.descriptor >= 0 { close(state.descriptor) }
        state.descriptor = -1
      }
    }
    if let failure { throw failure }
  }

  /// Opens the file; a line that a crash left unfinished is ended, so that it spoils nothing but itself.
  private func openForAppending() throws(SystemError) -> Int32 {
    try FileAccess.makeFolder(ArticlePath(path).folder)
    let isNew = !FileAccess.exists(path)
    let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError("open", path) }
    let end = lseek(descriptor, 0, SEEK_END)
    if end > 0 {
      var last: UInt8 = 0
      if pread(descriptor, &last, 1, end - 1) == 1, last != 0x0A { try FileAccess.write([0x0A], to: descriptor, path) }
    }
    if isNew {
      let folder = open(ArticlePath(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if folder >= 0 {
        fsync(folder)
        close(folder)
      }
    }
    return descriptor
  }
}
