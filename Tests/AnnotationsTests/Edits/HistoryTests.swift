import Testing

@testable import Annotations

@Suite struct HistoryTests {
  private static let articles = ["/news/a.txt", "/news/b.txt", "/news/c.txt"].map { ArticlePath($0) }
  private static let document = Document("Ada Lovelace wrote to Kharkiv.")

  /// A session: what is done, undone and redone in several articles, and what each one's journal tells of it.
  private struct Session {
    var history = History()
    var journals: [ArticlePath: [JournalEntry]] = [:]
    var all: [JournalEntry] = []

    mutating func take(_ event: History.Event, _ change: Change, at time: Timestamp) {
      history.record(event)
      all.append(JournalEntry(event, time: time))
      for part in change.parts {
        var own = event
        if case .did = event {
          own = .did(
            Change(id: change.id, summary: change.summary, time: change.time, parts: [part], place: change.place))
        }
        journals[part.article, default: []].append(JournalEntry(own, time: time))
      }
    }

    /// Does, undoes or redoes something.
    mutating func step(_ make: inout Generator, at time: Timestamp) {
      if make.chance(25), let last = history.undoable.last { return take(.undid(last.id), last, at: time) }
      if make.chance(40), let last = history.redoable.last { return take(.redid(last.id), last, at: time) }
      let count = make.chance(30) ? 2 : 1
      let parts = HistoryTests.articles.shuffled(using: &make.random).prefix(count).map { article in
        Change.Part(article: article, edits: [.add(make.mention(in: HistoryTests.document))])
      }
      let change = Change(id: make.random.change(), summary: "tagged", time: time, parts: parts)
      take(.did(change), change, at: time)
    }
  }

  /// Changes by identifier, with their parts in a fixed order.
  private func sorted(_ history: History) -> [[Change]] {
    [history.undoable, history.redoable].map { changes in
      changes.map { change in
        Change(
          id: change.id, summary: change.summary, time: change.time,
          parts: change.parts.sorted { $0.article < $1.article }, place: change.place)
      }
    }
  }

  @Test func `the journals of all articles together tell the history that was in memory`() {
    for seed in 0..<300 {
      var make = Generator(seed: seed)
      var session = Session()
      var time = 1_780_000_000_000
      for _ in 0..<make.int(0...40) {
        // Several keys may come within one millisecond, but then in one run.
        time += make.int(1...900)
        session.step(&make, at: Timestamp(milliseconds: Int64(time)))
      }
      let journals = Array(session.journals.values).shuffled(using: &make.random)
      #expect(sorted(History(journals: journals)) == sorted(session.history), "seed \(seed)")
      #expect(sorted(History(journals: journals + [session.all])) == sorted(session.history), "seed \(seed)")
    }
  }

  @Test func `what was done within one millisecond keeps its order, as the running session tells it`() {
    for seed in 0..<100 {
      var make = Generator(seed: seed)
      var session = Session()
      for _ in 0..<20 { session.step(&make, at: Timestamp(milliseconds: 5)) }
      let journals = [session.all] + Array(session.journals.values)
      #expect(sorted(History(journals: journals)) == sorted(session.history), "seed \(seed)")
    }
  }

