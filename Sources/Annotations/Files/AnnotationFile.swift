import Glibc
import Synchronization

/// Where the decisions on one article are written: journal, sidecar and lock.
///
/// Safe to use from several threads: a decision can be journalled while the sidecar is being saved.
public final class AnnotationFile: Sendable {
  /// Why the sidecar was not written.
  public enum SaveError: Error, Sendable {
    /// Another program has changed the sidecar; this is what it holds now, nil when it is gone.
    case changedOnDisk(Sidecar?)
    /// The system refused. The journal still has every decision.
    case refused(SystemError)
  }

  /// What came of a save.
  public struct Saved: Sendable {
    /// Where the sidecar is.
    public var path: String
    /// Whether it had to be written to the data directory, because there was no writing beside the article.
    public var isMirrored: Bool

    /// Describes a save.
    public init(path: String, isMirrored: Bool) {
      self.path = path
      self.isMirrored = isMirrored
    }
  }

  /// What is known of the files on disk.
  struct OnDisk {
    /// The sidecar beside the article.
    var beside: FileContents.Trace
    /// The one in the data directory.
    var mirror: FileContents.Trace
    /// What they hold together.
    var sidecar: Sidecar
    /// What was last written or was to be written, since a failure may come after the fact.
    var attempted: Digest?
    /// What another program was last seen to have written to the data directory.
    var seenInMirror: Digest?
  }

  /// The article.
  public let path: ArticlePath
  private let store: AnnotationStore
  private let document: Document
  private let beside: String
  private let mirror: String
  private let journal: JournalWriter
  private let onDisk: Mutex<OnDisk>
  private let lock = Mutex<FileLock?>(nil)
  /// Made when first needed, since it takes a pass over the text.
  private let records: Mutex<RecordFormat?>
  /// The layer as the journal leaves it, and how many lines tell of it.
  private let journalled: Mutex<(layer: Layer, lines: Int)>

  /// - Parameters:
  ///   - opened: The article with what has been read of its files.
  ///   - onDisk: What these files held.
  ///   - format: The form of its records, if it was needed already.
  init(
    _ path: ArticlePath, store: AnnotationStore, document: Document, layer: Layer, journal: Journal, onDisk: OnDisk,
    format: RecordFormat?
  ) {
    self.path = path
    self.store = store
    self.document = document
    beside = Directories.sidecar(of: path, annotatorName: store.annotatorName)
    mirror = store.directories.mirroredSidecar(of: path, annotatorName: store.annotatorName)
    self.journal = JournalWriter(
      store.directories.journal(of: path, annotatorName: store.annotatorName), article: path,
      annotator: store.annotator, after: journal)
    self.onDisk = Mutex(onDisk)
    records = Mutex(format)
    journalled = Mutex((layer, journal.lineCount))
  }

  private var format: RecordFormat {
    records.withLock { records in
      if let records { return records }
      let made = RecordFormat(document)
      records = made
      return made
    }
  }

  /// Does what the first decision would otherwise have to wait for, in time proportional to the length of the text.
  public func prepare() { _ = format }

  // MARK: - Lock

  /// Takes the lock of this layer, or says who has it. Holding it already is success.
  ///
  /// - Returns: nil when the lock is ours; its holder when it is not.
  /// - Throws: ``SystemError`` when no lock can be made.
  public func lock(for holder: FileLock.Holder) throws(SystemError) -> FileLock.Holder? {
    let lockPath = store.directories.lock(of: path, annotatorName: store.annotatorName)
    let isHeld = lock.withLock { $0 != nil }
    if isHeld { return nil }
    switch try FileLock.take(lockPath, for: holder) {
    case .taken(let taken):
      lock.withLock { $0 = taken }
      // Whoever had it before may have written after the journal was read.
      journal.countAgain()
      return nil
    case .held(let other): return other ?? FileLock.Holder(user: "somebody", host: "this machine", processID: 0)
    }
  }

  /// Takes over the lock that `other` holds, if it holds one: this article was opened anew.
  public func takeLock(from other: AnnotationFile) {
    let held = other.lock.withLock { held in
      defer { held = nil }
      return held
    }
    if let held { lock.withLock { $0 = held } }
  }

  /// Lets another program have the lock.
  public func unlock() { lock.withLock { $0 = nil } }

  // MARK: - Journal

  /// Writes `entry` to the journal. It outlives this program from now on, and the machine's next power cut after
  /// ``synchroniseJournal()``.
  ///
  /// - Parameters:
  ///   - entry: What happened.
  ///   - layer: The decisions on this article after it.
  /// - Throws: ``SystemError`` when it could not be written.
  public func journal(_ entry: JournalEntry, leaving layer: Layer) throws(SystemError) {
    let lines = try journal.append(entry, format)
    journalled.withLock { $0 = (layer, lines) }
  }

  /// Waits until the journal is on the disk, which takes as long as the disk takes: between a hundredth and a tenth of
  /// a second on a busy one.
  ///
  /// - Throws: ``SystemError`` when the disk does not take it.
  public func synchroniseJournal() throws(SystemError) { try journal.synchronise() }

  /// Tells the journal what the sidecar holds now, if that is all the journal knows of. A decision may have been made
  /// while the sidecar was being written; it must not be taken for saved.
  private func markSaved(_ bytes: [UInt8], _ layer: Layer) {
    let (known, lines) = journalled.withLock { $0 }
    guard known == layer else { return }
    // The mark only saves work at the next start, so failing to write it is no failure.
    try? journal.markSaved(Digest(of: bytes), through: lines, format)
  }

  // MARK: - Sidecar

