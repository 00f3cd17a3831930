import Testing

@testable import Annotations

@Suite struct LayerMergeTests {
  private static let document = Document("Ada Lovelace wrote to 東京 about engines, and Zoë answered from Kharkiv.")

  /// Three layers of which the last two began as the first.
  private func sides(_ seed: Int) throws -> (base: Layer, ours: Layer, theirs: Layer) {
    var make = Generator(seed: seed)
    let base = make.layer(in: Self.document)
    var (ours, theirs) = (base, base)
    for _ in 0..<make.int(0...6) { try ours.apply(make.edit(of: ours, in: Self.document)) }
    for _ in 0..<make.int(0...6) { try theirs.apply(make.edit(of: theirs, in: Self.document)) }
    return (base, ours, theirs)
  }

  private func mention(_ id: String, _ label: Label, _ status: Status = .accepted, note: String? = nil) -> Mention {
    Mention(
      id: Mention.ID(id), span: Span(0, 12), label: label, status: status,
      provenance: Provenance(annotator: .person("anna"), method: .tagged), note: note)
  }

  private func layer(_ mentions: [Mention] = [], _ entities: [Entity] = [], _ marks: ArticleMarks = .init()) -> Layer {
    Layer(annotator: .person("anna"), mentions: mentions, entities: entities, marks: marks)
  }

  // MARK: - Properties

  @Test func `merging with a side that changed nothing gives the other side`() throws {
    for seed in 0..<400 {
      let (base, ours, theirs) = try sides(seed)
      let oursAlone = LayerMerge(base: base, ours: ours, theirs: base)
      #expect(oursAlone.merged == ours && oursAlone.clashes.isEmpty && oursAlone.takenOver == 0, "seed \(seed)")
      let theirsAlone = LayerMerge(base: base, ours: base, theirs: theirs)
      #expect(theirsAlone.merged == theirs && theirsAlone.clashes.isEmpty, "seed \(seed)")
      let same = LayerMerge(base: base, ours: ours, theirs: ours)
      #expect(same.merged == ours && same.clashes.isEmpty, "seed \(seed)")
    }
  }

  /// What must not get lost of a mention, apart from its status, which a clash makes unsure.
  private func content(_ mention: Mention) -> Mention {
    var content = mention
    content.id = "any"
    content.status = .unsure
    return content
  }

  @Test func `every mention of either side is there, unless a side removed it that the other had not touched`() throws {
    for seed in 0..<600 {
      let (base, ours, theirs) = try sides(seed)
      let merge = LayerMerge(base: base, ours: ours, theirs: theirs)
      let kept = Set(merge.merged.mentions.values.map(content))
      for (side, other) in [(ours, theirs), (theirs, ours)] {
        for mention in side.mentions.values {
          let isUntouchedHere = base.mentions[mention.id] == mention
          if isUntouchedHere, other.mentions[mention.id] != mention { continue }
          #expect(kept.contains(content(mention)), "seed \(seed): \(mention)")
        }
        for note in side.mentions.values.compactMap(\.note) + side.entities.values.compactMap(\.note)
        where !note.isEmpty {
          let isOld =
            base.mentions.values.contains { $0.note == note } || base.entities.values.contains { $0.note == note }
          let isThere =
            merge.merged.mentions.values.contains { $0.note == note }
            || merge.merged.entities.values.contains { $0.note?.contains(note) == true }
          #expect(isThere || isOld, "seed \(seed): \(note)")
        }
      }
      for mention in merge.merged.mentions.values {
        let origin = (Array(ours.mentions.values) + Array(theirs.mentions.values)).map(content)
        #expect(origin.contains(content(mention)), "seed \(seed): nobody said \(mention)")
      }
    }
  }

  @Test func `every clash stands as unsure, and what is unsure was so or clashes`() throws {
    for seed in 0..<400 {
      let (base, ours, theirs) = try sides(seed)
      let merge = LayerMerge(base: base, ours: ours, theirs: theirs)
      for clash in merge.clashes {
        for side in [clash.ours, clash.theirs].compactMap(\.self) {
          let isUnsure = merge.merged.mentions.values.contains { $0.status == .unsure && content($0) == content(side) }
          #expect(isUnsure, "seed \(seed)")
        }
      }
      if merge.clashes.isEmpty {
        let statuses = merge.merged.mentions.values.filter { $0.status == .unsure }
        let known = Set(ours.mentions.values).union(theirs.mentions.values)
        #expect(Set(statuses).isSubset(of: known), "seed \(seed)")
      }
    }
  }

  // MARK: - Examples