  @Test func `a clock that is set back confuses no journal`() throws {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      var session = Session()
      var layers = Dictionary(uniqueKeysWithValues: Self.articles.map { ($0, Layer(annotator: .person("anna"))) })
      for _ in 0..<30 { session.step(&make, at: Timestamp(milliseconds: Int64(make.int(0...1_000_000)))) }
      for (article, entries) in session.journals {
        for entry in entries { try Self.carryOut(entry.event, session, article, &layers) }
      }
      // Whatever order the articles come in, everything can be undone.
      let history = History(journals: Array(session.journals.values))
      #expect(Set(history.undoable.map(\.id)) == Set(session.history.undoable.map(\.id)), "seed \(seed)")
      for change in history.undoable.reversed() {
        for part in change.inverseParts { try layers[part.article]?.apply(part.edits) }
      }
      #expect(layers.values.allSatisfy { $0.isEmpty }, "seed \(seed)")
    }
  }

  private static func carryOut(
    _ event: History.Event, _ session: Session, _ article: ArticlePath, _ layers: inout [ArticlePath: Layer]
  ) throws {
    let id: Change.ID
    switch event {
    case .did(let change): id = change.id
    case .undid(let changed), .redid(let changed): id = changed
    }
    for case .did(let change) in session.all.map(\.event) where change.id == id {
      var parts = change.parts
      if case .undid = event { parts = change.inverseParts }
      for part in parts where part.article == article { try layers[article]?.apply(part.edits) }
    }
  }

  @Test func `undone and redone and undone again within a millisecond is undone`() {
    let change = Change(
      id: "c", summary: "", time: Timestamp(milliseconds: 1),
      parts: Self.articles.prefix(2).map { Change.Part(article: $0, edits: []) })
    let time = Timestamp(milliseconds: 2)
    let journal = [
      JournalEntry(.did(change), time: change.time), JournalEntry(.undid("c"), time: time),
      JournalEntry(.redid("c"), time: time), JournalEntry(.undid("c"), time: time),
    ]
    let history = History(journals: [journal, journal])
    #expect(history.undoable.isEmpty && history.redoable.map(\.id) == ["c"])
  }

  @Test func `journals that contradict each other are still read`() {
    func did(_ id: String) -> JournalEntry {
      JournalEntry(
        .did(Change(id: id, summary: "", time: Timestamp(milliseconds: 1), parts: [])), time: Timestamp(milliseconds: 1)
      )
    }
    let history = History(journals: [[did("a"), did("b"), did("c")], [did("c"), did("a")], [did("b"), did("a")]])
    #expect(Set(history.undoable.map(\.id)) == ["a", "b", "c"])
  }

  @Test func `a change to two articles is one step, with both parts`() {
    var make = Generator(seed: 1)
    let parts = Self.articles.prefix(2).map {
      Change.Part(article: $0, edits: [.add(make.mention(in: Self.document))])
    }
    let place = Change.Place(article: Self.articles[0], selection: Span(0, 3))
    let whole = Change(id: "c", summary: "accepted", time: Timestamp(milliseconds: 1), parts: parts, place: place)
    let journals = parts.map { part in
      [
        JournalEntry(
          .did(Change(id: "c", summary: "accepted", time: whole.time, parts: [part], place: place)), time: whole.time)
      ]
    }
    #expect(History(journals: journals).undoable == [whole])
  }

  @Test func `a new change makes what was undone unreachable`() {
    func change(_ id: String) -> Change { Change(id: id, summary: "", time: Timestamp(milliseconds: 0), parts: []) }
    var history = History()
    for event in [.did(change("a")), .did(change("b")), .undid("b"), .undid("a"), .redid("a")] as [History.Event] {
      history.record(event)
    }
    #expect(history.undoable.map(\.id) == ["a"] && history.redoable.map(\.id) == ["b"])
    history.record(.did(change("c")))
    #expect(history.undoable.map(\.id) == ["a", "c"] && history.redoable.isEmpty)
    history.record(.undid("unknown"))
    history.forget("a")
    #expect(history.undoable.map(\.id) == ["c"])
  }

  @Test func `taking a change back undoes its edits in the opposite order`() throws {
    var make = Generator(seed: 4)
    let one = make.mention(in: Self.document)
    var two = one
    two.label = "OTHER"
    let change = Change(
      id: "c", summary: "", time: Timestamp(milliseconds: 0),
      parts: [Change.Part(article: Self.articles[0], edits: [.add(one), .replace(one, by: two)])])
    var layer = Layer(annotator: .person("anna"))
    try layer.apply(change.parts[0].edits)
    #expect(layer.mentions == [one.id: two])
    try layer.apply(change.inverseParts[0].edits)
    #expect(layer.isEmpty)
  }
}
