import Annotations
import Testing

@testable import TextAnalysis

@Suite struct PipelineTests {
  private let article = """
    Minister resigns in Oslo

    Prime Minister Anna Berg said on Friday that Mr. Carl Holm, 45, had resigned. Holm ran the Ministry of Finance.

    The Norwegian economy grew by 3 percent in 2015, to more than $400 billion.
    """

  @Test("An analysis names its model, covers the text and has sentences and suggestions in order")
  func shape() {
    let document = Document(article)
    let analysis = Pipeline.english.analyse(document)
    #expect(analysis.model == "english-4" && analysis.model == Pipeline.english.name)
    #expect(analysis.coverage == document.span)
    #expect(analysis.sentences.count == 4)
    #expect(analysis.sentences == analysis.sentences.sorted())
    #expect(!analysis.suggestions.isEmpty)
    #expect(zip(analysis.suggestions, analysis.suggestions.dropFirst()).allSatisfy { Mention.inReadingOrder($0, $1) })
  }

  @Test("Every suggestion says which rule or model made it and how sure it is", arguments: [Pipeline.english, .rules])
  func provenance(_ pipeline: Pipeline) {
    let suggestions = pipeline.analyse(Document(article)).suggestions
    #expect(suggestions.contains { $0.provenance.annotator == .model("english-4") } == (pipeline.model != nil))
    for mention in suggestions {
      let annotator = mention.provenance.annotator
      #expect(annotator == .model("english-4") || annotator.kind == .rule && Rule(rawValue: annotator.name) != nil)
      #expect(mention.provenance.method == .suggested)
      #expect((mention.provenance.confidence ?? 0) > 0 && (mention.provenance.confidence ?? 1) < 1)
      #expect(mention.status.isUndecided)
    }
  }

  @Test("The same text gives the same analysis")
  func deterministic() {
    #expect(Pipeline.english.analyse(Document(article)) == Pipeline.english.analyse(Document(article)))
  }

  @Test("A part is widened to whole paragraphs")
  func coverage() {
    let document = Document(article)
    let analysis = Pipeline.english.analyse(document, in: Span(40, 41))
    #expect(document.text(in: analysis.coverage).hasPrefix("Prime Minister"))
    #expect(document.text(in: analysis.coverage).hasSuffix("Ministry of Finance.\n"))
    #expect(analysis.suggestions.allSatisfy { analysis.coverage.contains($0.span) })
    #expect(analysis.sentences.count == 2)
  }

  @Test("Paragraph by paragraph gives the sentences of the whole")
  func paragraphs() {
    let document = Document(article)
    let whole = Pipeline.english.analyse(document).sentences
    var pieces: [Span] = []
    var start = 0
    while start < document.bytes.count {
      let analysis = Pipeline.english.analyse(document, in: Span(start, start + 1))
      pieces += analysis.sentences
      start = analysis.coverage.end
    }
    #expect(pieces == whole)
  }

  @Test("Front matter is not analysed")
  func frontMatter() {
    let document = Document("---\ntitle: Oslo falls\n---\nParis stands.\n")
    let analysis = Pipeline.english.analyse(document)
    #expect(analysis.suggestions.map { document.text(in: $0.span) } == ["Paris"])
  }

  @Test("When it is cancelled it says how far it came")
  func cancelled() {
    let analysis = Pipeline.english.analyse(Document(article)) { true }
    #expect(analysis.coverage.isEmpty && analysis.sentences.isEmpty && analysis.suggestions.isEmpty)
  }

  @Test("A long text is analysed piece by piece, and every paragraph once", arguments: [1, 50, 300, 5000])
  func long(_ pieceLength: Int) {
    var pipeline = Pipeline.english
    pipeline.pieceLength = pieceLength
    let paragraph =
      "Mr. Brown of Oslo said that the bridge would be closed until further notice because of the storm.\n\n"
    let document = Document(String(repeating: paragraph, count: 40))
    let analysis = pipeline.analyse(document)
    // How sure a suggestion is depends on what else the piece says of the name; what is suggested does not.
    let whole = Pipeline.english.analyse(document)
    #expect(analysis.suggestions.map(\.span) == whole.suggestions.map(\.span))
    #expect(analysis.suggestions.map(\.label) == whole.suggestions.map(\.label))
    #expect(analysis.sentences == whole.sentences)
    #expect(analysis.coverage == document.span)
    #expect(analysis.sentences.count == 40)
    #expect(analysis.suggestions.filter { $0.label == .gpe }.count == 40)
  }

  @Test("A long text can be cancelled between pieces")
  func cancelledLater() {
    var pipeline = Pipeline.english
    pipeline.pieceLength = 100
    let document = Document(String(repeating: "Oslo is a city in Norway, and so is Bergen.\n\n", count: 40))
    var questions = 0
    let analysis = pipeline.analyse(document) {
      questions += 1
      return questions > 50
    }
    #expect(analysis.coverage.start == 0 && analysis.coverage.end > 0 && analysis.coverage.end < document.bytes.count)
    #expect(analysis.suggestions.allSatisfy { analysis.coverage.contains($0.span) } && !analysis.suggestions.isEmpty)
  }

  @Test("Given tokens are kept: no mention begins or ends inside one")
  func tokenised() {
    let text = TokenisedText(words: [
      ["U.S.-led", "forces", "near", "Al", "-", "Qaim", ",", "Iraq", "."],
      ["Mr.", "O'Neil", "'s", "pro-Russian", "friends"],
    ])
    let mentions = Pipeline.english.recognise(text)
    #expect(mentions.contains { $0.label == .gpe && text.document.text(in: $0.span) == "Iraq" })
    for mention in mentions {
      #expect(text.tokenRange(of: mention.span) != nil, "\(text.document.text(in: mention.span))")
    }
  }

  @Test("No text makes it fail, and suggestions never overlap or hold half a character")
  func hostile() {
    for text in HostileText.all {
      let document = Document(text)
      let suggestions = Pipeline.english.analyse(document).suggestions
      for (first, second) in zip(suggestions, suggestions.dropFirst()) {
        #expect(first.span.end <= second.span.start)
      }
      for mention in suggestions {
        #expect(!mention.span.isEmpty)
        #expect(document.isCodePointBoundary(mention.span.start) && document.isCodePointBoundary(mention.span.end))
        #expect(document.trimmingWhiteSpace(mention.span) == mention.span)
      }
      _ = Pipeline.english.explain(Span(0, document.bytes.count), in: document)
    }
  }
}
