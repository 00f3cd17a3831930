import CMarkup

/// What a page says of its article outside the text: in `meta` elements, in linked data, in its headings.
struct PageMetadata {
  /// The headline, white space collapsed.
  private(set) var title: String?
  /// The day of publication.
  private(set) var date: CalendarDate?
  /// Who published it.
  private(set) var publisher: String?
  /// Its address, absolute.
  private(set) var url: String?
  /// The article's text as linked data give it, for pages that show it only by a program.
  let articleBody: String?

  /// Reads all of `tree`, of which `map` says what is read.
  init(_ tree: MarkupTree, _ map: ReadingMap) {
    var fields = Fields()
    for index in tree.nodes.indices where tree.nodes[index].kind == .element { fields.read(index, of: tree, map) }
    let linked = fields.linked
    articleBody = linked.articleBody
    publisher = Self.clean(linked.publisher ?? fields.siteName)
    date =
      linked.datePublished.flatMap(Self.date) ?? fields.published.flatMap(Self.date)
      ?? fields.times.first.flatMap(Self.date)
    url = [fields.canonical, fields.address, linked.url].compactMap(\.self).first {
      $0.hasPrefix("https://") || $0.hasPrefix("http://")
    }
    title = Self.title(fields, publisher: publisher)
  }

  private static func title(_ fields: Fields, publisher: String?) -> String? {
    if let headline = clean(fields.linked.headline) { return headline }
    let site = clean(fields.siteName) ?? publisher
    if let social = clean(fields.socialTitle) { return cut(social, site: site) }
    let heading = clean(fields.headings.first)
    guard let title = clean(fields.title) else { return heading }
    // A heading that ends the title behind a sign is the name of the site.
    if let heading {
      let rest = cut(title, site: heading)
      if title.hasSuffix(heading), rest != title { return rest }
      // One or two words that the title does not know are the name of a department.
      if title.contains(heading) || heading.split(separator: " ").count > 2 { return heading }
    }
    return cut(title, site: site, guessing: true)
  }

  /// Collapses white space; nil when nothing is left.
  static func clean(_ text: String?) -> String? {
    guard var text else { return nil }
    var flow = TextFlow()
    text = HTMLEntities.decode(text)
    text.withUTF8 { flow.append($0, inLink: false) }
    let cleaned = String(decoding: flow.take().text, as: UTF8.self)
    return cleaned.isEmpty ? nil : cleaned
  }

  /// The day in `2026-06-12T08:00:00Z`, `2026/06/12`, `20260612`, `Fri, 12 Jun 2026 08:00:00 GMT` and what
  /// ``CalendarDate`` reads.
  private static func date(_ text: String) -> CalendarDate? {
    let text = String(text.trimmingPrefix(while: \.isWhitespace)).replacing("/", with: "-")
    if let date = CalendarDate(text) { return date }
    let digits = text.prefix(8)
    if digits.count == 8, digits.allSatisfy(\.isNumber) {
      return CalendarDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    }
    let words = text.split(whereSeparator: \.isWhitespace).prefix { !$0.contains(":") }
    return CalendarDate(words.joined(separator: " "))
  }

  /// Cuts the name of the site, with the sign before it, off the end of a page title, or off its beginning.
  ///
  /// - Parameter guessing: Also when the name is not known: a last part of up to four words behind at least three.
  private static func cut(_ title: String, site: String?, guessing: Bool = false) -> String {
    for sign in [" | ", " – ", " — ", " - ", " :: ", " · ", " • ", " » "] {
      let parts = title.split(separator: sign, omittingEmptySubsequences: true)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if let site = site?.lowercased() {
        if last.lowercased() == site { return parts.dropLast().joined(separator: sign) }
        if first.lowercased() == site { return parts.dropFirst().joined(separator: sign) }
      }
      let rest = parts.dropLast().joined(separator: sign)
      if guessing, last.split(separator: " ").count <= 4, rest.split(separator: " ").count >= 3 { return rest }
    }
    return title
  }
}

/// The places in a page that tell of its article, the first of each kind.
private struct Fields {
  var linked = LinkedArticle()
  var socialTitle: String?
  var siteName: String?
  var address: String?
  var canonical: String?
  var published: String?
  /// Those in an article first.
  var times: [String] = []
  /// Those that are read first; the others are likely to be the name of the site.
  var headings: [String] = []
  var title: String?
  private var readHeadings = 0
  private var hasArticleTime = false

  mutating func read(_ index: Int, of tree: MarkupTree, _ map: ReadingMap) {
    switch tree.nodes[index].tag {
    case .meta: readMeta(index, of: tree)
    case .script:
      if tree.value("type", of: index)?.lowercased().hasPrefix("application/ld+json") == true {
        linked.read(tree.text(of: index))
      }
    case .link:
      if canonical == nil, tree.value("rel", of: index)?.lowercased() == "canonical" {
        canonical = tree.value("href", of: index)
      }
    case .title: title = title ?? tree.text(of: index)
    case .h1:
      // Not a picture of the site's name.
      guard headings.count < 4, PageMetadata.clean(tree.text(of: index)) != nil else { return }
      headings.insert(tree.text(of: index), at: map.isDropped[index] ? headings.count : readHeadings)
      if !map.isDropped[index] { readHeadings += 1 }
    case .time:
      let inArticle = tree.lies(index, inside: [.article, .main])
      guard times.isEmpty || inArticle && !hasArticleTime else { return }
      times.insert(tree.value("datetime", of: index) ?? tree.text(of: index), at: 0)
      hasArticleTime = inArticle
    default: break
    }
  }

  /// Open Graph, Dublin Core, schema.org as attributes, and what single publishing systems write.
  private mutating func readMeta(_ index: Int, of tree: MarkupTree) {
    guard let content = tree.value("content", of: index), !content.isEmpty,
      let name = tree.value("property", of: index) ?? tree.value("name", of: index)
        ?? tree.value("itemprop", of: index)
    else { return }
    switch name.lowercased() {
    case "og:title", "twitter:title", "headline": socialTitle = socialTitle ?? content
    case "og:site_name", "publisher", "dc.publisher", "application-name": siteName = siteName ?? content
    case "og:url": address = address ?? content
    case "article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date", "dc.date",
      "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "article.published":
      published = published ?? content
    default: break
    }
  }
}
