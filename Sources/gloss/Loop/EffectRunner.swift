import Annotations
import CTerminal
import Dispatch
import Glibc
import ReaderUI
import Synchronization
import TextAnalysis

/// Does in the world what the state says is to be done. What takes time is done beside the screen and answers by
/// message; what must be done before the next key is answered at once.
final class EffectRunner: Sendable {
  private let environment: Environment
  private let mailbox: Mailbox
  private let files: ArticleFiles
  private let labels: LabelSet
  private let pipeline: @Sendable () -> Pipeline
  /// Reads and analyses the folder, first things first.
  private let loading = DispatchQueue(label: "gloss.loading", qos: .utility, attributes: .initiallyInactive)
  /// Analyses the article that is open.
  private let analysing = DispatchQueue(label: "gloss.analysing", qos: .userInitiated, attributes: .initiallyInactive)
  /// Writes sidecars, one after the other.
  private let saving = DispatchQueue(label: "gloss.saving", qos: .userInitiated)
  /// Searches.
  private let computing = DispatchQueue(label: "gloss.computing", qos: .userInitiated)
  private let current = Mutex<(job: Cancellation, load: Cancellation)>((Cancellation(), Cancellation()))
  /// The newest decisions that wait to be saved, and where; an older state of the same article need not be written.
  private let unsaved = Mutex<[ArticlePath: (layer: NumberedLayer, file: AnnotationFile)]>([:])
  /// The articles that are being read and analysed, or wait for it.
  private let underway = Mutex<Set<ArticlePath>>([])
  /// What the journals tell of without being on the disk for certain.
  private let recorded = Mutex<[ArticlePath: NumberedLayer]>([:])
  /// How many entries are being written into journals beside the screen.
  private let beingRecorded = Mutex(0)

  /// Files larger than this are read beside the screen.
  private static let readAtOnce = 4 << 20
  /// How many articles are handed on together. Each costs the screen a moment.
  private static let readTogether = 16
  /// Articles larger than this are analysed piece by piece, around what is on screen.
  static let analysedWhole = 2 << 20
  /// How much of a larger article is analysed at once, before and behind a place.
  private static let piece = 256 << 10
  /// A change to more articles than this is written beside the screen.
  private static let writtenAtOnce = 8

  init(
    _ environment: Environment, _ mailbox: Mailbox, _ files: ArticleFiles, labels: LabelSet,
    pipeline: @escaping @Sendable () -> Pipeline
  ) {
    self.environment = environment
    self.mailbox = mailbox
    self.files = files
    self.labels = labels
    self.pipeline = pipeline
  }

  /// Lets work beside the screen begin. Before the first screen it would only hold that up.
  func begin() {
    analysing.activate()
    loading.activate()
  }

  /// Reads all themes.
  func readThemes(_ files: ThemeFiles) {
    computing.async { [mailbox] in
      let (themes, problems) = files.readAll()
      mailbox.post(.themes(themes, problems: problems))
    }
  }

  // MARK: - Finding

  /// Looks for articles beside the screen.
  ///
  /// - Returns: What was found, if it took no more than a moment; otherwise it comes by message.
  func find(_ roots: [String]) -> ArticleFinder? {
    let cancellation = Cancellation()
    current.withLock { $0.load = cancellation }
    let found = Mutex<ArticleFinder?>(nil)
    let isLate = Cancellation()
    let done = DispatchSemaphore(value: 0)
    computing.async { [mailbox] in
      let finder = ArticleFinder(roots) { cancellation.isCancelled }
      found.withLock { $0 = finder }
      done.signal()
      guard isLate.isCancelled else { return }
      for message in Self.messages(about: finder) { mailbox.post(message) }
    }
    if done.wait(timeout: .now() + .milliseconds(120)) == .success { return found.withLock { $0 } }
    isLate.cancel()
    // It may have finished between the two lines above.
    return found.withLock { $0 }
  }

  /// What a search for articles says to the state.
  static func messages(about finder: ArticleFinder) -> [Message] {
    finder.problems.map { .say("\($0.path): \($0.description)", .error) } + [.found(finder.articles, isComplete: true)]
  }

  // MARK: - Reading

  /// Reads articles and then analyses them, beside the screen.
  func load(_ paths: [ArticlePath]) {
    let paths = underway.withLock { underway in paths.filter { underway.insert($0).inserted } }
    guard !paths.isEmpty else { return }
    let cancellation = Cancellation()
    current.withLock { $0.load = cancellation }
    loading.async { [self] in
      defer { underway.withLock { $0.subtract(paths) } }
      var documents: [(ArticlePath, Document)] = []
      for start in stride(from: 0, to: paths.count, by: Self.readTogether) {
        let chunk = paths[start..<min(start + Self.readTogether, paths.count)]
        guard !cancellation.isCancelled else { break }
        var loaded: [LoadedArticle] = []
        for path in chunk {
          if let known = files.document(path) {
            documents.append((path, known))
            continue
          }
          switch read(path) {
          case .success(let article):
            loaded.append(article)
            documents.append((path, article.document))
          case .failure(let error): mailbox.post(.loadFailed(path, error.reason))
          }
        }
        if !loaded.isEmpty { mailbox.post(.loaded(loaded)) }
        if start > 0, start % 512 == 0 { mailbox.post(.progress("reading \(start) of \(paths.count)")) }
      }
      analyse(documents, cancellation)
    }
  }

