/// The article in a web page: what there is to read, without the page around it.
///
/// The text is plain: the headline, an empty line, then paragraphs with an empty line between them; entries of lists
/// as lines that begin with `- ` or a number, rows of tables as lines with ` | ` between the cells, block quotes
/// behind `> `. Nothing is fetched and no script is run.
struct HTMLArticle {
  /// What there is to read, in UTF-8: no control characters but newline, which also ends it.
  private(set) var text: [UInt8]
  /// What the page says of itself; the body is the whole text.
  private(set) var metadata: ArticleMetadata
  /// How many bytes at the end of the page were not read.
  let ignoredBytes: Int
  /// Whether the page was too deeply nested, or otherwise too costly, to tell the article from the rest of the page,
  /// so that all its text is given.
  let isUnsorted: Bool

  /// No more than this is read of a page, in bytes.
  static let longestPage = 16 << 20

  /// An article with less prose than this, in letters, may be only the beginning of what the page holds.
  private static let shortArticle = 250

  /// Reads `page`, which must be UTF-8.
  init(_ page: [UInt8]) {
    let beginning = page.prefix(Self.longestPage)
    ignoredBytes = page.count - beginning.count
    let read = UTF8Scan.withoutControls(beginning)
    do {
      let parts = try MarkupTree.read(read) { Self.read($0) }
      isUnsorted = false
      text = parts.text
      metadata = parts.metadata
    } catch {
      let stripped = TagStripper.strip(read)
      isUnsorted = true
      text = [stripped.title, stripped.text].filter { !$0.isEmpty }.joined(separator: [0x0A, 0x0A]) + [0x0A]
      if text.count == 1 { text = [] }
      metadata = ArticleMetadata(body: Span(0, text.count))
      if !stripped.title.isEmpty {
        metadata.title = String(decoding: stripped.title, as: UTF8.self)
        metadata.titleSpan = Span(0, stripped.title.count)
      }
    }
  }

  private static func read(_ tree: MarkupTree) -> (text: [UInt8], metadata: ArticleMetadata) {
    let map = ReadingMap(tree)
    let page = PageMetadata(tree, map)
    let title = page.title.map { Array($0.utf8) }
    let text = PageText.write(blocks(of: tree, map, page, title: title), title: title)
    let metadata = ArticleMetadata(
      title: page.title, titleSpan: title.map { Span(0, $0.count) }, date: page.date, publisher: page.publisher,
      url: page.url, body: Span(0, text.count))
    return (text, metadata)
  }

  /// What belongs to the article; of a page that shows none, what its linked data hold, or all it shows.
  private static func blocks(
    of tree: MarkupTree, _ map: ReadingMap, _ page: PageMetadata, title: [UInt8]?
  ) -> [PageBlock] {
    let places = ArticleRoot(tree, map)
    let root = places.find()
    let found = BlockBuilder.blocks(in: root, of: tree, map)
    var chosen = BlockSelection.select(from: found, in: root, of: tree, title: title)
    if let standfirst = places.standfirst(before: root), !chosen.isEmpty {
      chosen = BlockBuilder.blocks(in: standfirst, of: tree, map) + chosen
    }
    let letters = chosen.reduce(0) { $0 + $1.measure.letters }
    if letters < shortArticle, let body = page.articleBody {
      let linked = PageBlock.paragraphs(of: body)
      if linked.reduce(0, { $0 + $1.measure.letters }) > 2 * letters { return linked }
    }
    return chosen.isEmpty ? BlockBuilder.blocks(in: map.body, of: tree, map) : chosen
  }
}

extension PageBlock {
  /// The lines of `text` as paragraphs, empty ones left out.
  fileprivate static func paragraphs(of text: String) -> [PageBlock] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      var flow = TextFlow()
      var line = HTMLEntities.decode(String(line))
      line.withUTF8 { flow.append($0, inLink: false) }
      let (bytes, measure) = flow.take()
      return measure.letters > 0
        ? PageBlock(kind: .paragraph, text: bytes, measure: measure, element: 0, container: 0) : nil
    }
  }
}
