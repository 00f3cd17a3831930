import Testing

@testable import Annotations

@Suite struct RecoveryTests {
  private static let path = ArticlePath("/news/story.txt")
  private static let marked = Marked("«PERSON Ada Lovelace» wrote to «GPE Kharkiv» and met «PERSON Bo» there.")
  private static let document = marked.document

  /// A run: what was done, and the layer after each step.
  private struct Run {
    var layers: [Layer]
    var journal = Journal()
    private var done: [Change] = []
    private var undone: [Change] = []

    init(_ layer: Layer) { layers = [layer] }

    var layer: Layer { layers[layers.count - 1] }

    mutating func take(_ edits: [Edit]) throws {
      let part = Change.Part(article: RecoveryTests.path, edits: edits)
      let change = Change(id: "c\(journal.entries.count)", summary: "", time: Timestamp(milliseconds: 0), parts: [part])
      done.append(change)
      undone = []
      try finish(.did(change), edits)
    }

    mutating func undo() throws {
      guard let change = done.popLast() else { return }
      undone.append(change)
      try finish(.undid(change.id), change.inverseParts.flatMap(\.edits))
    }

    mutating func redo() throws {
      guard let change = undone.popLast() else { return }
      done.append(change)
      try finish(.redid(change.id), change.parts.flatMap(\.edits))
    }

    private mutating func finish(_ event: History.Event, _ edits: [Edit]) throws {
      var layer = layer
      try layer.apply(edits)
      layers.append(layer)
      journal.entries.append(JournalEntry(event, time: Timestamp(milliseconds: 0)))
    }

    mutating func step(_ make: inout Generator) throws {
      switch make.int(0...5) {
      case 0: try undo()
      case 1: try redo()
      default: try take([make.edit(of: layer, in: RecoveryTests.document)])
      }
    }
  }

  @Test func `after a crash at any moment the layer is as it was last`() throws {
    for seed in 0..<300 {
      var make = Generator(seed: seed)
      var run = Run(make.layer(in: Self.document))
      for _ in 0..<make.int(1...15) { try run.step(&make) }
      let count = run.journal.entries.count
      // The sidecar may be older than the mark says it must be, never; but it may well be newer.
      let marked = make.int(0...count)
      let saved = make.int(marked...count)
      var journal = run.journal
      journal.savedCount = marked
      var layer = run.layers[saved]
      let recovery = journal.recover(&layer)
      #expect(layer == run.layer, "seed \(seed): marked \(marked), saved \(saved) of \(count)")
      #expect(recovery.clashes == 0, "seed \(seed)")
      #expect(recovery.recovered == (run.layers[saved] == run.layer ? 0 : count - marked), "seed \(seed)")
    }
  }

  @Test func `what another program changed meanwhile is kept beside what is recovered`() throws {
    for seed in 0..<300 {
      var make = Generator(seed: seed)
      var run = Run(make.layer(in: Self.document))
      for _ in 0..<make.int(1...6) { try run.step(&make) }
      var theirs = run.layers[0]
      for _ in 0..<make.int(1...4) { try theirs.apply(make.edit(of: theirs, in: Self.document)) }
      var layer = theirs
      _ = run.journal.recover(&layer)
      let said = Set(layer.mentions.values.map { [$0.span.description, $0.label.name, $0.note ?? ""] })
      for (side, other) in [(run.layer, theirs), (theirs, run.layer)] {
        for mention in side.mentions.values where run.layers[0].mentions[mention.id] != mention {
          guard other.mentions[mention.id] == run.layers[0].mentions[mention.id] || other.mentions[mention.id] != nil
          else { continue }
          #expect(
            said.contains([mention.span.description, mention.label.name, mention.note ?? ""]),
            "seed \(seed): \(mention)")
        }
      }
    }
  }

  @Test func `a decision taken back before the crash leaves nothing`() throws {
    var run = Run(Layer(annotator: .person("anna")))
    try run.take([.add(Self.marked.mentions[0])])
    try run.undo()
    for saved in run.layers {
      var layer = saved
      _ = run.journal.recover(&layer)
      #expect(layer.isEmpty)
    }
  }

  @Test func `relabelled twice after a save that the journal was not told of is no clash`() throws {
    let mention = Self.marked.mentions[0]
    var (second, third) = (mention, mention)
    second.label = "ORG"
    third.label = "GPE"
    var run = Run(Layer(annotator: .person("anna")))
    try run.take([.add(mention)])
    try run.take([.replace(mention, by: second)])
    try run.take([.replace(second, by: third)])
    for saved in run.layers {
      var layer = saved
      let recovery = run.journal.recover(&layer)
      #expect(layer.mentions == ["m0": third] && recovery.clashes == 0)
    }
  }

  @Test func `what another program made of the same mention stands beside it as unsure`() throws {
    let mention = Self.marked.mentions[0]
    var (ours, theirs) = (mention, mention)
    ours.label = "ORG"
    theirs.label = "GPE"
    var run = Run(Layer(annotator: .person("anna"), mentions: [mention]))
    try run.take([.replace(mention, by: ours)])
    var layer = Layer(annotator: .person("anna"), mentions: [theirs])
    let recovery = run.journal.recover(&layer)
    #expect(recovery.clashes == 1 && recovery.recovered == 1)
    #expect(Set(layer.mentions.values.map(\.label)) == ["ORG", "GPE"])
    #expect(layer.mentions.values.allSatisfy { $0.status == .unsure })
  }

  @Test func `entries that the sidecar has are not looked at`() throws {
    var run = Run(Layer(annotator: .person("anna")))
    try run.take([.add(Self.marked.mentions[0])])
    run.journal.savedCount = 1
    // Another program took it out again, and that is what counts.
    var layer = Layer(annotator: .person("anna"))
    #expect(run.journal.recover(&layer) == Journal.Recovery())
    #expect(layer.isEmpty)
  }
}