  private func analyse(_ documents: [(ArticlePath, Document)], _ cancellation: Cancellation) {
    guard !documents.isEmpty else { return }
    let pipeline = pipeline()
    var done: [AnalysedArticle] = []
    var last = Environment.now.milliseconds
    for (index, (path, document)) in documents.enumerated() {
      guard !cancellation.isCancelled else { break }
      guard document.bytes.count <= Self.analysedWhole else { continue }
      let analysis = pipeline.analyse(document, isCancelled: { cancellation.isCancelled })
      done.append(AnalysedArticle(path, document, analysis))
      let now = Environment.now.milliseconds
      // The screen need not be told more often than it can be looked at.
      guard done.count == Self.readTogether || now - last >= 100 else { continue }
      mailbox.post(.analysed(done))
      done = []
      guard now - last >= 100 else { continue }
      last = now
      if documents.count > 20 { mailbox.post(.progress("analysing \(index + 1) of \(documents.count)")) }
    }
    if !cancellation.isCancelled { mailbox.post(.analysed(done)) }
    mailbox.post(.progress(nil))
  }

  private func read(_ path: ArticlePath) -> Result<LoadedArticle, SystemError> {
    do throws(SystemError) { return .success(try files.load(path)) } catch { return .failure(error) }
  }

  /// Reads one article that somebody waits for; a small one at once.
  func open(_ path: ArticlePath) -> [Message] {
    let size = files.store.size(path)
    let answer: @Sendable () -> Message = { [self] in
      switch read(path) {
      case .success(let article): .loaded([article])
      case .failure(let error): .loadFailed(path, error.reason)
      }
    }
    if size <= Self.readAtOnce { return [answer()] }
    computing.async { [mailbox] in mailbox.post(answer()) }
    return [.say("Reading \(path.fileName), \(size >> 20) MB…", .info)]
  }

  /// Reads an article once more, because decisions were being written while it was read.
  func readAgain(_ path: ArticlePath) {
    saving.async { [self] in reload(path) }
  }

  /// Reads an article again because its file has changed.
  func reload(_ path: ArticlePath) {
    loading.async { [self] in
      guard let known = files.document(path) else { return }
      switch read(path) {
      case .success(let article):
        guard article.document.bytes != known.bytes else {
          files.discard(article)
          return
        }
        var article = article
        article.remarks.insert(("the article was changed by another program", .warning), at: 0)
        mailbox.post(.loaded([article]))
      case .failure(let error): mailbox.post(error.isMissingFile ? .vanished(path) : .loadFailed(path, error.reason))
      }
    }
  }

  /// Analyses an article that is open: all of it, or what lies around a place of a large one.
  func analyse(_ path: ArticlePath, _ document: Document, around offset: Int) {
    analysing.async { [self] in
      let pipeline = pipeline()
      if document.bytes.count <= Self.analysedWhole {
        mailbox.post(.analysed([AnalysedArticle(path, document, pipeline.analyse(document))]))
      } else {
        let piece = Span(max(0, offset - Self.piece), min(document.bytes.count, offset + Self.piece))
        mailbox.post(.analysed([AnalysedArticle(path, document, pipeline.analyse(document, in: piece))]))
        // The first decision on a large text need not wait for its digest.
        files[path]?.prepare()
      }
    }
  }

  /// Says what spoke for a mention.
  func explain(_ row: EntityCard.Row, _ document: Document, _ span: Span) {
    analysing.async { [self] in
      let explanation = pipeline().explain(span, in: document)
      // What agrees with the mention comes first, then what else was said of its words.
      let proposals =
        explanation.candidates.filter { $0.span == span } + explanation.candidates.filter { $0.span != span }
      let lines = proposals.map { proposal in
        let words = proposal.span == span ? "" : " “\(proposal.text)”"
        return
          "\(proposal.label)\(words) \(ReaderState.score(proposal.confidence)), \(proposal.annotator): \(proposal.reason)"
      }
      mailbox.post(.explained(row, lines.isEmpty ? [explanation.description] : lines))
    }
  }

  // MARK: - Locks

  /// Takes the lock of an article.
  func lock(_ path: ArticlePath) -> FileLock.Holder? {
    guard let file = files[path] else { return nil }
    // Where no lock can be made (a full disk, a strange file system) work goes on: changes on disk are noticed anyway.
    return (try? file.lock(for: environment.lockHolder)) ?? nil
  }

  // MARK: - Writing