  @Test func `what both changed differently stands twice, as unsure`() {
    let merge = LayerMerge(
      base: layer([mention("m", "ORG")]), ours: layer([mention("m", "PERSON")]), theirs: layer([mention("m", "GPE")]))
    #expect(merge.clashes == [.init(ours: mention("m", "PERSON"), theirs: mention("m", "GPE"))])
    #expect(
      merge.merged.mentionsInReadingOrder == [mention("m-2", "GPE", .unsure), mention("m", "PERSON", .unsure)])
  }

  @Test func `a copy gets an identifier that neither side uses`() {
    let merge = LayerMerge(
      base: layer([mention("m", "ORG")]), ours: layer([mention("m", "PERSON"), mention("m-2", "LOC")]),
      theirs: layer([mention("m", "GPE"), mention("m-3", "FAC")]))
    #expect(Set(merge.merged.mentions.keys) == ["m", "m-2", "m-3", "m-4"])
    #expect(merge.merged.mentions["m-4"]?.label == "GPE")
  }

  @Test func `what one side removed and the other changed stays as unsure`() {
    let base = layer([mention("m", "ORG")])
    let changed = layer([mention("m", "GPE")])
    for (ours, theirs) in [(layer(), changed), (changed, layer())] {
      let merge = LayerMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.merged.mentionsInReadingOrder == [mention("m", "GPE", .unsure)])
      #expect(merge.clashes.count == 1)
    }
  }

  @Test func `what both sides accepted is one mention, whatever they call it and whenever it was`() {
    var theirs = mention("n", "ORG")
    theirs.provenance.time = Timestamp(milliseconds: 5)
    let added = LayerMerge(base: layer(), ours: layer([mention("m", "ORG")]), theirs: layer([theirs]))
    #expect(added.merged == layer([mention("m", "ORG")]) && added.clashes.isEmpty)
    theirs = mention("m", "ORG", .rejected)
    theirs.provenance.time = Timestamp(milliseconds: 5)
    let both = LayerMerge(
      base: layer([mention("m", "ORG")]), ours: layer([mention("m", "ORG", .rejected)]), theirs: layer([theirs]))
    #expect(both.merged == layer([mention("m", "ORG", .rejected)]) && both.clashes.isEmpty)
  }

  @Test func `the same words with a note or an entity of their own are another mention`() {
    var linked = mention("n", "ORG")
    linked.entity = "e1"
    for theirs in [mention("n", "ORG", note: "really?"), linked] {
      let merge = LayerMerge(base: layer(), ours: layer([mention("m", "ORG")]), theirs: layer([theirs]))
      #expect(merge.merged.mentions.count == 2)
    }
  }

  @Test func `fields of an entity are merged one by one`() {
    let base = Entity(id: "e", name: "NATO", label: "ORG", aliases: ["nato", "otan"], note: "alliance")
    var ours = base
    ours.knowledgeBaseID = "Q7184"
    ours.aliases = ["nato", "north atlantic treaty organization", "otan"]
    var theirs = base
    theirs.note = "alliance, since 1949"
    theirs.aliases = ["nato"]
    let merged = LayerMerge(base: layer([], [base]), ours: layer([], [ours]), theirs: layer([], [theirs])).merged
    #expect(
      merged.entities["e"]
        == Entity(
          id: "e", name: "NATO", label: "ORG", aliases: ["nato", "north atlantic treaty organization"],
          knowledgeBaseID: "Q7184", note: "alliance, since 1949"))
  }

  @Test func `what both sides said of an entity differently is kept in its note`() {
    let base = Entity(id: "e", name: "NATO", label: "ORG")
    let ours = Entity(id: "e", name: "Nato", label: "ORG", knowledgeBaseID: "Q1", note: "mine")
    let theirs = Entity(id: "e", name: "OTAN", label: "NORP", knowledgeBaseID: "Q2", note: "theirs")
    let merged = LayerMerge(base: layer([], [base]), ours: layer([], [ours]), theirs: layer([], [theirs])).merged
    #expect(merged.entities["e"]?.name == "Nato")
    #expect(merged.entities["e"]?.label == "NORP")
    #expect(merged.entities["e"]?.knowledgeBaseID == "Q1")
    #expect(merged.entities["e"]?.note == "mine\ntheirs\nalso named: OTAN\nalso linked to: Q2")
  }

  @Test func `an entity that one side removed and the other changed stays`() {
    let base = Entity(id: "e", name: "NATO", label: "ORG")
    let changed = Entity(id: "e", name: "Nato", label: "ORG")
    for (ours, theirs) in [(layer(), layer([], [changed])), (layer([], [changed]), layer())] {
      let merged = LayerMerge(base: layer([], [base]), ours: ours, theirs: theirs).merged
      #expect(merged.entities["e"] == changed)
    }
  }

  @Test func `marks are merged field by field, and two notes are both kept`() {
    let base = ArticleMarks(note: "old")
    let done = ArticleMarks(isDone: true, note: "old", unknownFields: ["x": 1])
    let noted = ArticleMarks(note: "new", unknownFields: ["y": 2])
    let merged = LayerMerge(base: layer([], [], base), ours: layer([], [], done), theirs: layer([], [], noted)).merged
    #expect(merged.marks == ArticleMarks(isDone: true, note: "new", unknownFields: ["x": 1, "y": 2]))
    let other = ArticleMarks(note: "other")
    let both = LayerMerge(base: layer([], [], base), ours: layer([], [], noted), theirs: layer([], [], other)).merged
    #expect(both.marks.note == "new\nother")
  }
}