  /// Writes the sidecar, unless another program has changed it or there is nothing to write.
  ///
  /// - Parameters:
  ///   - layer: The decisions.
  ///   - labels: The labels that can be chosen from.
  ///   - model: The recogniser whose suggestions are decided upon.
  /// - Returns: Where it was written, or nil when there was nothing to write.
  /// - Throws: ``SaveError``.
  public func save(_ layer: Layer, labels: [Label], model: String?) throws(SaveError) -> Saved? {
    let outcome: Result<Saved?, SaveError> = onDisk.withLock { known in
      do throws(SaveError) {
        return .success(try write(layer, labels: labels, model: model, &known))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private func write(
    _ layer: Layer, labels: [Label], model: String?, _ known: inout OnDisk
  ) throws(SaveError) -> Saved? {
    let now = FileContents(of: beside)
    try check(now, &known)
    var sidecar = known.sidecar
    sidecar.layer = layer
    if sidecar.isEmpty, known.beside == .nothing, known.mirror == .nothing { return nil }
    let bytes = sidecar.bytes(format, article: path.fileName, labels: labels, model: model, basis: nil)
    if known.beside != .unreadable, try replace(with: bytes, &known) {
      known.beside = .bytes(Digest(of: bytes))
      if known.mirror != .nothing, known.mirror != .unreadable {
        // Its contents are in the file beside the article now.
        unlink(mirror)
        known.mirror = .nothing
      }
      known.sidecar = sidecar
      markSaved(bytes, layer)
      return Saved(path: beside, isMirrored: false)
    }
    let mirrored = sidecar.bytes(
      format, article: path.fileName, labels: labels, model: model, basis: known.beside.digest)
    try checkMirror(&known)
    try writeMirror(mirrored, known)
    known.mirror = .bytes(Digest(of: mirrored))
    known.sidecar = sidecar
    markSaved(mirrored, layer)
    return Saved(path: mirror, isMirrored: true)
  }

  /// Throws when what is on disk is not what is known of it.
  private func check(_ now: FileContents, _ known: inout OnDisk) throws(SaveError) {
    switch now.trace {
    case known.beside: return
    // A failure came after the file had been replaced.
    case .bytes(let digest) where digest == known.attempted: known.beside = now.trace
    // It was readable and is so no more: leave it alone and write elsewhere.
    case .unreadable: known.beside = .unreadable
    case .nothing where known.beside == .unreadable: known.beside = .nothing
    case .nothing: throw .changedOnDisk(nil)
    case .bytes: throw .changedOnDisk(now.bytes.map { Sidecar($0, format, annotator: store.annotator) })
    }
  }

  /// Throws when another program has written to the sidecar in the data directory.
  private func checkMirror(_ known: inout OnDisk) throws(SaveError) {
    let now = FileContents(of: mirror)
    guard case .bytes(let digest) = now.trace, now.trace != known.mirror, let bytes = now.bytes else { return }
    known.seenInMirror = digest
    throw .changedOnDisk(Sidecar(bytes, format, annotator: store.annotator))
  }

  /// Writes the sidecar beside the article.
  ///
  /// - Returns: Whether that is allowed there.
  private func replace(with bytes: [UInt8], _ known: inout OnDisk) throws(SaveError) -> Bool {
    known.attempted = Digest(of: bytes)
    var late: FileContents?
    do throws(SystemError) {
      let isReplaced = try FileAccess.replace(beside, with: bytes, noMoreOpenThan: path.text) {
        // Writing took some milliseconds, in which others may have written too.
        let now = FileContents(of: beside)
        if now.trace != known.beside { late = now }
        return late == nil
      }
      if isReplaced { return true }
    } catch {
      if error.isDenied { return false }
      throw .refused(error)
    }
    if let late { try check(late, &known) }
    return false
  }

  private func writeMirror(_ bytes: [UInt8], _ known: OnDisk) throws(SaveError) {
    do throws(SystemError) {
      // What cannot be read may hold decisions: it must not be written over.
      if known.mirror == .unreadable, let error = FileContents(of: mirror).error { throw error }
      try FileAccess.makeFolder(ArticlePath(mirror).folder)
      try FileAccess.replace(mirror, with: bytes)
    } catch {
      throw .refused(error)
    }
  }

  /// What another program has written since the sidecar was last read or saved, or nil when it is unchanged.
  ///
  /// - Throws: ``SystemError`` when the sidecar cannot be read any more.
  public func changeOnDisk() throws(SystemError) -> Sidecar? {
    let now = FileContents(of: beside)
    return try onDisk.withLock { known -> Result<Sidecar?, SystemError> in
      if known.beside == .unreadable, now.trace == .unreadable { return .success(nil) }
      if let error = now.error { return .failure(error) }
      do throws(SaveError) {
        try check(now, &known)
        return .success(nil)
      } catch {
        guard case .changedOnDisk(let sidecar) = error else { return .success(nil) }
        return .success(sidecar ?? Sidecar(layer: Layer(annotator: store.annotator)))
      }
    }.get()
  }

  /// Takes note that what another program has written has been seen, so that the next ``save(_:labels:model:)`` replaces
  /// it. What has been written after that is still a change.
  ///
  /// - Parameter sidecar: What was read; its unknown lines are kept from now on.
  public func acknowledgeChange(_ sidecar: Sidecar) {
    onDisk.withLock { known in
      if let digest = sidecar.fileDigest, digest == known.seenInMirror {
        known.mirror = .bytes(digest)
      } else {
        known.beside = sidecar.fileDigest.map { .bytes($0) } ?? .nothing
      }
      var taken = sidecar
      taken.keepRemains(of: known.sidecar)
      known.sidecar = taken
    }
  }
}
