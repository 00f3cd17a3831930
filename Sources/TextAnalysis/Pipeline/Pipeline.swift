import Annotations

/// The analysis of a text: tokens, sentences, candidates from every recogniser, overlaps resolved, suggestions.
///
/// A pipeline is a value and does not change; one can be used from many threads at once.
public struct Pipeline: Sendable {
  /// The pipeline for English. Its lists are read at first use, which takes some milliseconds.
  public static let english = Pipeline(model: .english)
  /// The rules for English without a tagger.
  public static let rules = Pipeline()

  /// Name and version, as written into analyses and sidecars.
  public let name: String
  /// What proposes mentions, in the order they are asked.
  public let recognisers: [any Recogniser]
  /// The tagger that decides about its labels and takes what the recognisers propose as evidence; nil where the
  /// recognisers decide alone.
  public let model: TaggerModel?

  let tokenizer: Tokenizer
  let splitter: SentenceSplitter

  /// A piece of a text that is analysed at once is not longer than about this many bytes.
  var pieceLength = 1 << 20

  /// Makes a pipeline.
  ///
  /// - Parameters:
  ///   - name: Name and version of the whole.
  ///   - recognisers: What proposes mentions; the rules for English unless others are given.
  ///   - model: A tagger that decides about its labels, if any.
  public init(
    name: String = "rules-1", recognisers: [any Recogniser] = Pipeline.englishRules, model: TaggerModel? = nil
  ) {
    self.name = name
    self.recognisers = recognisers
    self.model = model
    tokenizer = .english
    splitter = .english
  }

  /// Makes a pipeline whose tagger is `model`, with the rules for what no tagger is needed for.
  public init(model: TaggerModel) {
    self.init(name: model.info.identifier, model: model)
  }

  /// The rules for English: lists, patterns around names, head words, grammars.
  public static let englishRules: [any Recogniser] = [
    ListRecogniser(),
    PersonRecogniser(),
    HeadWordRecogniser(),
    PlaceRecogniser(),
    DatelineRecogniser(),
    AcronymRecogniser(),
    LanguageRecogniser(),
    StormRecogniser(),
    QuotedTitleRecogniser(),
    GrammarRecogniser(.dates, .date),
    GrammarRecogniser(.bareDates, .date),
    GrammarRecogniser(.loneYears, .date),
    GrammarRecogniser(.elections, .event),
    GrammarRecogniser(.times, .time),
    GrammarRecogniser(.money, .money),
    GrammarRecogniser(.percents, .percent),
    GrammarRecogniser(.quantities, .quantity),
    GrammarRecogniser(.ordinals, .ordinal),
    GrammarRecogniser(.cardinals, .cardinal),
  ]

  /// Analyses `document`, or the paragraphs of it that `coverage` touches.
  ///
  /// - Parameters:
  ///   - document: The text.
  ///   - coverage: UTF-8 offsets; nil for all there is to read (`ArticleMetadata/body`).
  ///   - isCancelled: Asked every few milliseconds; when it says true, what has been finished so far is returned, and
  ///     its coverage tells how far that reaches.
  /// - Returns: Sentences and suggestions; `coverage` is the part asked for, widened to whole paragraphs.
  /// - Complexity: O(*n*) in the length of the coverage. Names are carried from place to place within pieces of a
  ///   megabyte.
  public func analyse(
    _ document: Document, in coverage: Span? = nil, isCancelled: () -> Bool = { false }
  ) -> Analysis {
    let whole = ParagraphCoverage.widened(coverage ?? document.metadata.body, in: document)
    var sentences: [Span] = []
    var mentions: [Mention] = []
    var start = whole.start
    while start < whole.end {
      let piece = ParagraphCoverage.piece(from: start, of: whole, in: document, length: pieceLength)
      guard !isCancelled() else { break }
      let text = prepare(document, piece)
      guard let recognition = Recognition(text, recognisers, model, isCancelled: isCancelled) else { break }
      sentences += text.sentences.map { text.span(of: $0) }
      mentions += recognition.resolution.chosen.map(\.mention)
      start = piece.end
    }
    return Analysis(
      model: name, coverage: Span(whole.start, max(start, whole.start)), sentences: sentences, suggestions: mentions)
  }

  /// The mentions in a text whose tokens and sentences are given; no mention begins or ends inside a token.
  public func recognise(_ text: TokenisedText) -> [Mention] {
    Recognition(PreparedText(text), recognisers, model)?.resolution.chosen.map(\.mention) ?? []
  }

  /// Says which rules spoke for which mentions around `span`, and why each was chosen or not.
  public func explain(_ span: Span, in document: Document) -> Explanation {
    let coverage =
      document.bytes.count <= pieceLength
      ? document.metadata.body
      : Span(max(0, span.start - pieceLength / 2), min(document.bytes.count, span.end + pieceLength / 2))
    let text = prepare(document, ParagraphCoverage.widened(coverage, in: document))
    guard let recognition = Recognition(text, recognisers, model) else {
      return Explanation(span: span, candidates: [])
    }
    return Explanation(of: span, recognition, in: text)
  }

  func prepare(_ document: Document, _ coverage: Span) -> PreparedText {
    let tokens = tokenizer.tokens(in: document, range: coverage)
    return PreparedText(
      document, tokens: tokens, sentences: splitter.ranges(of: tokens, in: document), cutsCompounds: true)
  }
}
