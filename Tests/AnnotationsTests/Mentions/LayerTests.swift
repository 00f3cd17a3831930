import Testing

@testable import Annotations

@Suite struct LayerTests {
  private static let document = Document("Ada Lovelace wrote to 東京 about engines, and Zoë answered from Kharkiv.")

  @Test func `an edit and then its inverse change nothing`() throws {
    for seed in 0..<500 {
      var make = Generator(seed: seed)
      let before = make.layer(in: Self.document)
      let edit = make.edit(of: before, in: Self.document)
      var layer = before
      try layer.apply(edit)
      #expect(edit.inverse.inverse == edit)
      try layer.apply(edit.inverse)
      #expect(layer == before, "seed \(seed)")
    }
  }

  @Test func `edits taken back one by one give every earlier layer again`() throws {
    for seed in 0..<100 {
      var make = Generator(seed: seed)
      var layers = [make.layer(in: Self.document)]
      var edits: [Edit] = []
      for _ in 0..<30 {
        var layer = layers[layers.count - 1]
        edits.append(make.edit(of: layer, in: Self.document))
        try layer.apply(edits[edits.count - 1])
        layers.append(layer)
      }
      var layer = layers[layers.count - 1]
      for (index, edit) in edits.enumerated().reversed() {
        try layer.apply(edit.inverse)
        #expect(layer == layers[index], "seed \(seed), edit \(index)")
      }
    }
  }

  @Test func `the edits from one layer to another lead there, and not one is idle`() throws {
    for seed in 0..<300 {
      var make = Generator(seed: seed)
      let one = make.layer(in: Self.document)
      var other = one
      for _ in 0..<make.int(0...6) { try other.apply(make.edit(of: other, in: Self.document)) }
      let edits = one.edits(toBecome: other)
      var layer = one
      try layer.apply(edits)
      #expect(layer == other, "seed \(seed)")
      #expect(edits.allSatisfy { $0 != $0.inverse }, "seed \(seed)")
      #expect(one.edits(toBecome: one) == [])
    }
  }

  @Test func `an edit of something that is no longer so is refused and changes nothing`() throws {
    var make = Generator(seed: 3)
    let known = make.mention(in: Self.document)
    var changed = known
    changed.label = "OTHER"
    var layer = Layer(annotator: .person("anna"), mentions: [known])
    let before = layer
    let fresh = make.mention(in: Self.document)
    for edits in [
      [Edit.add(known)], [.remove(changed)], [.replace(changed, by: known)], [.add(fresh), .remove(changed)],
      [.entity("e", from: make.entity(), to: nil)], [.marks(from: ArticleMarks(isDone: true), to: ArticleMarks())],
    ] {
      let conflict = #expect(throws: EditConflict.self) { try layer.apply(edits) }
      #expect(conflict?.edit == edits.last)
      #expect(layer == before)
    }
  }

  @Test func `mentions may nest, cross and repeat, and are listed outermost first`() {
    let spans = [Span(4, 12), Span(0, 12), Span(0, 3), Span(0, 12), Span(2, 20)]
    let mentions = spans.enumerated().map { index, span in
      Mention(
        id: Mention.ID("m\(index)"), span: span, label: index == 3 ? "GPE" : "PERSON", status: .accepted,
        provenance: Provenance(annotator: .person("anna"), method: .tagged))
    }
    let layer = Layer(annotator: .person("anna"), mentions: mentions)
    #expect(layer.mentionsInReadingOrder.map(\.id.text) == ["m3", "m1", "m2", "m4", "m0"])
  }

  @Test func `reading order does not depend on the order before`() {
    for seed in 0..<50 {
      var make = Generator(seed: seed)
      let mentions = (0..<20).map { _ in make.mention(in: Self.document) }
      let sorted = mentions.sorted(by: Mention.inReadingOrder)
      #expect(Mention.inReadingOrder(mentions.shuffled(using: &make.random)) == sorted)
    }
  }
}
