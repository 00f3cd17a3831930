/// What an article says of itself in its first lines.
public struct ArticleMetadata: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// Where the headline stands in the text, if it does, in UTF-8 offsets.
  public var titleSpan: Span?
  /// The day it was published.
  public var date: CalendarDate?
  /// Who published it.
  public var publisher: String?
  /// Where it was published.
  public var url: String?
  /// The part of the text to read, in UTF-8 offsets: all of it but a byte order mark and a front-matter block.
  public var body: Span

  /// Makes a record.
  public init(
    title: String? = nil, titleSpan: Span? = nil, date: CalendarDate? = nil, publisher: String? = nil,
    url: String? = nil, body: Span
  ) {
    self.title = title
    self.titleSpan = titleSpan
    self.date = date
    self.publisher = publisher
    self.url = url
    self.body = body
  }

  /// How much of a text is looked at.
  private static let headLength = 8192

  /// Reads the start of a plain text.
  ///
  /// Known are, in this order: a front-matter block between two lines `---`; lines `Title:`, `Date:`, `Source:` and
  /// `URL:`; a Markdown heading; a first line that stands alone, is short and does not end like a sentence; a line that
  /// is nothing but a date or an address; a day of the week with its date before the first sentence; a dateline such as
  /// `KABUL, Oct. 3, 2016 (Agency) —`.
  init(readingStartOf bytes: [UInt8]) {
    let bodyStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    body = Span(bodyStart, bytes.count)
    let head = HeadLines(bytes, from: bodyStart, limit: Self.headLength)
    var index = 0
    if let block = head.frontMatter() {
      for (key, value) in block.fields { take(key, value) }
      body = Span(block.end, bytes.count)
      index = block.lineCount
    }
    readOpening(head.lines.dropFirst(index).filter { !$0.text.isEmpty }.prefix(8))
  }

  /// Sets the field that `key` stands for, unless an earlier line has set it.
  private mutating func take(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    switch key.lowercased() {
    case "title", "headline": title = title ?? value
    case "date", "published", "pubdate": date = date ?? CalendarDate(value)
    case "source", "publisher", "site", "agency": publisher = publisher ?? value
    case "url", "link", "source_url", "canonical": url = url ?? value
    default: break
    }
  }

  private mutating func readOpening(_ lines: ArraySlice<HeadLines.Line>) {
    for (position, line) in lines.enumerated() {
      if let (key, value) = HeadLines.field(line.text), ["title", "date", "source", "url"].contains(key.lowercased()) {
        take(key, value)
      } else if line.text.hasPrefix("https://") || line.text.hasPrefix("http://"), !line.text.contains(" ") {
        url = url ?? line.text
      } else if let day = CalendarDate(line.text) {
        date = date ?? day
      } else if title == nil, position == 0, let (headline, span) = line.headline {
        title = headline
        titleSpan = span
      } else {
        date = date ?? CalendarDate(weekdayAtStartOf: line.text)
        readDateline(line.text)
        return
      }
    }
  }

  /// `KABUL, Oct. 3, 2016 (Agency) — Three people …`: the date and the agency.
  private mutating func readDateline(_ text: String) {
    let opening = text.prefix(90)
    guard let dash = opening.firstRange(of: /\s(—|–|-{1,2})\s/) else { return }
    var dateline = String(opening[..<dash.lowerBound])
    if let agency = dateline.firstMatch(of: /\(([^()]{2,40})\)/) {
      publisher = publisher ?? String(agency.1)
      dateline.removeSubrange(agency.range)
    }
    let parts = dateline.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
    for index in parts.indices where date == nil && index > 0 {
      date = CalendarDate(parts[index...].joined(separator: " "))
    }
  }
}
