import Annotations
import TestSupport
import Testing

@testable import ReaderUI

/// A session of the reader without a terminal: articles in memory, keys as they are written in the key tables, and the
/// screen as text.
///
/// Suggestions are marked in the texts: `«PERSON Ada» wrote to «GPE? London»`, the question mark for an unsure one.
struct Scene {
  /// The state of the reader.
  var state: ReaderState
  /// What was written into journals, in order.
  private(set) var journal: [JournalEntry] = []
  /// What was saved last, by file name.
  private(set) var saved: [String: Layer] = [:]
  /// What was copied last.
  private(set) var copied: String?
  /// Other effects that were asked for.
  private(set) var asked: [String] = []
  /// Whether the program was left.
  private(set) var hasQuit = false
  /// Articles that somebody else has open, by file name.
  var heldElsewhere: Set<String> = []
  /// Whether saving fails.
  var diskIsFull = false
  /// Whether searches and the like have not come to an end when the test does.
  var isBusy = false
  private var waitingJobs: [Job] = []
  /// Whether sidecars are still being written when the test ends.
  var diskIsSlow = false
  private var beingWritten: [(ArticlePath, NumberedLayer)] = []
  private var texts: [ArticlePath: MarkedText] = [:]
  private var time = Timestamp(milliseconds: 1_780_000_000_000)

  /// Opens a library of articles, by file name.
  init(
    _ articles: KeyValuePairs<String, String>, columns: Int = 80, rows: Int = 24, depth: ColorDepth = .mono,
    settings: Settings = Settings(), annotatorName: String? = nil, isReadOnly: Bool = false
  ) {
    state = ReaderState(
      settings: settings, themes: Scene.themes, depth: depth, annotator: .person("anna"),
      annotatorName: annotatorName, isReadOnly: isReadOnly, seed: 1)
    state.setRoots(["/news"], title: "news", isSingleFile: false)
    for (name, text) in articles { texts[ArticlePath("/news/\(name)")] = MarkedText(text) }
    send(.resized(Size(rows: rows, columns: columns)))
    send(.found(texts.keys.sorted(), isComplete: true))
  }

  /// Opens one article in the reader.
  init(
    reading text: String, columns: Int = 80, rows: Int = 24, depth: ColorDepth = .mono, settings: Settings = Settings()
  ) {
    self.init(["story.txt": text], columns: columns, rows: rows, depth: depth, settings: settings)
    press("Enter")
  }

  // MARK: - Doing

