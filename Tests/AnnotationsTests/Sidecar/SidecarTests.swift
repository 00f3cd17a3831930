import Testing

@testable import Annotations

@Suite struct SidecarTests {
  private func bytes(_ sidecar: Sidecar, _ document: Document) -> [UInt8] {
    sidecar.bytes(for: document, article: "story.txt", labels: LabelSet.standard.labels, model: "english 1")
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `what is written is the form that the specification shows`() {
    var marked = Marked("👍 «PERSON Ada Lovelace» wrote to 東京.").mentions
    let document = Marked("👍 «PERSON Ada Lovelace» wrote to 東京.").document
    marked[0].provenance = Provenance(
      annotator: .person("anna"), method: .relabelled, confidence: 0.8765, time: Timestamp("2026-11-24T08:05:31.250Z"),
      origin: Provenance.Origin(annotator: .model("english 1"), span: Span(5, 8), label: "ORG"))
    marked[0].entity = "e1"
    marked[0].note = "the \"first\" programmer"
    let layer = Layer(
      annotator: .person("anna"), mentions: marked,
      entities: [Entity(id: "e1", name: "Ada", label: "PERSON", aliases: ["ada"], knowledgeBaseID: "Q7259")],
      marks: ArticleMarks(isDone: true, note: "nice"))
    let file = Sidecar(layer: layer).bytes(
      for: document, article: "story.txt", labels: ["PERSON", "GPE"], model: "english 1")
    #expect(
      String(decoding: file, as: UTF8.self) == """
        {"type":"gloss","version":1,"article":"story.txt","sha256":"\(document.digest())","length":27,"unit":"code point",\
        "annotator":"anna","labels":["PERSON","GPE"],"model":"english 1"}
        {"type":"article","done":true,"note":"nice"}
        {"type":"entity","id":"e1","name":"Ada","label":"PERSON","aliases":["ada"],"kb":"Q7259"}
        {"type":"mention","start":2,"end":14,"text":"Ada Lovelace","label":"PERSON","status":"accepted","by":"anna",\
        "how":"relabelled","time":"2026-11-24T08:05:31.250Z","confidence":0.8765,"origin":{"by":"model:english 1",\
        "start":2,"end":5,"label":"ORG"},"entity":"e1","note":"the \\"first\\" programmer","before":"👍 ","after":" wrote to 東京.",\
        "id":"m0"}

        """)
  }

