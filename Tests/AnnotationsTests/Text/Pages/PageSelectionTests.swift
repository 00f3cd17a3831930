import Testing

@testable import Annotations

private let first = "<p>The mayor of Orvane opened the new bridge on Monday, in the rain.</p>"
private let second = "<p>Some two hundred people came, and a dog called Consul.</p>"
private let text = """
  The mayor of Orvane opened the new bridge on Monday, in the rain.

  Some two hundred people came, and a dog called Consul.
  """

@Suite("What belongs to an article")
struct PageSelectionTests {
  @Test(
    "What surrounds an article is left out",
    arguments: [
      "<nav>Home of the finest bridges that there are.</nav>",
      "<aside>Bridges are our thing, and have always been.</aside>",
      "<div class='share-bar'>Tell everybody about it, it costs nothing.</div>",
      "<div id='cookieConsent'>We use cookies to make your day a better one.</div>",
      "<div class='ArticleAd'>Buy a bridge today, and get a second one for free.</div>",
      "<div role='complementary'>Also see our bridges of the week, all of them.</div>",
      "<div hidden>This is for editors only, do not print it.</div>",
      "<div aria-hidden='true'>This is for editors only, do not print it.</div>",
      "<div style='color: red; DISPLAY : none'>This is for editors only, do not print it.</div>",
      "<script>document.write('a sentence that would be prose, if it were one.')</script>",
      "<style>p { content: 'a sentence that would be prose, if it were one.' }</style>",
      "<template><p>A sentence that would be prose, if it were shown.</p></template>",
      "<noscript><p>Please enable scripts, or you will miss all the fun.</p></noscript>",
      "<figure><img src=x><figcaption>The bridge in the rain, as seen from the west.</figcaption></figure>",
      "<form><p>Write your address here to get a letter every morning.</p><input></form>",
      "<svg><text>A sentence in a drawing, which is none to read.</text></svg>",
      "<p>Advertisement</p>", "<p><a href=x>Why the second bridge was never built</a></p>",
      "<p>© 2026 Orvane Tidende</p>", "<h2>Related articles</h2><ul><li><a href=x>Ice road closed</a></ul>",
      "<button>Read the rest of this story, and all the others.</button>",
      "<!-- a sentence in a comment, which is none to read. -->",
    ])
  func surroundings(part: String) {
    #expect(textOfArticle(first + part + second) == text)
  }

  @Test("Comments of readers are left out, however long they are")
  func comments() {
    let comment = "<p>I crossed that bridge on the first day, and it swayed like a drunken aunt at a wedding.</p>"
    let comments = String(repeating: comment, count: 40)
    #expect(textOfArticle(first + second + "<div class='comments'>\(comments)</div>") == text)
    #expect(textOfArticle(first + second + "<h2>Comments (40)</h2>\(comments)") == text)
    #expect(textOfArticle(first + second + "<h3>Leave a reply</h3>\(comments)") == text)
  }

  @Test("A name that speaks of a layout does not hide the article")
  func layoutNames() {
    for name in ["has-sidebar", "page-layout-nav", "sidebar", "content with-comments", "ad-free"] {
      #expect(articleText("<body><div class='\(name)'>\(first)\(second)</div>") == text + "\n", "\(name)")
    }
  }

  @Test("Byline and date above the first sentence go, and so does what is left of a footer")
  func edges() {
    #expect(
      textOfArticle("<p>By Ada Lund</p><p>12 June 2026</p>\(first)<p>The day after</p>\(second)<p>Orvane Tidende</p>")
        == text.replacing("\n\n", with: "\n\nThe day after\n\n"))
  }

  @Test("A heading stays only above text")
  func headings() {
    #expect(
      textOfArticle(
        "<h2>The opening</h2>\(first)<h2>The crowd</h2><h3>And dogs</h3>\(second)<h2>Photos</h2><h3>Day</h3>")
          == """
          The opening

          The mayor of Orvane opened the new bridge on Monday, in the rain.

          The crowd

          And dogs

          Some two hundred people came, and a dog called Consul.
          """)
  }

  @Test("A box inside an article ends where prose follows")
  func interlude() {
    #expect(textOfArticle(first + "<h4>Read more</h4><p><a href=x>Ice road closed</a></p>" + second) == text)
  }

  @Test("A list of links goes, unless a line announces it")
  func lists() {
    let list = "<ul><li><a href=x>Grey Isle</a><li><a href=y>Hestholm</a></ul>"
    #expect(textOfArticle(first + list + second) == text)
    #expect(
      textOfArticle("\(first)\(second)<p>The bridge touches:</p>\(list)")
        == text + "\n\nThe bridge touches:\n\n- Grey Isle\n- Hestholm")
  }

  @Test("The headline stands once, whatever element repeats it")
  func headlineOnce() {
    for repeated in ["<h1>A bridge</h1>", "<div>A  bridge</div>", "<h2>A BRIDGE</h2>"] {
      #expect(
        articleText("<title>A bridge</title><body><main>\(repeated)\(first)\(second)</main>") == "A bridge\n\n\(text)\n"
      )
    }
  }

  @Test("The standfirst above the article's own element is kept")
  func standfirst() {
    #expect(
      articleText(
        "<body><h1>A bridge</h1><p class='story__standfirst'>After nine years of waiting, Orvane gets across</p><p>By Ada</p><div itemprop=articleBody>\(first)\(second)</div>"
      ) == "A bridge\n\nAfter nine years of waiting, Orvane gets across\n\n\(text)\n")
  }

  @Test("A page of short lines only is kept whole")
  func shortLines() {
    #expect(articleText("<body><p>one</p><p>two</p><p>three</p>") == "one\n\ntwo\n\nthree\n")
  }

  @Test("A page without text gives no text, and a page with a title the title")
  func emptyPages() {
    #expect(articleText("") == "")
    #expect(articleText("<p> &nbsp; </p>") == "")
    #expect(articleText("<title> A  title </title>") == "A title\n")
    #expect(articleText("<frameset><frame src=x></frameset>") == "")
  }
}
