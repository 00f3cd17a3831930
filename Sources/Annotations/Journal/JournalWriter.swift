import Glibc
import Synchronization

/// Appends to the journal of an article, so that what was written survives whatever happens next.
///
/// The file is opened for each entry: a change may concern more articles than a program may have files open, and a
/// journal that somebody has removed meanwhile is begun anew.
public final class JournalWriter: Sendable {
  private struct State {
    /// How many lines the file has, as far as this writer knows. Never more than it has.
    var lineCount: Int
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
  /// - Parameters:
  ///   - path: The file.
  ///   - article: The article it belongs to.
  ///   - annotator: Whose decisions it tells of.
  ///   - journal: What is in the file.
  public init(_ path: String, article: ArticlePath, annotator: Annotator, after journal: Journal) {
    self.path = path
    self.article = article
    self.annotator = annotator
    state = Mutex(State(lineCount: journal.lineCount, textDigest: journal.textDigest))
  }

  /// How many lines have been written, by earlier runs too.
  public var lineCount: Int { state.withLock { $0.lineCount } }

  /// Counts the lines anew, since another program may have written some.
  func countAgain() {
    state.withLock { state in
      let count = (try? FileAccess.read(path)).map(Journal.lineCount) ?? 0
      // Its last header may speak of another text.
      if count != state.lineCount { state = State(lineCount: count, textDigest: nil) }
    }
  }

  /// Writes `entry`. From then on it survives the end of this program, however that comes about; after
  /// ``synchronise()`` it survives the end of the machine too.
  ///
  /// - Parameters:
  ///   - entry: What happened.
  ///   - format: The form of records about the article's text.
  /// - Returns: How many lines the journal has now.
  /// - Throws: ``SystemError`` when the disk is full or the folder cannot be written to.
  @discardableResult
  public func append(_ entry: JournalEntry, _ format: RecordFormat) throws(SystemError) -> Int {
    try append(Journal.record(of: entry, for: article, format: format), format)
  }

  /// Waits until everything written is on the disk.
  ///
  /// - Throws: ``SystemError`` when the disk does not take it.
  public func synchronise() throws(SystemError) {
    let outcome: Result<Void, SystemError> = state.withLock { _ in
      do throws(SystemError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        // Somebody has removed it: there is nothing to wait for, and the sidecar is being written.
        if descriptor < 0, errno == ENOENT { return .success(()) }
        guard descriptor >= 0 else { throw SystemError("open", path) }
        defer { close(descriptor) }
        if fdatasync(descriptor) != 0 { throw SystemError("fdatasync", path) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try outcome.get()
  }

  /// Notes that the sidecar, now with digest `sidecarDigest`, holds what the first `lines` lines tell. It need not be
  /// synced: without it the entries are only looked at once more.
  ///
  /// - Throws: ``SystemError`` when the disk is full.
  public func markSaved(_ sidecarDigest: Digest, through lines: Int, _ format: RecordFormat) throws(SystemError) {
    guard FileAccess.exists(path) else { return }
    _ = try append(Journal.saved(sidecarDigest, through: lines), format)
  }

  private func append(_ record: JSONObject, _ format: RecordFormat) throws(SystemError) -> Int {
    let outcome: Result<Int, SystemError> = state.withLock { state in
      do throws(SystemError) {
        let descriptor = try open(&state)
        defer { close(descriptor) }
        var records = [record]
        if state.textDigest != format.textDigest {
          records.insert(Journal.header(of: article, annotator: annotator, format), at: 0)
        }
        var lines: [UInt8] = []
        for record in records { JSONWriter.append(line: record, to: &lines) }
        try FileAccess.write(lines, to: descriptor, path)
        state.lineCount += records.count
        state.textDigest = format.textDigest
        return .success(state.lineCount)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Opens the file. A line that a crash or a full disk left unfinished is ended, so that it spoils nothing but itself.
  private func open(_ state: inout State) throws(SystemError) -> Int32 {
    var descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT {
      try FileAccess.makeFolder(ArticlePath(path).folder)
      descriptor = Glibc.open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor >= 0 { FileAccess.syncFolder(ArticlePath(path).folder) }
      state = State(lineCount: 0, textDigest: nil)
    }
    guard descriptor >= 0 else { throw SystemError("open", path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      // What is written into a pipe that nobody reads is gone.
      close(descriptor)
      throw SystemError.notOrdinary(path)
    }
    let end = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if end > 0, pread(descriptor, &last, 1, end - 1) == 1, last != 0x0A {
      do throws(SystemError) {
        try FileAccess.write([0x0A], to: descriptor, path)
      } catch {
        close(descriptor)
        throw error
      }
    }
    return descriptor
  }
}
