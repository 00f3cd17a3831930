import Testing

@testable import Annotations

private func metadata(head: String, body: String = "") -> ArticleMetadata {
  HTMLArticle(Array("<!DOCTYPE html><head>\(head)</head><body>\(body)</body>".utf8)).metadata
}

@Suite("What a page says of its article")
struct PageMetadataTests {
  private let linked = """
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "From linked data",
    "datePublished": "2026-06-12T23:30:00-05:00", "publisher": {"name": "The Linked Times"},
    "mainEntityOfPage": {"@id": "https://linked.example/a"}}</script>
    """
  private let graph = """
    <meta property="og:title" content="From Open Graph"><meta property="og:site_name" content="Graph Daily">
    <meta property="og:url" content="https://graph.example/a">
    <meta property="article:published_time" content="2025-01-02T03:04:05Z">
    """

  @Test("Linked data are believed before Open Graph, Open Graph before headings, headings before the title")
  func precedence() {
    let title = "<title>From the title</title>"
    let body = "<h1>From the heading</h1><time datetime='2024-02-03'>then</time>"
    let all = metadata(head: title + graph + linked, body: body)
    #expect(all.title == "From linked data")
    #expect(all.date == CalendarDate(year: 2026, month: 6, day: 12))
    #expect(all.publisher == "The Linked Times")
    #expect(all.url == "https://graph.example/a")
    let withoutLinked = metadata(head: title + graph, body: body)
    #expect(withoutLinked.title == "From Open Graph")
    #expect(withoutLinked.date == CalendarDate(year: 2025, month: 1, day: 2))
    #expect(withoutLinked.publisher == "Graph Daily")
    let plain = metadata(head: title, body: body)
    #expect(plain.title == "From the heading")
    #expect(plain.date == CalendarDate(year: 2024, month: 2, day: 3))
    #expect(plain.publisher == nil)
    #expect(plain.url == nil)
    #expect(metadata(head: title).title == "From the title")
  }

  @Test("A canonical address is believed first, and only absolute addresses are")
  func address() {
    #expect(
      metadata(head: graph + "<link rel=canonical href='https://canon.example/b'>").url == "https://canon.example/b")
    #expect(metadata(head: graph + "<link rel=canonical href='/b'>").url == "https://graph.example/a")
    #expect(metadata(head: "<link rel=canonical href='javascript:alert(1)'>").url == nil)
  }

  @Test(
    "The name of the site is cut off the title",
    arguments: [
      ("Ferry to end after years | The Marlow Courier", "Ferry to end after years"),
      ("Ferry to end after years - Courier", "Ferry to end after years"),
      ("Ferry to end after years – News – Courier", "Ferry to end after years – News"),
      ("Ferry - boat", "Ferry - boat"), ("Ferry to end-after all", "Ferry to end-after all"),
    ])
  func siteName(title: String, expected: String) {
    #expect(metadata(head: "<title>\(title)</title>").title == expected)
  }

  @Test("A site name that the page states is cut off at either end, however short the rest is")
  func statedSiteName() {
    let site = "<meta property='og:site_name' content='Marlow Courier'>"
    #expect(metadata(head: site + "<title>Ferry | Marlow Courier</title>").title == "Ferry")
    #expect(metadata(head: site + "<meta property=og:title content='marlow courier: x - Ferry'>").title != "Ferry")
    #expect(metadata(head: site + "<meta property=og:title content='Marlow Courier - Ferry'>").title == "Ferry")
  }

  @Test("The name of the site as first heading is not taken for the headline")
  func siteHeading() {
    #expect(
      metadata(head: "<title>The ferry ends - Courier</title>", body: "<header><h1>Courier</h1></header><h2>x</h2>")
        .title == "The ferry ends")
    #expect(
      metadata(head: "", body: "<header><h1>Courier</h1></header><h1>The ferry ends</h1>").title == "The ferry ends")
  }

  @Test(
    "Dates are understood in the forms that pages use",
    arguments: [
      "2026-06-12", "2026-06-12T05:30:00+01:00", "2026/06/12", "20260612", "Fri, 12 Jun 2026 05:30:00 GMT",
      "12 June 2026", "June 12, 2026",
    ])
  func dates(date: String) {
    #expect(
      metadata(head: "<meta name='pubdate' content='\(date)'>").date == CalendarDate(year: 2026, month: 6, day: 12))
  }

  @Test("A date that is none is left out")
  func noDate() {
    #expect(metadata(head: "<meta name=date content='2026-13-40'><meta name=pubdate content=soon>").date == nil)
  }

  @Test("The date of an article is believed before any other date on the page")
  func articleTime() {
    let body =
      "<time datetime=2020-01-01>a</time><article><time datetime=2021-01-01>b</time><time datetime=2022-01-01>c</time></article>"
    #expect(metadata(head: "", body: body).date == CalendarDate(year: 2021, month: 1, day: 1))
  }

  @Test("Linked data are found in lists and graphs, and a publisher by its address")
  func linkedGraph() {
    let found = metadata(
      head: """
        <script type="application/ld+json">[{"@graph": [{"@type": "WebPage", "headline": "no"},
        {"@type": ["Article", "x"], "headline": "Smith &amp; Sons", "publisher": {"@id": "#p"}},
        {"@id": "#p", "name": "Graph Press"}]}]</script>
        """)
    #expect(found.title == "Smith & Sons")
    #expect(found.publisher == "Graph Press")
  }

  @Test("Linked data that are no JSON change nothing")
  func brokenLinkedData() {
    for broken in ["{", "{\"@type\":\"NewsArticle\",}", "[[[[", "null", "\"x\"", ""] {
      let found = metadata(head: "<script type='application/ld+json'>\(broken)</script><title>Still here</title>")
      #expect(found.title == "Still here")
    }
  }

  @Test("The body that linked data hold is read only when the page itself shows less")
  func articleBody() {
    let body = String(repeating: "Nine glass blowers stood in a half circle and watched. ", count: 8)
    let script =
      #"<script type="application/ld+json">{"@type":"Article","articleBody":"From linked data alone, this."}</script>"#
    #expect(articleText("<body><p>\(body)</p>\(script)").hasPrefix("Nine glass"))
    #expect(articleText("<body><p>Short.</p>\(script)") == "From linked data alone, this.\n")
  }
}
