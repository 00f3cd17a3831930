import Testing

@testable import Annotations

@Suite("Whole pages")
struct PageFixtureTests {
  @Test("A page gives the text that a reader would want, and nothing else", arguments: PageFixture.all)
  func textOfFixture(fixture: PageFixture) throws {
    let text = try String(decoding: fixture.article().text, as: UTF8.self)
    #expect(try text == fixture.expectedText())
  }

  @Test("Every page in the folder is tested")
  func allFixturesAreTested() throws {
    #expect(try PageFixture.namesOnDisk() == Set(PageFixture.all.map(\.name)))
  }

  @Test("The text begins with the headline, and the span of the title covers it", arguments: PageFixture.all)
  func titleSpan(fixture: PageFixture) throws {
    let article = try fixture.article()
    let title = try #require(article.metadata.title)
    #expect(article.metadata.titleSpan == Span(0, title.utf8.count))
    #expect(String(decoding: article.text.prefix(title.utf8.count), as: UTF8.self) == title)
    #expect(article.metadata.body == Span(0, article.text.count))
  }

  @Test("The same page gives the same text twice", arguments: PageFixture.all)
  func deterministic(fixture: PageFixture) throws {
    #expect(try fixture.article().text == fixture.article().text)
  }

  @Test("Read again as plain text, the text of a page stays as it is", arguments: PageFixture.all)
  func idempotent(fixture: PageFixture) throws {
    let text = try fixture.article().text
    let again = DocumentReader.read(text)
    #expect(again.source.format == .plain)
    #expect(again.bytes == text)
  }

  @Test("A news page tells its date, publisher and address")
  func newsMetadata() throws {
    let metadata = try PageFixture(name: "news").article().metadata
    #expect(metadata.title == "Harbour ferry to end after ninety years")
    #expect(metadata.date?.description == "2026-06-12")
    #expect(metadata.publisher == "Marlow Courier")
    #expect(metadata.url == "https://courier.example/news/2026/06/harbour-ferry")
  }

  @Test("A document made of a page says so and keeps the digest of the page")
  func documentSource() throws {
    let page = try PageFixture(name: "blog").page()
    let document = DocumentReader.read(page)
    #expect(document.source.format == .html)
    #expect(document.source.fileDigest == Digest(of: page))
    #expect(document.source.ignoredBytes == 0)
    #expect(!document.source.isUnsorted)
    #expect(document.metadata.title == "What the goats taught me about patience")
  }
}
