import Annotations
import ReaderUI
import TextAnalysis

/// Prints articles with their mentions.
struct ArticlePrinter {
  private let format: OutputFormat
  private let labels: LabelSet
  private let styles: StyleSheet
  private let isColored: Bool
  private let pipeline: Pipeline

  init(format: OutputFormat, shared: SharedOptions, theme: String?, _ environment: Environment) throws {
    self.format = format
    isColored = format == .text && shared.color.isColored(environment)
    let configuration = shared.suggesting.configuration(environment)
    pipeline = try PipelineChoice.needed(shared.suggesting.model, configuration, environment)
    labels = configuration.labels
    let files = ThemeFiles(environment.directories)
    let name = theme ?? configuration.settings.theme ?? "desk"
    func read(_ name: String) -> Theme? { try? files.read(name).theme }
    let depth: ColorDepth =
      !isColored ? .mono : ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") ? .direct : .indexed
    styles = StyleSheet(read(name) ?? Theme(name: name), depth: depth, builtIn: read)
  }

  /// Prints one article.
  func printArticle(_ document: Document, named name: String, layer: Layer) {
    let analysis = pipeline.analyse(document)
    let combined = CombinedLayer(decisions: layer, suggestions: analysis.suggestions)
    switch format {
    case .json:
      let record = ArticleRecordJSON(document, named: name)
      StandardOutput.write(line: JSONWriter.text(.object(record.shown(combined, entities: layer.entities))))
    case .conll: printTokens(document, combined)
    case .text: printText(document, combined.mentions.filter { $0.status != .rejected })
    }
  }

  private func printTokens(_ document: Document, _ combined: CombinedLayer) {
    let tokenizer = Tokenizer.english
    let tokens = tokenizer.tokens(in: document, range: document.metadata.body)
    let sentences = SentenceSplitter.english.ranges(of: tokens, in: document)
    let text = TokenisedText(document: document, tokens: tokens.map(\.span), sentences: sentences)
    let mentions = combined.mentions.filter { $0.status != .rejected }
    let file = IOB2File(parts: [IOB2File.Part(opening: "-DOCSTART-", text: text, mentions: mentions)])
    file.written().withUnsafeBufferPointer { StandardOutput.write($0) }
  }

  // MARK: - Text

  private func printText(_ document: Document, _ mentions: [Mention]) {
    var output = ""
    var offset = document.metadata.body.start
    let end = document.metadata.body.end
    var edges: [Int] = []
    for mention in mentions { edges += [mention.span.start, mention.span.end] }
    let stops = Set(edges).filter { $0 >= offset && $0 <= end }.sorted() + [end]
    var nextOpen = 0
    var open: [Mention] = []
    for stop in stops {
      if stop > offset {
        output += styled(document.text(in: Span(offset, stop)), in: open)
        offset = stop
      }
      for mention in open.reversed() where mention.span.end <= stop { output += closing(mention) }
      open.removeAll { $0.span.end <= stop }
      while nextOpen < mentions.count, mentions[nextOpen].span.start <= stop {
        let mention = mentions[nextOpen]
        nextOpen += 1
        guard mention.span.end > stop else { continue }
        output += Terminal.neutralised(styles.marks(mention.status, letter: labels[mention.label].letter).before)
        open.append(mention)
      }
    }
    if output.last?.isNewline != true { output += "\n" }
    StandardOutput.write(output)
  }

  private func closing(_ mention: Mention) -> String {
    let definition = labels[mention.label]
    let mark = styles.marks(mention.status, letter: definition.letter).after
    guard isColored, !mark.isEmpty else { return mark }
    return SGR.wrapped(mark, styles.chip(definition.slot))
  }

  private func styled(_ text: String, in mentions: [Mention]) -> String {
    let clean = Terminal.neutralised(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    guard isColored, !mentions.isEmpty else { return clean }
    let layers = mentions.map {
      StyleSheet.Surrounding(slot: labels[$0.label].slot, status: $0.status, isSameEntity: false)
    }
    return SGR.wrapped(clean, styles.text(in: layers))
  }
}
