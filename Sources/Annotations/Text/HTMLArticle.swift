/// The article in a web page.
struct HTMLArticle {
  /// What there is to read, in UTF-8.
  var text: [UInt8]
  /// What the page says of itself.
  var metadata: ArticleMetadata

  /// Reads `page`, which must be UTF-8.
  init(_ page: [UInt8]) {
    text = page
    metadata = ArticleMetadata(body: Span(0, page.count))
  }
}
