import Testing

@testable import Annotations

@Suite struct ArticleMetadataTests {
  private func read(_ text: String) -> (metadata: ArticleMetadata, title: String?, body: String) {
    let document = DocumentReader.read(Array(text.utf8), format: .plain)
    let metadata = document.metadata
    return (metadata, metadata.titleSpan.map { document.text(in: $0) }, document.text(in: metadata.body))
  }

  @Test func `a front-matter block tells title, date, source and address, and is not read as text`() {
    let (metadata, _, body) = read(
      """
      ---
      title: "Grain ships leave Odesa"
      Date: 2026-06-12
      source: Example News
      url: https://example.org/grain
      layout: post
      ---

      Three ships left the harbour.
      """)
    #expect(metadata.title == "Grain ships leave Odesa")
    #expect(metadata.date?.description == "2026-06-12")
    #expect(metadata.publisher == "Example News")
    #expect(metadata.url == "https://example.org/grain")
    #expect(body == "\nThree ships left the harbour.")
  }

  @Test(arguments: ["---\nno fields here\n---\ntext", "---\ntitle: x\nnever closed", "--- \n\ntext --- text"])
  func `what only looks like front matter is text`(text: String) {
    #expect(read(text).body == text)
  }

  @Test func `a byte order mark is part of the text but not of the body`() {
    let (metadata, title, body) = read("\u{FEFF}Grain ships leave Odesa\n\nThree ships left.")
    #expect(metadata.body.start == 3)
    #expect(title == "Grain ships leave Odesa")
    #expect(body.hasPrefix("Grain"))
  }

  @Test(arguments: [
    ("# Grain ships leave Odesa\nThree ships left.", "Grain ships leave Odesa"),
    ("###   Grain ships leave Odesa  \n\nThree ships left.", "Grain ships leave Odesa"),
    ("Grain ships leave Odesa\n\nThree ships left.", "Grain ships leave Odesa"),
    ("\n\n  Grain ships leave Odesa\r\n\r\nThree ships left.", "Grain ships leave Odesa"),
    ("Will grain ships leave?\r\rThree ships left.", "Will grain ships leave?"),
    ("穀物船が出港\n\n三隻が出港した。", "穀物船が出港"),
  ])
  func `a heading or a first line that stands alone is the headline`(text: String, expected: String) {
    let (metadata, title, _) = read(text)
    #expect(metadata.title == expected)
    #expect(title == expected)
  }

  @Test(arguments: [
    "Three ships left the harbour.\n\nMore followed.", "Three ships left\nthe harbour.", "He said:\n\nNothing.",
    "####### Seven marks\nare no heading.", "#hashtag first\nthen text.", "",
    String(repeating: "long ", count: 40) + "\n\nText.",
  ])
  func `a first line that reads like the article itself is no headline`(text: String) {
    #expect(read(text).metadata.title == nil)
  }

  @Test func `lines of fields, dates and addresses are looked for among the first lines`() {
    let (metadata, title, body) = read(
      """
      Title: Grain ships leave Odesa
      Source: Example News
      Friday, July 21, 2017
      https://example.org/grain

      Three ships left.
      """)
    #expect(metadata.title == "Grain ships leave Odesa")
    #expect(title == nil)
    #expect(metadata.publisher == "Example News")
    #expect(metadata.date?.description == "2017-07-21")
    #expect(metadata.url == "https://example.org/grain")
    #expect(body.hasPrefix("Title:"))
  }

  @Test(arguments: [
    ("KABUL, Oct. 3, 2016 (Reuters) — Three people were killed.", "2016-10-03", "Reuters"),
    ("KABUL, Afghanistan, Oct. 3, 2016 -- Three people were killed.", "2016-10-03", nil),
    ("KABUL (Pajhwok) – Three people were killed.", nil, "Pajhwok"),
    ("GENEVA / NAIROBI, 3 October 2016 – Three people were killed.", "2016-10-03", nil),
    ("Three people – all of them old – were killed.", nil, nil),
  ])
  func `a dateline tells the date and the agency`(text: String, date: String?, agency: String?) {
    for text in [text, "Attack in Kabul\n\n" + text] {
      #expect(read(text).metadata.date?.description == date, "\(text)")
      #expect(read(text).metadata.publisher == agency, "\(text)")
    }
  }

  @Test func `a day of the week with its date before the first sentence is the date`() {
    #expect(
      read("Flags\n\nThursday, May 7, 2015 On Tuesday, ministers met.").metadata.date?.description == "2015-05-07")
    #expect(read("Flags\n\nThursday, May 7, was cold, 2015 or not.").metadata.date == nil)
    #expect(read("Flags\n\nMay 7, 2015 was cold.").metadata.date == nil)
  }

  @Test func `the first of two answers counts`() {
    let metadata = read("---\ntitle: First\ndate: 2020-01-01\n---\n# Second\n2 May 2021\n").metadata
    #expect(metadata.title == "First" && metadata.date?.description == "2020-01-01")
  }

  @Test func `whatever the text, spans lie in it and between its code points`() {
    for seed in 0..<400 {
      var make = Generator(seed: seed)
      let openings = ["", "\u{FEFF}", "---\n", "# ", "Title: ", "KABUL, Oct. 3, 2016 (A) — ", "https://"]
      let text = make.pick(openings) + (make.chance(50) ? make.text(0...80) : make.prose(words: 30))
      let document = Document(text)
      let body = document.metadata.body
      #expect(body.end == document.bytes.count && document.isCodePointBoundary(body.start), "seed \(seed)")
      if let span = document.metadata.titleSpan {
        #expect(document.text(in: span) == document.metadata.title, "seed \(seed)")
      }
    }
  }

  @Test func `a heading that never ends is cut between code points`() throws {
    for marks in 1...4 {
      let document = Document(String(repeating: "#", count: marks) + " " + String(repeating: "東", count: 9000))
      let span = try #require(document.metadata.titleSpan)
      #expect(document.isCodePointBoundary(span.start) && document.isCodePointBoundary(span.end))
      #expect(document.text(in: span) == document.metadata.title)
    }
  }
}