  @Test func `what is written is read again, whatever is in it`() {
    for seed in 0..<400 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: make.int(5...60)))
      let layer = make.layer(in: document, mentions: 0...12)
      let file = bytes(Sidecar(layer: layer), document)
      let again = Sidecar(file, for: document, annotator: .person("bo"))
      #expect(again.layer == layer, "seed \(seed)")
      #expect(again.problems.isEmpty && again.unplaced.isEmpty && again.unknownLines.isEmpty && again.movedCount == 0)
      #expect(again.header?.textDigest == document.digest() && again.header?.annotator == .person("anna"))
      #expect(bytes(again, document) == file, "seed \(seed)")
      #expect(again.fileDigest == Digest(of: file))
    }
  }

  @Test func `the order in which things were decided does not show in the file`() {
    for seed in 0..<50 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: 40))
      let layer = make.layer(in: document, mentions: 3...12)
      let shuffled = Layer(
        annotator: layer.annotator, mentions: layer.mentions.values.shuffled(using: &make.random),
        entities: layer.entities.values.shuffled(using: &make.random), marks: layer.marks)
      #expect(bytes(Sidecar(layer: shuffled), document) == bytes(Sidecar(layer: layer), document), "seed \(seed)")
    }
  }

  @Test func `one decision changes one line`() throws {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: 40))
      var layer = make.layer(in: document, mentions: 3...12)
      let before = Set(lines(bytes(Sidecar(layer: layer), document)))
      let edit = make.edit(of: layer, in: document)
      try layer.apply(edit)
      let after = Set(lines(bytes(Sidecar(layer: layer), document)))
      #expect(before.subtracting(after).count <= 1 && after.subtracting(before).count <= 1, "seed \(seed): \(edit)")
    }
  }

  @Test func `naughty strings survive as text, note, name, label and annotator`() throws {
    #expect(NaughtyStrings.all.count >= 200)
    for string in NaughtyStrings.all where !string.isEmpty {
      let document = Document("before " + string + " after")
      let span = Span(7, 7 + string.utf8.count)
      let mention = Mention(
        id: Mention.ID(string), span: span, label: Label(string), status: .accepted,
        provenance: Provenance(annotator: .model(string), method: .imported), entity: Entity.ID(string), note: string,
        unknownFields: JSONObject([JSONObject.Member("x\(string)", .string(string))]))
      let layer = Layer(
        annotator: .person(string), mentions: [mention],
        entities: [Entity(id: Entity.ID(string), name: string, label: Label(string), aliases: [string], note: string)],
        marks: ArticleMarks(note: string))
      let file = Sidecar(layer: layer).bytes(for: document, article: string, labels: [Label(string)], model: string)
      let again = Sidecar(file, for: document, annotator: .person("x"))
      #expect(again.layer == layer && again.problems.isEmpty, "\(string.debugDescription)")
      let text = try #require(again.layer.mentions[mention.id]?.note)
      #expect(text.utf8.elementsEqual(string.utf8), "\(string.debugDescription)")
      #expect(lines(file).count == 5, "\(string.debugDescription)")
      #expect(!file.contains(0x1B) && !file.contains(0x07) && !file.contains(0x0D))
    }
  }

  @Test func `naughty strings survive as the whole article`() {
    for string in NaughtyStrings.all {
      let document = DocumentReader.read(Array(string.utf8), format: .plain)
      let span = document.span
      guard !span.isEmpty else { continue }
      let layer = Layer(
        annotator: .person("anna"),
        mentions: [
          Mention(
            id: "m", span: span, label: "X", status: .accepted,
            provenance: Provenance(annotator: .person("anna"), method: .tagged))
        ])
      let again = Sidecar(bytes(Sidecar(layer: layer), document), for: document, annotator: .person("anna"))
      #expect(again.layer == layer, "\(string.debugDescription)")
      let combined = CombinedLayer(decisions: layer, suggestions: [])
      #expect(EntityIndex(combined.mentions, entities: [:], in: document).groups.count == 1)
    }
  }

  @Test func `line breaks of other systems and a byte order mark change nothing`() {
    let marked = Marked("«PERSON Ada» met «PERSON Bo» in «GPE Kharkiv».")
    let file = String(decoding: bytes(Sidecar(layer: marked.layer), marked.document), as: UTF8.self)
    for variant in [
      "\u{FEFF}" + file, file.replacing("\n", with: "\r\n"), file.replacing("\n", with: "\n\n"),
      String(file.dropLast()),
    ] {
      let sidecar = Sidecar(Array(variant.utf8), for: marked.document, annotator: .person("anna"))
      #expect(sidecar.layer == marked.layer && sidecar.problems.isEmpty && sidecar.unknownLines.isEmpty)
    }
  }

  @Test func `the text of a page is stored with its annotations`() {
    let page = Array("<html><body><article><p>Ada wrote &amp; Bo answered.</p></article></body></html>".utf8)
    let document = DocumentReader.read(page, format: .html)
    let file = bytes(Sidecar(layer: Layer(annotator: .person("anna"))), document)
    #expect(lines(file)[1] == #"{"type":"text","text":"Ada wrote & Bo answered.\n"}"#)
    #expect(Sidecar.storedText(in: file)?.text == "Ada wrote & Bo answered.\n")
    #expect(Sidecar.storedText(in: file)?.pageDigest == Digest(of: page))
    #expect(Sidecar.storedText(in: Array("{}\n[]\nx\n".utf8)) == nil)
  }

  @Test func `a mention that was lost comes back when its words do`() {
    let marked = Marked("It snowed in «GPE Kharkiv» on Monday, and nobody went out.")
    let without = Document("It snowed on Monday, and nobody went out.")
    let first = Sidecar(bytes(Sidecar(layer: marked.layer), marked.document), for: without, annotator: .person("anna"))
    #expect(first.layer.mentions.isEmpty && first.unplaced.map(\.text) == ["Kharkiv"])
    let second = bytes(first, without)
    let again = Sidecar(second, for: without, annotator: .person("anna"))
    #expect(again.unplaced.map(\.text) == ["Kharkiv"] && bytes(again, without) == second)
    let back = Sidecar(second, for: marked.document, annotator: .person("anna"))
    #expect(back.layer == marked.layer && back.unplaced.isEmpty)
    #expect(bytes(back, marked.document) == bytes(Sidecar(layer: marked.layer), marked.document))
  }

  @Test func `the suggestion that a decision answers moves with it, or is forgotten`() throws {
    let marked = Marked("The mayor of «GPE Kharkiv City» spoke to the people.")
    var mention = marked.mentions[0]
    func moved(_ origin: Span, to text: String) throws -> Span? {
      mention.provenance.origin = Provenance.Origin(annotator: .model("m"), span: origin, label: "ORG")
      let file = bytes(Sidecar(layer: Layer(annotator: .person("anna"), mentions: [mention])), marked.document)
      let sidecar = Sidecar(file, for: Document(text), annotator: .person("anna"))
      return try #require(sidecar.layer.mentions["m0"]).provenance.origin?.span
    }
    let later = "Today the mayor of Kharkiv City spoke to the people."
    #expect(try moved(Span(13, 20), to: later) == Span(19, 26))
    #expect(try moved(Span(13, 25), to: later) == Span(19, 31))
    #expect(try moved(Span(4, 25), to: later) == Span(10, 31))
    #expect(try moved(Span(0, 25), to: later) == nil)
    #expect(try moved(Span(4, 25), to: "The mayor of Kharkiv City spoke to the people!") == Span(4, 25))
  }
}
