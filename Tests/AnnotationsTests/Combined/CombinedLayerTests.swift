import Testing

@testable import Annotations

@Suite struct CombinedLayerTests {
  /// What is shown of a text with decisions and the same text with suggestions.
  private func shown(
    _ decided: String, _ suggested: String, status: Status = .accepted, change: (inout Mention) -> Void = { _ in }
  ) -> String {
    let suggestions = Marked(suggested, status: .suggested, prefix: "s")
    var decisions = Marked(decided, status: status).mentions
    for index in decisions.indices { change(&decisions[index]) }
    let combined = CombinedLayer(
      decisions: Layer(annotator: .person("anna"), mentions: decisions), suggestions: suggestions.mentions)
    return Marked.text(suggestions.document, combined.mentions)
  }

  @Test func `without decisions all suggestions are shown`() {
    let suggested = "«PERSON Ada» met «ORG the «GPE Kharkiv» Library»."
    #expect(shown("Ada met the Kharkiv Library.", suggested) == suggested)
  }

  @Test(arguments: [Status.accepted, .unsure, .rejected])
  func `a suggestion is answered by a decision with the same span, whatever its label`(status: Status) {
    #expect(
      shown("«ORG Ada» met Bo.", "«PERSON Ada» met «PERSON Bo».", status: status) == "«ORG Ada» met «PERSON Bo».")
  }

  @Test(arguments: [Status.accepted, .unsure, .rejected])
  func `a suggestion is answered by the decision that was made out of it, wherever that is now`(status: Status) {
    let text = shown("Ada Lovelace met «PERSON Bo».", "«PERSON Ada» Lovelace met Bo.", status: status) { mention in
      mention.provenance.origin = Provenance.Origin(annotator: .model("m"), span: Span(0, 3), label: .person)
    }
    #expect(text == "Ada Lovelace met «PERSON Bo».")
  }

  @Test func `a suggestion that crosses a standing decision is not shown, one that crosses a rejected one is`() {
    let (decided, suggested) = ("«ORG New York» Times", "New «GPE York Times»")
    #expect(shown(decided, suggested) == decided)
    #expect(shown(decided, suggested, status: .unsure) == decided)
    #expect(shown(decided, suggested, status: .rejected) == "«ORG New «GPE York» Times»")
  }

  @Test func `a suggestion inside or around a standing decision of the same label is not shown`() {
    #expect(shown("the «ORG Kharkiv Library»", "the «ORG Kharkiv» Library") == "the «ORG Kharkiv Library»")
    #expect(shown("the «ORG Kharkiv» Library", "«ORG the Kharkiv Library»") == "the «ORG Kharkiv» Library")
    #expect(
      shown("the «ORG Kharkiv» Library", "«ORG the Kharkiv Library»", status: .rejected)
        == "«ORG the «ORG Kharkiv» Library»")
  }

  @Test func `a suggestion inside a standing decision is answered, one around a decision of another label is not`() {
    #expect(shown("the «ORG Kharkiv Library»", "the «GPE Kharkiv» Library") == "the «ORG Kharkiv Library»")
    #expect(
      shown("the «ORG Kharkiv Library»", "the «GPE Kharkiv» Library", status: .rejected)
        == "the «ORG «GPE Kharkiv» Library»")
    #expect(shown("the «GPE Kharkiv» Library", "«ORG the Kharkiv Library»") == "«ORG the «GPE Kharkiv» Library»")
  }

  @Test func `the rules hold for any layers`() {
    for seed in 0..<300 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: 20))
      let decisions = make.layer(in: document, mentions: 0...8)
      let suggestions = (0..<make.int(0...12)).map { _ in
        Mention.suggestion(make.span(in: document), make.pick(["PERSON", "ORG"]), by: .model("m"), confidence: 0.7)
      }
      let combined = CombinedLayer(decisions: decisions, suggestions: suggestions)
      let decided = decisions.mentions.values
      let standing = decided.filter { $0.status != .rejected }
      let open = suggestions.filter { suggestion in
        let isAnswered =
          decided.contains { $0.span == suggestion.span || $0.provenance.origin?.span == suggestion.span }
          || standing.contains { $0.span.crosses(suggestion.span) || $0.span.contains(suggestion.span) }
          || standing.contains { $0.label == suggestion.label && $0.span.overlaps(suggestion.span) }
        return !isAnswered
      }
      #expect(combined.mentions == Mention.inReadingOrder(Array(decided) + open), "seed \(seed)")
    }
  }

  @Test func `what lies at a place is found as by looking at every mention`() {
    for seed in 0..<200 {
      var make = Generator(seed: seed)
      let document = Document(make.prose(words: 30))
      let combined = CombinedLayer(decisions: make.layer(in: document, mentions: 0...15), suggestions: [])
      for _ in 0..<10 {
        let span = make.span(in: document, longest: 60)
        #expect(combined.overlapping(span) == combined.mentions.filter { $0.span.overlaps(span) }, "seed \(seed)")
        let around = combined.mentions.filter { $0.span.contains(span.start) }
        #expect(combined.around(span.start) == around, "seed \(seed)")
        let next = combined.mentions.first { $0.span.start >= span.start && $0.status == .unsure }
        #expect(combined.next(from: span.start) { $0.status == .unsure } == next, "seed \(seed)")
        let previous = combined.mentions.last { $0.span.start < span.start && $0.status == .unsure }
        #expect(combined.previous(before: span.start) { $0.status == .unsure } == previous, "seed \(seed)")
      }
    }
  }

  @Test func `walking from mention to mention visits each once, in both directions`() throws {
    let marked = Marked("«ORG the «GPE Kharkiv» Library», «PERSON Ada» and «PERSON Bo»", status: .unsure)
    let combined = CombinedLayer(decisions: marked.layer, suggestions: [])
    #expect(combined.undecidedCount == 4)
    var mention = try #require(combined.mentions.first)
    var walked = [mention.id.text]
    while let next = combined.next(after: mention, where: { _ in true }) {
      #expect(combined.previous(before: next) { _ in true } == mention)
      mention = next
      walked.append(mention.id.text)
    }
    #expect(walked == ["m0", "m1", "m2", "m3"])
    #expect(combined["m2"] == marked.mentions[2] && combined["x"] == nil)
  }

  @Test func `a mention that is gone still has neighbours`() {
    let marked = Marked("«PERSON Ada» met Cem and «PERSON Bo»")
    let gone = Marked("Ada met «PERSON Cem» and Bo", prefix: "gone").mentions[0]
    let combined = CombinedLayer(decisions: marked.layer, suggestions: [])
    #expect(combined.next(after: gone) { _ in true }?.id == "m1")
    #expect(combined.previous(before: gone) { _ in true }?.id == "m0")
  }
}