  /// Writes an entry into journals. When this returns no end of this program can undo it, unless it concerns very many
  /// articles; ``synchronise()`` sees to the rest.
  func record(_ entry: JournalEntry, _ layers: [ArticlePath: NumberedLayer]) -> [Message] {
    for path in layers.keys { files.isWritten(path) }
    // What comes after a change that is still being written has to stand behind it in the journals.
    if layers.count <= Self.writtenAtOnce, beingRecorded.withLock({ $0 }) == 0 {
      let messages = journal(entry, layers)
      recorded.withLock { $0.merge(layers) { $0.number > $1.number ? $0 : $1 } }
      return messages
    }
    if layers.count > 1 { mailbox.post(.progress("saving \(layers.count) articles")) }
    beingRecorded.withLock { $0 += 1 }
    saving.async { [self] in
      for message in journal(entry, layers) + synchronise(Set(layers.keys)) { mailbox.post(message) }
      beingRecorded.withLock { $0 -= 1 }
      mailbox.post(.progress(nil))
    }
    save(layers)
    return []
  }

  private func journal(_ entry: JournalEntry, _ layers: [ArticlePath: NumberedLayer]) -> [Message] {
    var messages: [Message] = []
    for path in layers.keys.sorted() {
      guard let file = files[path] else {
        messages.append(.journalFailed(path, "the article is not open"))
        continue
      }
      do throws(SystemError) {
        try file.journal(entry, leaving: layers[path]?.layer ?? Layer(annotator: files.store.annotator))
      } catch {
        messages.append(.journalFailed(path, Self.reasonFirst(error)))
      }
    }
    return messages
  }

  /// Waits until what has been recorded is on the disk, and then has the sidecars saved.
  func synchronise() -> [Message] {
    let layers = recorded.withLock { recorded in
      defer { recorded = [:] }
      return recorded
    }
    guard !layers.isEmpty else { return [] }
    let messages = synchronise(Set(layers.keys))
    save(layers)
    return messages
  }

  private func synchronise(_ paths: Set<ArticlePath>) -> [Message] {
    var messages: [Message] = []
    for path in paths.sorted() {
      do throws(SystemError) {
        try files[path]?.synchroniseJournal()
      } catch {
        messages.append(.journalFailed(path, Self.reasonFirst(error)))
      }
    }
    return messages
  }

  /// Saves sidecars beside the screen; of several states of one article only the last is written.
  func save(_ layers: [ArticlePath: NumberedLayer]) {
    for (path, layer) in layers {
      guard let file = files[path] else {
        mailbox.post(.saveFailed(path, "the article is not open"))
        continue
      }
      files.isToBeSaved(path, layer.number)
      unsaved.withLock { unsaved in
        if let known = unsaved[path], known.layer.number > layer.number { return }
        unsaved[path] = (layer, file)
      }
    }
    saving.async { [self] in
      let waiting = unsaved.withLock { waiting in
        defer { waiting = [:] }
        return waiting
      }
      for (path, state) in waiting.sorted(by: { $0.key < $1.key }) {
        mailbox.post(save(path, state.layer, in: state.file))
        files.isSaved(path, state.layer.number)
      }
    }
  }

  private func save(_ path: ArticlePath, _ sent: NumberedLayer, in file: AnnotationFile) -> Message {
    do throws(AnnotationFile.SaveError) {
      return .saved(path, sent, try file.save(sent.layer, labels: labels.labels, model: pipeline().name))
    } catch {
      switch error {
      case .changedOnDisk(let sidecar):
        return .changedOnDisk(path, sidecar ?? Sidecar(layer: Layer(annotator: files.store.annotator)))
      case .refused(let error): return .saveFailed(path, Self.reasonFirst(error))
      }
    }
  }

  /// What went wrong and where: in a status line there is often no room for both.
  private static func reasonFirst(_ error: SystemError) -> String { "\(error.reason): \(error.path)" }

  /// Looks whether another program has changed the sidecar of an article.
  func checkSidecar(_ path: ArticlePath) {
    saving.async { [self] in
      guard let file = files[path], let sidecar = (try? file.changeOnDisk()) ?? nil else { return }
      mailbox.post(.changedOnDisk(path, sidecar))
    }
  }

  /// Takes note that another program's version has been seen.
  func acknowledge(_ path: ArticlePath, _ sidecar: Sidecar) -> [Message] {
    guard let file = files[path] else { return [] }
    file.acknowledgeChange(sidecar)
    return []
  }

  /// Waits until everything is written that was to be written.
  func finish() {
    current.withLock { current in
      current.job.cancel()
      current.load.cancel()
    }
    saving.sync {}
  }

  // MARK: - Computing

  /// Computes a job beside the screen; an earlier one is given up.
  func compute(_ job: Job) {
    let cancellation = Cancellation()
    current.withLock { current in
      current.job.cancel()
      current.job = cancellation
    }
    computing.async { [mailbox] in
      guard !cancellation.isCancelled else { return }
      let result = job.run { cancellation.isCancelled }
      if !cancellation.isCancelled { mailbox.post(.computed(job.number, result)) }
    }
  }

  /// Gives up what is being computed or read.
  func cancel() {
    current.withLock { current in
      current.job.cancel()
      current.load.cancel()
    }
  }
}
