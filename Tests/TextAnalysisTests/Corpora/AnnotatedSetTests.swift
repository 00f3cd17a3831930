import Annotations
import TestSupport
import Testing
import TextAnalysis

@Suite struct AnnotatedSetTests {
  private func decided(_ marked: String, status: Status = .accepted) -> (Document, Layer) {
    let text = MarkedText(marked)
    let mentions = text.marks.enumerated().map { index, mark in
      Mention(
        id: Mention.ID("m\(index)"), span: mark.span, label: mark.label, status: status,
        provenance: Provenance(annotator: .person("anna"), method: .tagged))
    }
    return (Document(text.text), Layer(annotator: .person("anna"), mentions: mentions))
  }

  private func marked(_ annotated: AnnotatedText) -> String {
    let document = annotated.text.document
    return MarkedText(document.text(in: document.span), mentions: annotated.mentions).marked
  }

  @Test func `what is accepted in an article is what there is, in tokens of ours`() {
    let text = "«PERSON Marta Solheim»'s boat left «GPE Oslo».\n\nIt sank."
    let (document, layer) = decided(text)
    let annotated = AnnotatedText(document, layer)
    #expect(marked(annotated) == text)
    #expect(annotated.text.sentences.count == 2)
    #expect(annotated.text.tokenRange(of: annotated.mentions[0].span) == 0..<2)
  }

  @Test(arguments: [Status.rejected, .unsure])
  func `what is rejected or unsure is no mention`(_ status: Status) {
    let (document, layer) = decided("«PERSON Marta» left.", status: status)
    #expect(AnnotatedText(document, layer).mentions.isEmpty)
  }

  @Test func `what cuts a token and what lies in another mention is left out and can be told`() {
    let (document, layer) = decided("«ORG University of «GPE Oslo»» sank in «GPE Nor»way.")
    let annotated = AnnotatedText(document, layer)
    #expect(marked(annotated) == "«ORG University of Oslo» sank in Norway.")
    let omitted = annotated.omitted(of: layer.mentionsInReadingOrder)
    #expect(omitted.map { document.text(in: $0.span) } == ["Oslo", "Nor"])
  }

  @Test func `words can be changed where they stand, and mentions move with them`() throws {
    let file = try IOB2File(reading: Array("Groß\tB-PERSON\nweiß\tO\n.\tO\n\nÅse\tB-PERSON\nBø\tI-PERSON\n".utf8))
    let set = AnnotatedSet(name: "a", file)
    #expect(marked(set.changingWords { $0.uppercased() }.texts[0]) == "«PERSON GROSS» WEISS .\n«PERSON ÅSE BØ»")
    #expect(marked(set.changingWords { $0.lowercased() }.texts[0]) == "«PERSON groß» weiß .\n«PERSON åse bø»")
    #expect(set.labels == [.person])
    #expect(set.tokenCount == 5 && set.sentenceCount == 2 && set.mentionCount == 2)
  }

  @Test func `a doubtful label gives way where the lists know the name as something else, and keeps the rest`() throws {
    let lines = [
      "the\tB-NORP", "United\tI-NORP", "States\tI-NORP", "and\tO", "French\tB-NORP", "London\tB-NORP", "wine\tO",
      "Zorbian\tB-NORP", "Paris\tB-PERSON", ".\tO",
    ]
    let file = try IOB2File(reading: Array(lines.joined(separator: "\n").utf8))
    let set = AnnotatedSet(name: "a", file, labels: [.norp, .gpe, .person])
    let expected = "the «GPE United States» and «NORP French» «GPE London» wine «NORP Zorbian» «PERSON Paris» ."
    #expect(marked(set.correcting([.norp]).texts[0]) == expected)
    let untouched = "«NORP the United States» and «NORP French» «NORP London» wine «NORP Zorbian» «PERSON Paris» ."
    #expect(marked(set.correcting([]).texts[0]) == untouched)
    let both = ["Zorbian\tB-NORP", "Zorbian\tB-GPE"].joined(separator: "\n")
    let two = AnnotatedSet(name: "a", try IOB2File(reading: Array(both.utf8)), labels: [.norp, .gpe, .person])
    #expect(marked(two.correcting([.norp, .gpe]).texts[0]) == "«NORP Zorbian» «GPE Zorbian»")
    let withoutPlaces = AnnotatedSet(name: "a", file, labels: [.norp, .person])
    #expect(marked(withoutPlaces.correcting([.norp]).texts[0]) == untouched)
  }

  // MARK: - Descriptions

