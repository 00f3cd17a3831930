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
    /// Whether it had to be written to the data directory, because the article's folder cannot be written to.
    public var isMirrored: Bool

    /// Describes a save.
    public init(path: String, isMirrored: Bool) {
      self.path = path
      self.isMirrored = isMirrored
    }
  }

  private struct State {
    var besideDigest: Digest?
    var mirrorDigest: Digest?
    var sidecar: Sidecar
    var lock: FileLock?
  }

  /// The article.
  public let path: ArticlePath
  private let store: AnnotationStore
  private let document: Document
  private let textDigest: Digest
  private let journal: JournalWriter
  private let state: Mutex<State>

  init(
    _ path: ArticlePath, store: AnnotationStore, sidecar: Sidecar, besideDigest: Digest?, mirrorDigest: Digest?,
    document: Document, textDigest: Digest, journalTextDigest: Digest?
  ) {
    self.path = path
    self.store = store
    self.document = document
    self.textDigest = textDigest
    journal = JournalWriter(
      store.directories.journal(of: path, annotatorName: store.annotatorName), article: path,
      annotator: store.annotator, textDigest: journalTextDigest)
    state = Mutex(State(besideDigest: besideDigest, mirrorDigest: mirrorDigest, sidecar: sidecar))
  }

  /// Takes the lock of this layer, or says who has it. Holding it already is success.
  ///
  /// - Returns: nil when the lock is ours; its holder when it is not.
  /// - Throws: ``SystemError`` when no lock can be made.
  public func lock(for holder: FileLock.Holder) throws(SystemError) -> FileLock.Holder? {
    let lockPath = store.directories.lock(of: path, annotatorName: store.annotatorName)
    let isHeld = state.withLock { $0.lock != nil }
    if isHeld { return nil }
    switch try FileLock.take(lockPath, for: holder) {
    case .taken(let lock):
      state.withLock { $0.lock = lock }
      return nil
    case .held(let other): return other ?? FileLock.Holder(user: "somebody", host: "this machine", processID: 0)
    }
  }

  /// Lets another program have the lock.
  public func unlock() { state.withLock { $0.lock = nil } }

  /// Writes `entry` to the journal; when this returns it is on disk.
  ///
  /// - Throws: ``SystemError`` when it could not be written.
  public func journal(_ entry: JournalEntry) throws(SystemError) {
    try journal.append(entry, document: document, textDigest: textDigest)
  }

  /// Writes the sidecar, unless another program has changed it or there is nothing to write.
  ///
  /// - Parameters:
  ///   - layer: The decisions.
  ///   - labels: The labels that can be chosen from.
  ///   - model: The recogniser whose suggestions are decided upon.
  /// - Returns: Where it was written, or nil when there was nothing to write.
  /// - Throws: ``SaveError``.
  public func save(_ layer: Layer, labels: [Label], model: String?) throws(SaveError) -> Saved? {
    var failure: SaveError?
    var saved: Saved?
    state.withLock { state in
      do throws(SaveError) {
        saved = try write(layer, labels: labels, model: model, &state)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return saved
  }

  private func write(_ layer: Layer, labels: [Label], model: String?, _ state: inout State) throws(SaveError) -> Saved?
  {
    let beside = Directories.sidecar(of: path, annotatorName: store.annotatorName)
    let mirror = store.directories.mirroredSidecar(of: path, annotatorName: store.annotatorName)
    try check(beside, against: state.besideDigest)
    var sidecar = state.sidecar
    sidecar.layer = layer
    if sidecar.isEmpty, state.besideDigest == nil, state.mirrorDigest == nil { return nil }
    let bytes = sidecar.bytes(for: document, article: path.fileName, labels: labels, model: model, basis: nil)
    do {
      try FileAccess.replace(beside, with: bytes)
      state.besideDigest = Digest(of: bytes)
      if state.mirrorDigest != nil {
        // Its contents are in the file beside the article now.
        unlink(mirror)
        state.mirrorDigest = nil
      }
      finish(bytes, sidecar, &state)
      return Saved(path: beside, isMirrored: false)
    } catch {
      guard error.isDenied else { throw .refused(error) }
    }
    let basis = state.besideDigest
    let mirrored = sidecar.bytes(for: document, article: path.fileName, labels: labels, model: model, basis: basis)
    do {
      try FileAccess.makeFolder(ArticlePath(mirror).folder)
      try FileAccess.replace(mirror, with: mirrored)
    } catch {
      throw .refused(error)
    }
    state.mirrorDigest = Digest(of: mirrored)
    finish(mirrored, sidecar, &state)
    return Saved(path: mirror, isMirrored: true)
  }

  private func finish(_ bytes: [UInt8], _ sidecar: Sidecar, _ state: inout State) {
    state.sidecar = sidecar
    // The mark only saves work at the next start, so failing to write it is no failure.
    try? journal.markSaved(Digest(of: bytes), textDigest: textDigest)
  }

  private func check(_ sidecarPath: String, against known: Digest?) throws(SaveError) {
    let bytes: [UInt8]?
    do {
      bytes = try FileAccess.read(sidecarPath)
    } catch {
      guard error.isMissingFile else { throw .refused(error) }
      bytes = nil
    }
    guard bytes.map({ Digest(of: $0) }) != known else { return }
    throw .changedOnDisk(bytes.map { Sidecar($0, for: document, annotator: store.annotator) })
  }

  /// What another program has written since the sidecar was last read or saved, or nil when it is unchanged.
  ///
  /// - Throws: ``SystemError`` when the sidecar cannot be read.
  public func changeOnDisk() throws(SystemError) -> Sidecar? {
    let beside = Directories.sidecar(of: path, annotatorName: store.annotatorName)
    var failure: SystemError?
    var changed: Sidecar?
    state.withLock { state in
      do throws(SaveError) {
        try check(beside, against: state.besideDigest)
      } catch {
        switch error {
        case .changedOnDisk(let sidecar): changed = sidecar ?? Sidecar(layer: Layer(annotator: store.annotator))
        case .refused(let error): failure = error
        }
      }
    }
    if let failure { throw failure }
    return changed
  }

  /// Takes note that what is on disk now has been seen, so that the next ``save(_:labels:model:)`` replaces it.
  ///
  /// - Parameter sidecar: What was read; its unknown lines are kept from now on.
  /// - Throws: ``SystemError`` when the sidecar cannot be read.
  public func acknowledgeChange(_ sidecar: Sidecar) throws(SystemError) {
    let beside = Directories.sidecar(of: path, annotatorName: store.annotatorName)
    let bytes: [UInt8]?
    do {
      bytes = try FileAccess.read(beside)
    } catch {
      guard error.isMissingFile else { throw error }
      bytes = nil
    }
    state.withLock { state in
      state.besideDigest = bytes.map { Digest(of: $0) }
      var taken = sidecar
      for line in state.sidecar.unknownLines where !taken.unknownLines.contains(line) {
        taken.unknownLines.append(line)
      }
      for lost in state.sidecar.unplaced where !taken.unplaced.contains(where: { $0.record == lost.record }) {
        taken.unplaced.append(lost)
      }
      state.sidecar = taken
    }
  }
}