  /// Presses keys, written with spaces between: `Tab a x`, `Space f`, `g d`. `"text"` types what is quoted.
  mutating func press(_ keys: String) {
    var rest = keys[...]
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
        for character in rest[rest.index(after: rest.startIndex)..<end] { send(.input(.key(.character(character)))) }
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count)
        guard let sequence = KeySequence(String(word)) else { preconditionFailure("no key: \(word)") }
        for key in sequence.keys { send(.input(.key(key))) }
      }
    }
  }

  /// Lets a message in and does what it asks for.
  mutating func send(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      time = Timestamp(milliseconds: time.milliseconds + 1000)
      let effects = state.update(messages.removeFirst(), at: time)
      for effect in effects { messages += carryOut(effect) }
    }
  }

  private mutating func carryOut(_ effect: Effect) -> [Message] {
    switch effect {
    case .quit: hasQuit = true
    case .load(let paths): return [.loaded(paths.map(loaded)), .analysed(paths.map(analysed))]
    case .open(let path): return [.loaded([loaded(path)])]
    case .reread(let path): asked.append("reread \(path.fileName)")
    case .forget: asked.append("forget")
    case .analyse(let path, _, _): return [.analysed([analysed(path)])]
    case .explain(let row, _, _): return [.explained(row, ["Said by the test", "and by another"])]
    case .lock(let path): return [.locked(path, holder(path))]
    case .lockThen(let commit):
      let refused = commit.parts.compactMap { part in holder(part.article).map { (part.article, $0) } }
      return [.lockedFor(commit, Dictionary(refused) { first, _ in first })]
    case .record(let entry, let layers):
      if diskIsFull { return layers.keys.sorted().map { .journalFailed($0, "No space left on device") } }
      journal.append(entry)
      return save(layers)
    case .save(let layers): return save(layers)
    case .compute(let job) where isBusy: waitingJobs.append(job)
    case .compute(let job): return [.computed(job.number, job.run { false })]
    case .copy(let text): copied = text
    case .suspend: asked.append("suspend")
    case .redraw: asked.append("redraw")
    case .scan: asked.append("scan")
    case .acknowledge: asked.append("acknowledge")
    case .cancel: asked.append("cancel")
    case .openURL(let url): asked.append("open \(url)")
    case .openPath(let path): asked.append("path \(path)")
    case .demo: asked.append("demo")
    case .keepSetting(let name, let value): asked.append("keep \(name)=\(value)")
    case .mouse(let isOn): asked.append("mouse \(isOn)")
    }
    return []
  }

  private mutating func save(_ layers: [ArticlePath: NumberedLayer]) -> [Message] {
    if diskIsFull { return layers.keys.sorted().map { .saveFailed($0, "No space left on device") } }
    if diskIsSlow {
      beingWritten += layers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      return []
    }
    return layers.sorted { $0.key < $1.key }.map { path, layer in
      saved[path.fileName] = layer.layer
      return .saved(path, layer, AnnotationFile.Saved(path: "\(path.text).gloss.jsonl", isMirrored: false))
    }
  }

  private func loaded(_ path: ArticlePath) -> LoadedArticle {
    let layer = Layer(annotator: .person("anna"))
    return LoadedArticle(
      path: path, document: Document(texts[path]?.text ?? ""), layer: layer, savedLayer: layer, unplaced: [],
      entries: [],
      remarks: [])
  }

  private func analysed(_ path: ArticlePath) -> AnalysedArticle {
    AnalysedArticle(path, Document(texts[path]?.text ?? ""), analysis(path))
  }

  private func analysis(_ path: ArticlePath) -> Analysis {
    let text = texts[path] ?? MarkedText("")
    let suggestions = text.marks.map { mark -> Mention in
      let isUnsure = mark.label.name.hasSuffix("?")
      let label = Label(isUnsure ? String(mark.label.name.dropLast()) : mark.label.name)
      return .suggestion(mark.span, label, by: .rule("test"), confidence: isUnsure ? 0.5 : 0.9)
    }
    return Analysis(
      model: "test-1", coverage: Span(0, text.text.utf8.count), sentences: [], suggestions: suggestions)
  }

  /// Lets the suggestions of an article come once more.
  mutating func analyseAgain(_ name: String) {
    let path = ArticlePath("/news/\(name)")
    send(.analysed([analysed(path)]))
  }

  /// Searches and the like that were begun while everything was busy come to their end.
  mutating func finishJobs() {
    isBusy = false
    let jobs = waitingJobs
    waitingJobs = []
    for job in jobs { send(.computed(job.number, job.run { false })) }
  }

  /// A slow disk has written what it was given first.
  mutating func finishOneSave() {
    guard !beingWritten.isEmpty else { return }
    let (path, layer) = beingWritten.removeFirst()
    saved[path.fileName] = layer.layer
    send(.saved(path, layer, nil))
  }

  /// Another program puts another text into the file of an article.
  mutating func rewrite(_ name: String, _ text: String) {
    let path = ArticlePath("/news/\(name)")
    texts[path] = MarkedText(text)
    send(.loaded([loaded(path)]))
  }

  private func holder(_ path: ArticlePath) -> FileLock.Holder? {
    heldElsewhere.contains(path.fileName) ? FileLock.Holder(user: "boris", host: "desk", processID: 7) : nil
  }

  // MARK: - Seeing

  /// The picture of the screen.
  var frame: Frame { ScreenView.frame(of: state) }

  /// The screen as text.
  var screen: String { frame.text }

  /// One row of the screen.
  func row(_ row: Int) -> String { frame.text(row: row < 0 ? frame.size.rows + row : row) }

  /// The line above the hints.
  var status: String { row(state.size.rows >= 12 ? -2 : -1) }

  /// The decisions on an article, marked in its text: `«PERSON Ada»` accepted, `«PERSON? Ada»` unsure, `«PERSON! Ada»`
  /// rejected.
  func decisions(_ name: String = "story.txt") -> String {
    let path = ArticlePath("/news/\(name)")
    guard let record = state.library[path], let document = record.document else { return "" }
    let marks = record.layer.mentionsInReadingOrder.map { mention in
      let sign = mention.status == .rejected ? "!" : mention.status == .unsure ? "?" : ""
      return MarkedText.Mark(mention.span, Label(mention.label.name + sign))
    }
    return MarkedText(document.text(in: document.span), marks: marks).marked
  }

  /// The text that is selected.
  var selection: String {
    guard let path = state.openPath, let target = state.target(in: path), let record = state.library[path] else {
      return ""
    }
    return record.text(of: target.span)
  }

  /// The names in the entity pane with their counts, alphabetically.
  func entities(_ name: String = "story.txt") -> [String] {
    guard let record = state.library[ArticlePath("/news/\(name)")], let document = record.document else { return [] }
    return EntityIndex(record.combined.mentions, entities: record.layer.entities, in: document).groups
      .map { "\($0.name) ×\($0.mentions.count)" }.sorted()
  }

  /// The built-in themes.
  static let themes: [Theme] = {
    let names = ["desk", "paper", "sepia", "gruvbox", "contrast", "contrast-light", "terminal", "mono"]
    func source(_ name: String) -> String? { Repository.text(of: "themes/\(name).toml") }
    return names.compactMap { name in
      try? ThemeReader.read(source(name) ?? "", name: name, file: "\(name).toml", parent: source).theme
    }
  }()
}

extension Scene: CustomTestStringConvertible {
  /// The screen: what a failing test should show.
  var testDescription: String { "\n" + screen }
}