  @Test(arguments: [
    ("uner_ewt.dev.conll", ["GPE"]), ("uner_ewt", ["GPE"]), ("uner_ewt_dev.conll", ["GPE"]), ("uner.dev", ["ORG"]),
    ("uner-test", ["ORG"]), ("uner_pud.test", ["ORG"]), ("unerx.dev", nil), ("my_uner.dev", nil), ("", nil),
  ])
  func `a file belongs to the set whose name it begins with, the longest that fits`(
    _ example: (name: String, labels: [String]?)
  ) throws {
    let descriptions = try SetDescriptions(reading: Array(#"{"uner": ["ORG"], "uner_ewt": ["GPE"]}"#.utf8))
    #expect(descriptions[fileName: example.name]?.labels == example.labels.map { Set($0.map { Label($0) }) })
  }

  @Test func `a set may have a weight and an attribution`() throws {
    let text = #"""
      {"a": {"labels": ["ORG", "GPE"], "weight": 0.5, "attribution": "A, CC BY", "doubtful": ["ORG"], "phrases": true},
       "b": {"labels": ["ORG"]}}
      """#
    let descriptions = try SetDescriptions(reading: Array(text.utf8))
    let description = try #require(descriptions[fileName: "a.train.conll"])
    #expect(description.labels == [.org, .gpe] && description.weight == 0.5 && description.attribution == "A, CC BY")
    #expect(description.doubtful == [.org] && description.marksPhrases)
    #expect(descriptions[fileName: "b.conll"]?.marksPhrases == false)
  }

  @Test(arguments: [
    ("[]", "line 1: must be an object"), ("{\"a\": [1]}", "“a”: must be a list of labels"),
    ("{\n\n\"a\": [\"ORG\"\n}", "line 4: "), ("{\"a\": {\"weight\": 2}}", "“a”: says no “labels”"),
    ("{\"a\": {\"labels\": [], \"weight\": 0}}", "“a”: the weight must be"),
    ("{\"a\": {\"labels\": [\"ORG\"], \"doubtful\": [\"NROP\"]}}", "“a”: NROP is doubtful and not among"),
    ("{\"a\": {\"labels\": [], \"phrases\": 1}}", "“a”: “phrases” must be true or false"),
    ("{\"a\": {\"label\": []}}", "“a”: there is no “label” of a set"), ("", "line 1: "),
  ])
  func `what describes no sets is told with its place`(_ example: (text: String, message: String)) {
    let error = #expect(throws: SetDescriptions.ReadingError.self) {
      try SetDescriptions(reading: Array(example.text.utf8))
    }
    #expect(error?.description.hasPrefix(example.message) == true, "\(error.map(String.init(describing:)) ?? "")")
  }

  // MARK: - Training

  @Test func `where an article is not done, what nobody decided on is unknown, and what is rejected is not`() throws {
    let document = Document("Then Ada met Bo in Oslo.")
    var ada = Mention.suggestion(Span(5, 8), .person, by: .person("x"), confidence: 1)
    ada.status = .accepted
    var oslo = Mention.suggestion(Span(19, 23), .gpe, by: .person("x"), confidence: 1)
    oslo.status = .rejected
    for isDone in [false, true] {
      let layer = Layer(annotator: .person("x"), mentions: [ada, oslo], marks: ArticleMarks(isDone: isDone))
      let set = TrainingSet(AnnotatedSet(name: "a", texts: [AnnotatedText(document, layer)]))
      let bo = isDone ? "O" : "_"
      #expect(set.documents.first?.sentences.first?.tags == ["O", "B-PERSON", "O", bo, "O", "O", "O"])
    }
  }

  @Test func `a set becomes what a tagger learns from, with labels as they count and the others unknown`() throws {
    let text = "-DOCSTART-\tO\n\nAnna\tB-PER\nBerg\tI-PER\nleft\tO\n\nOslo\tB-LOC\n\n-DOCSTART-\tO\n\nNATO\tB-ORG\n"
    let set = AnnotatedSet(name: "a", try IOB2File(reading: Array(text.utf8)), labels: ["PER", "LOC", "ORG"])
    let mapping = LabelMapping(replacements: ["PER": .person, "LOC": .gpe], only: [.person, .gpe])
    let training = TrainingSet(set, mapping: mapping, weight: 0.5, attribution: "A")
    #expect(
      training.documents.map { $0.sentences.map(\.words) } == [[["Anna", "Berg", "left"], ["Oslo"]], [["NATO"]]])
    #expect(
      training.documents.map { $0.sentences.map(\.tags) }
        == [[["B-PERSON", "I-PERSON", "O"], ["B-GPE"]], [["O"]]])
    #expect(training.knownLabels == [.person, .gpe] && training.weight == 0.5 && training.attribution == "A")
  }

  // MARK: - Mapping

  @Test func `labels can count as others or not at all`() {
    let mapping = LabelMapping(replacements: [.loc: .gpe, "PER": .person], only: [.person, .gpe])
    #expect(mapping(.loc) == .gpe && mapping(.gpe) == .gpe && mapping("PER") == .person && mapping(.org) == nil)
    #expect(LabelMapping()(.org) == .org)
  }
}
