import Testing

@testable import Annotations

/// Reads `page` and checks what must hold of the text of any page.
@discardableResult
private func read(_ page: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) -> HTMLArticle {
  let article = HTMLArticle(page)
  #expect(String(validating: article.text, as: UTF8.self) != nil, sourceLocation: sourceLocation)
  let scalars = String(decoding: article.text, as: UTF8.self).unicodeScalars
  #expect(
    !scalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, sourceLocation: sourceLocation)
  #expect(article.metadata.body == Span(0, article.text.count), sourceLocation: sourceLocation)
  return article
}

private func repeated(_ part: String, bytes: Int = 1 << 20) -> [UInt8] {
  Array(String(repeating: part, count: bytes / part.utf8.count).utf8)
}

@Suite("Pages that were made badly, or to do harm")
struct PageRobustnessTests {
  @Test(
    "A megabyte of one thing, over and over, is read",
    arguments: [
      "<div>", "<b><i>", "<table><tr><td>", "<p>x", "<li>x", "<ul><li>", "<a href=x>", "<font color=red><p>",
      "<table>x",
      "<svg>", "<select><option>", "<template>", "<blockquote>x", "<q>", "<h1><div>", "</p>", "</x>", "<!--", "<", "&",
      "&#",
      "&#xFFFFFFFFFF;", "&nosuchentity;", "\0", "\u{FFFD}", "<x y=z a b c>", "<body a>", "<script>", "<title>",
      "<pre>\n",
      "<br>", "x", "漢", "<figure>", "<div class='comment ad'>", "<h6>Related</h6>",
    ])
  func megabyteOf(part: String) {
    let article = read(repeated(part))
    #expect(article.ignoredBytes == 0)
  }

  @Test("Nesting deeper than any page gives all the text, and says that it is unsorted")
  func deepNesting() {
    let start = repeated("<div><b>", bytes: 40_000)
    let article = read(
      start + Array("<script>no</script><p>The mayor opened the bridge.</p>Then it rained &amp; hailed.".utf8))
    #expect(article.isUnsorted)
    #expect(
      String(decoding: article.text, as: UTF8.self) == "The mayor opened the bridge.\n\nThen it rained & hailed.\n")
  }

  @Test("Nesting as deep as in real pages is no hindrance")
  func ordinaryNesting() {
    let start = repeated("<div><section>", bytes: 1400)
    let article = read(start + Array("<p>The mayor of Orvane opened the bridge.</p>".utf8))
    #expect(!article.isUnsorted)
    #expect(String(decoding: article.text, as: UTF8.self) == "The mayor of Orvane opened the bridge.\n")
  }

  @Test("Formatting that is never closed does not grow without bound")
  func unclosedFormatting() {
    let page = (0..<3000).map { "<p><font id=f\($0)>word \($0) of the story.</p>" }.joined()
    let article = read(Array(page.utf8))
    #expect(article.isUnsorted)
    #expect(String(decoding: article.text, as: UTF8.self).contains("\n\nword 2999 of the story.\n"))
  }

  @Test("Attributes of a megabyte, one or many, are read")
  func largeAttributes() {
    let lead = "<p>The mayor of Orvane opened the bridge.</p>"
    let one = read(Array("<div class='\(String(repeating: "x", count: 1 << 20))'>\(lead)</div>".utf8))
    #expect(!one.isUnsorted)
    #expect(one.text == Array("The mayor of Orvane opened the bridge.\n".utf8))
    let names = (0..<150_000).map { "a\($0)" }.joined(separator: " ")
    let many = read(Array("<div \(names)>\(lead)</div>".utf8))
    #expect(many.isUnsorted)
    #expect(many.text == one.text)
    let bodies = (0..<60_000).map { "<body b\($0)=x>" }.joined()
    #expect(read(Array((bodies + lead).utf8)).text == one.text)
  }

  @Test("Linked data with very many members are read")
  func largeLinkedData() {
    let members = (0..<60_000).map { "\"k\($0)\": 1" }.joined(separator: ",")
    let article = read(
      Array(
        "<script type='application/ld+json'>{\(members), \"@type\": \"Article\", \"headline\": \"Far behind\"}</script>"
          .utf8))
    #expect(article.metadata.title == "Far behind")
  }

  @Test("A page that ends anywhere is read", arguments: ["news", "layout-tables", "japanese", "script-only"])
  func truncatedAnywhere(name: String) throws {
    let page = try PageFixture(name: name).page()
    for length in stride(from: 0, through: page.count, by: name == "news" ? 37 : 1) {
      let (text, _) = DocumentReader.validUTF8(Array(page.prefix(length)))
      read(text)
    }
  }

  @Test("A small page that ends at any byte is read, with a title and without a tree")
  func truncatedSmallPage() {
    let page = Array(
      "<!DOCTYPE html><title>A &amp; B</title><p class=\"x\">Tea &eacute; <br/><b>for</b><!-- c --> two</p><ul><li>1</ul>"
        .utf8)
    for length in 0...page.count {
      read(Array(page.prefix(length)))
      let (title, text) = TagStripper.strip(page.prefix(length))
      #expect(length < 48 || String(decoding: title, as: UTF8.self) == "A & B")
      #expect(length < page.count || String(decoding: text, as: UTF8.self) == "Tea é\nfor two\n\n1")
    }
  }

  @Test("Pages with bytes changed at random are read")
  func randomDamage() throws {
    var random = SeededGenerator(seed: 20_260_612)
    for fixture in PageFixture.all {
      let page = try fixture.page()
      for _ in 0..<25 {
        var damaged = page
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          let place = Int.random(in: 0..<damaged.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
          case 1: damaged.remove(at: place)
          default: damaged.insert(contentsOf: page.dropFirst(place).prefix(20), at: place)
          }
        }
        let (text, _) = DocumentReader.validUTF8(damaged)
        let article = read(text)
        #expect(HTMLArticle(text).text == article.text)
      }
    }
  }

  @Test("What is beyond 16 MB is not read, and the document says so")
  func longPage() {
    let lead = "<!DOCTYPE html><p>The mayor of Orvane opened the new bridge.</p><!--"
    let filler = [UInt8](repeating: UInt8(ascii: "x"), count: HTMLArticle.longestPage)
    let page = Array(lead.utf8) + filler + Array("--><p>Nobody reads this far.</p>".utf8)
    let document = DocumentReader.read(page)
    #expect(document.source.ignoredBytes == page.count - HTMLArticle.longestPage)
    #expect(document.text(in: document.span) == "The mayor of Orvane opened the new bridge.\n")
  }
}

/// A generator whose numbers are the same in every run (xorshift64*, Vigna 2016).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
