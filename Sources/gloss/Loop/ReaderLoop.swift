import Annotations
import CTerminal
import Glibc
import ReaderUI
import TextAnalysis

/// Runs the reader: waits for keys, signals, messages and changes on disk; lets the state take them in; does what the
/// state says; draws.
final class ReaderLoop {
  private let setup: Setup
  private let environment: Environment
  private let mailbox = Mailbox()
  private let files: ArticleFiles
  private let runner: EffectRunner
  private let themeFiles: ThemeFiles
  private let watch = FolderWatch()
  private let sessions: SessionFile
  private var state: ReaderState
  private var decoder = KeyDecoder()
  private var screen = Screen()
  private var isRunning = true
  /// Whether the articles have been found for the first time.
  private var hasStarted = false
  private var exitStatus: Int32 = 0
  /// Messages that have come and have not been taken in.
  private var inbox: [Message] = []
  /// While messages wait, the screen is drawn only now and then.
  private var lastDrawn = ContinuousClock.now
  private var lastInput = ContinuousClock.now
  /// Whether somebody waits for the screen to answer a key.
  private var isAnswering = false

  /// Milliseconds after which a lone ESC is the Escape key and not the beginning of a sequence.
  private let escapeDelay: Int

  init(_ setup: Setup, _ environment: Environment) {
    self.setup = setup
    self.environment = environment
    let store = environment.store(annotator: setup.annotator)
    files = ArticleFiles(store)
    runner = EffectRunner(environment, mailbox, files, labels: setup.configuration.labels, pipeline: setup.pipeline)
    themeFiles = ThemeFiles(environment.directories)
    sessions = SessionFile(environment.directories)
    escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }.map { min(max($0, 1), 5000) } ?? 25
    let settings = setup.configuration.settings
    let first = settings.theme.map { [$0] } ?? [settings.darkTheme, settings.lightTheme]
    let themes = themeFiles.readFirst(first + ["desk"])
    state = ReaderState(
      settings: setup.configuration.settings, labels: setup.configuration.labels,
      keymap: setup.configuration.keymap, themes: themes, depth: .mono, annotator: store.annotator,
      annotatorName: store.annotatorName, isReadOnly: setup.isReadOnly, seed: .random(in: 0 ... .max))
    state.setRoots(setup.roots, title: setup.title, isSingleFile: setup.isSingleFile)
  }

  // MARK: - Running

  /// Reads until the person quits.
  ///
  /// - Returns: The exit status.
  func run() -> Int32 {
    switch Int(terminal_open(setup.terminalColor)) {
    case TERMINAL_OK: break
    case TERMINAL_FALLBACK:
      mailbox.post(
        .say("TERM=\(environment["TERM"] ?? "") is unknown here; drawing as for most terminals of today", .warning))
    case TERMINAL_NO_TTY: return fail("there is no terminal to read from; gloss show FILE prints an article")
    case TERMINAL_NO_LOCALE: return fail("no UTF-8 locale is installed (C.UTF-8 would do)")
    default:
      return fail("TERM=\(environment["TERM"] ?? "") cannot show a full screen; gloss show FILE prints an article")
    }
    begin()
    draw()
    // Everything that can wait has waited for the first screen.
    runner.begin()
    readThemes()
    loop()
    end()
    terminal_close()
    return exitStatus
  }

  private func fail(_ message: String) -> Int32 {
    // Queues that were never begun cannot be given up.
    runner.begin()
    system_complain("gloss: \(message)\n")
    return 69
  }

  private func begin() {
    decoder = KeyDecoder(special: TerminalKeys.special)
    state.depth = ColorChoice.openDepth
    state.terminalIsDark =
      environment["COLORFGBG"].map { !["7", "15"].contains($0.split(separator: ";").last ?? "") } ?? true
    resize()
    if state.settings.usesMouse { setMouse(true) }
    askTerminal()
    restoreSession()
    if !setup.configuration.problems.isEmpty { take(.problems(setup.configuration.problems)) }
    if let piped = setup.piped { openPiped(piped) } else { scan() }
  }

  private func loop() {
    var descriptors = [terminal_fd(), terminal_signal_fd(), mailbox.descriptor, watch.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while isRunning {
      let count = poll(&descriptors, nfds_t(descriptors.count), timeout)
      if count < 0 {
        if errno == EINTR { continue }
        break
      }
      if count == 0 { timeOut() }
      if descriptors[1].revents != 0 { takeSignals() }
      if descriptors[0].revents & Int16(POLLIN) != 0 { takeInput() }
      if descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isRunning = false }
      if descriptors[2].revents != 0 { inbox += mailbox.drain() }
      // The screen answers a key before anything else is taken in.
      if !isAnswering { takeMail() }
      if descriptors[3].revents != 0 { for event in watch.events() { take(event) } }
      if isRunning, isAnswering || inbox.isEmpty || lastDrawn.duration(to: .now) > .milliseconds(50) { draw() }
      isAnswering = false
      if synchronise(), isRunning { draw() }
    }
  }

  /// Waits until every decision is on the disk. The screen has shown it by then, and the next key has not been looked
  /// at yet.
  ///
  /// - Returns: Whether there is anything to show about it.
  @discardableResult
  private func synchronise() -> Bool {
    let messages = runner.synchronise()
    for message in messages { take(message) }
    return !messages.isEmpty
  }

  /// Takes messages in for a few milliseconds. Analysing a large folder makes more of them than can be taken in before a
  /// key has waited too long.
  private func takeMail() {
    let end = ContinuousClock.now + .milliseconds(4)
    var taken = 0
    while taken < inbox.count, taken == 0 || ContinuousClock.now < end {
      take(inbox[taken])
      taken += 1
    }
    inbox.removeFirst(taken)
  }

  private var timeout: Int32 {
    if !inbox.isEmpty { return 0 }
    if decoder.isWaiting { return Int32(max(0, escapeDelay - Int(lastInput.duration(to: .now) / .milliseconds(1)))) }
    return state.timeUntilChange.map { Int32($0) } ?? -1
  }

  private func timeOut() {
    if decoder.isWaiting {
      // Between messages the poll comes back at once, which is no reason to give a sequence up.
      guard lastInput.duration(to: .now) >= .milliseconds(escapeDelay) else { return }
      for event in decoder.timeOut() { take(.input(event)) }
      isAnswering = true
    } else {
      take(.tick)
    }
  }

  private func end() {
    let messages = runner.synchronise()
    runner.finish()
    // What was saved meanwhile is of no interest any more, what was not must be said on the normal screen.
    var lost = Set(state.library.paths.filter { state.library[$0]?.saving.isJournalled == false })
    for message in messages + inbox + mailbox.drain() {
      if case .journalFailed(let path, _) = message { lost.insert(path) }
      if case .saved(let path, _, _) = message { lost.remove(path) }
      if case .journalFailed(let path, let reason) = message {
        system_complain("gloss: \(path.fileName): the last decision may not be on disk: \(reason)\n")
      }
      if case .saveFailed(let path, let reason) = message {
        system_complain("gloss: \(path.fileName): not saved: \(reason). The journal has every decision\n")
      }
      if case .changedOnDisk(let path, _) = message {
        system_complain("gloss: \(path.fileName): another program changed its annotations; yours are in the journal\n")
      }
    }
    if !lost.isEmpty, exitStatus == 0 { exitStatus = 74 }
    rememberSession()
  }

  // MARK: - Taking in

  private func takeInput() {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = read(terminal_fd(), &buffer, buffer.count)
    if count == 0 { isRunning = false }
    guard count > 0 else { return }
    lastInput = .now
    isAnswering = true
    for event in decoder.decode(buffer[0..<count]) where isRunning {
      synchronise()
      if case .report(let report) = event { take(report) }
      take(.input(event))
    }
  }

  private func takeSignals() {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(terminal_signal_fd(), &bytes, bytes.count)
    guard count > 0 else { return }
    for signal in Set(bytes[0..<count]) {
      switch Int(signal) {
      case SIGNAL_RESIZE: resize()
      case SIGNAL_TERMINATE:
        exitStatus = 143
        isRunning = false
      case SIGNAL_HANGUP:
        exitStatus = 129
        isRunning = false
      case SIGNAL_INTERRUPT: take(.input(.key(Key(.character("c"), .control))))
      case SIGNAL_STOP: suspend()
      case SIGNAL_CONTINUE:
        terminal_continue()
        afterContinue()
      default: break
      }
    }
  }

  /// Lets the state take a message in, and does what it says, until there is nothing more to do at once.
  private func take(_ message: Message) {
    var messages = [message]
    while let next = messages.first {
      messages.removeFirst()
      for effect in state.update(admitted(next), at: Environment.now) { messages += carryOut(effect) }
      if case .found(let articles, isComplete: true) = next { takeUp(articles) }
    }
  }

  /// Articles as they may be taken in: what was read before the latest decisions must not replace them.
  private func admitted(_ message: Message) -> Message {
    guard case .loaded(let articles) = message else { return message }
    return .loaded(
      articles.filter { article in
        switch files.adopt(article) {
        case .current: return true
        case .superseded: return false
        case .stale:
          runner.readAgain(article.path)
          return false
        }
      })
  }

  private func take(_ event: FolderWatch.Event) {
    if let theme = themeFiles.folders.first(where: { event.path.hasPrefix($0 + "/") }), event.path.hasPrefix(theme) {
      readThemes()
      return
    }
    let name = ArticlePath(event.path).fileName
    if Directories.isAnnotationFile(name) {
      // Every decision of our own comes back as such an event, so this must not look at all articles.
      let candidates =
        Directories.isCut(sidecar: event.path)
        ? state.library.paths : Directories.article(ofSidecar: event.path, annotatorName: setup.annotator).map { [$0] }
      for path in candidates ?? [] where state.library[path] != nil {
        if Directories.sidecar(of: path, annotatorName: setup.annotator) == event.path { runner.checkSidecar(path) }
      }
    } else if state.library[ArticlePath(event.path)] != nil {
      if event.isGone { take(.vanished(ArticlePath(event.path))) } else { runner.reload(ArticlePath(event.path)) }
    } else if !event.isGone, ArticleFinder.isArticle(name), !setup.isSingleFile {
      take(.found([ArticlePath(event.path)], isComplete: false))
    }
  }

  private func take(_ report: TerminalReport) {
    if case .mode(2026, let isKnown) = report { screen.isSynchronized = isKnown }
  }

  private func draw() {
    screen.show(ScreenView.frame(of: state))
    lastDrawn = .now
  }

  // MARK: - The terminal

  private func resize() {
    var rows: Int32 = 24
    var columns: Int32 = 80
    _ = terminal_size(&rows, &columns)
    terminal_resize(rows, columns)
    screen.forget()
    take(.resized(Size(rows: Int(rows), columns: Int(columns))))
  }

  private func suspend() {
    synchronise()
    terminal_suspend()
    afterContinue()
  }

  private func afterContinue() {
    if state.settings.usesMouse { setMouse(true) }
    resize()
    checkAllSidecars()
  }

  /// Somebody may have worked on the files while the program stood still.
  private func checkAllSidecars() {
    for path in state.visited.suffix(20) { runner.checkSidecar(path) }
  }

  private func setMouse(_ isOn: Bool) {
    guard terminal_is_modern() else { return }
    let sequence = isOn ? "\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1002l"
    sequence.withCString { terminal_send($0, strlen($0)) }
  }

  /// Asks what the background is and whether frames can be shown at once. The answers come as input, if they come.
  private func askTerminal() {
    guard terminal_is_modern() else { return }
    let questions = "\u{1B}]11;?\u{1B}\\\u{1B}[?2026$p\u{1B}[c"
    questions.withCString { terminal_send($0, strlen($0)) }
  }

  /// Reads all themes beside the screen, and watches their folders.
  private func readThemes() {
    for folder in themeFiles.folders where FileAccess.exists(folder) { watch.watch(folder) }
    runner.readThemes(themeFiles)
  }

  // MARK: - Articles

  /// Looks for articles. What is found within a moment is there with the first screen; a large tree goes on beside it.
  private func scan() {
    if let finder = runner.find(setup.roots) { for message in EffectRunner.messages(about: finder) { take(message) } }
  }

  /// All articles are known: go where the person was, or wants to be.
  private func takeUp(_ articles: [ArticlePath]) {
    watchFolders(of: articles)
    if setup.isSingleFile, state.isAtFirstList, let only = articles.first {
      take(.start(only))
    } else if let reopened, articles.contains(reopened), state.isAtFirstList {
      take(.start(reopened))
    }
    reopened = nil
    if setup.startsInReview, !hasStarted { runCommand(.reviewQueue) }
    hasStarted = true
  }

  private func runCommand(_ command: Command) {
    guard let keys = state.keymap.keys(for: command, in: .everywhere).first else { return }
    for key in keys.keys { take(.input(.key(key))) }
  }

  private func watchFolders(of articles: [ArticlePath]) {
    for folder in Set(articles.map(\.folder)).union(setup.roots.map(FileAccess.resolved)).sorted() {
      watch.watch(folder)
    }
  }

  private func openPiped(_ piped: (path: ArticlePath, contents: [UInt8])) {
    do throws(SystemError) {
      let article = try files.load(piped.path, contents: piped.contents)
      take(.loaded([article]))
      take(.found([piped.path], isComplete: true))
    } catch {
      take(.say("\(error)", .error))
    }
  }

  /// An article that came through a pipe gets a file of its own with the first decision.
  private func keepPiped() -> [Message] {
    guard let piped = setup.piped, !FileAccess.exists(piped.path.text) else { return [] }
    do throws(SystemError) {
      try FileAccess.makeFolder(piped.path.folder)
      try FileAccess.replace(piped.path.text, with: piped.contents)
      return [.say("The article is kept in \(piped.path)", .info)]
    } catch {
      return [.journalFailed(piped.path, "\(error.reason): \(error.path)")]
    }
  }

  // MARK: - Effects

  private func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .quit: isRunning = false
    case .suspend: suspend()
    case .redraw: screen.forget()
    case .scan: scan()
    case .load(let paths): runner.load(paths)
    case .open(let path): return runner.open(path)
    case .reread(let path): return runner.open(path)
    case .forget(let path): files.forget(path)
    case .analyse(let path, let document, let offset): runner.analyse(path, document, around: offset)
    case .explain(let row, let document, let span): runner.explain(row, document, span)
    case .lock(let path): return [.locked(path, runner.lock(path))]
    case .lockThen(let commit):
      var refused: [ArticlePath: FileLock.Holder] = [:]
      for part in commit.parts { refused[part.article] = runner.lock(part.article) }
      return [.lockedFor(commit, refused)]
    case .record(let entry, let layers): return keepPiped() + runner.record(entry, layers)
    case .save(let layers): runner.save(layers)
    case .acknowledge(let path, let sidecar): return runner.acknowledge(path, sidecar)
    case .compute(let job): runner.compute(job)
    case .cancel: runner.cancel()
    case .copy(let text):
      let outcome = Clipboard(environment).copy(text)
      return [.say(outcome.words, outcome.weight)]
    case .openURL(let url): return [openURL(url)]
    case .openPath(let path): return openPath(path)
    case .demo: return openDemo()
    case .keepSetting(let name, let value): return keepSetting(name, value)
    case .mouse(let isOn): setMouse(isOn)
    }
    return []
  }

  private func openURL(_ url: String) -> Message {
    let browser = environment["BROWSER"]?.split(separator: ":").first.map(String.init) ?? "xdg-open"
    guard environment["BROWSER"] != nil || environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil else {
      return .say("No browser here (BROWSER is not set): \(url)", .warning)
    }
    return BackgroundProgram.start(browser, [url])
      ? .say("Opened in \(browser)", .info) : .say("\(browser) cannot be started: \(url)", .warning)
  }

  private func openPath(_ typed: String) -> [Message] {
    let path = environment.expanded(typed)
    let finder = ArticleFinder([path])
    if let problem = finder.problems.first { return [.say("\(problem.path): \(problem.description)", .error)] }
    guard !finder.articles.isEmpty else { return [.say("No .txt, .md or .html files in \(path)", .warning)] }
    watchFolders(of: finder.articles)
    var messages: [Message] = [.found(finder.articles, isComplete: false)]
    if finder.articles.count == 1 { messages.append(.start(finder.articles[0])) }
    return messages
  }

  private func openDemo() -> [Message] {
    do throws(SystemError) {
      let folder = try Demo.write(into: nil, environment)
      return openPath(folder)
    } catch {
      return [.say("\(error)", .error)]
    }
  }

  private func keepSetting(_ name: String, _ value: String) -> [Message] {
    guard setup.keepsSettings else { return [.say("The setting holds until you quit: the settings were named", .info)] }
    let path = environment.directories.config + "/config.toml"
    do throws(SettingWriter.Failure) {
      try SettingWriter.set(name, to: value, in: path)
      return []
    } catch {
      return [.say("The setting holds until you quit: \(error)", .warning)]
    }
  }

  // MARK: - Sessions

  private var root: String { setup.roots.map(FileAccess.resolved).joined(separator: "\n") }

  private func restoreSession() {
    let session = setup.piped == nil ? sessions.session(of: root) : nil
    state.restore(
      readings: session?.readings ?? [:], commands: session?.commands ?? [], filter: session?.filter ?? .all,
      libraryFilter: setup.filter, article: session?.article)
    // Who gives a condition wants to see what fulfils it.
    let startsInList = setup.startsInReview || !setup.filter.isEmpty
    if let session, session.isOpen, !setup.isSingleFile, !startsInList { reopened = session.article }
  }

  /// The article that was open when the program was left, until it is open again.
  private var reopened: ArticlePath?

  private func rememberSession() {
    // Where there was nothing to read there is nothing to come back to.
    guard setup.piped == nil, !state.library.paths.isEmpty else { return }
    sessions.remember(
      SessionFile.Session(
        article: state.openPath ?? state.chosenArticle, isOpen: state.openPath != nil, readings: state.readings,
        commands: state.commandHistory, filter: state.mentionFilter),
      of: root)
  }
}
