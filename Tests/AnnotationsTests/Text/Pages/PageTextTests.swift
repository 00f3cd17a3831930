import Testing

@testable import Annotations

/// One sentence that reads like prose, so that what a test is about stands in an article.
private let lead = "<p>The mayor of Orvane opened the new bridge on Monday, in the rain.</p>"
private let leadText = "The mayor of Orvane opened the new bridge on Monday, in the rain."

@Suite("How a page becomes plain text")
struct PageTextTests {
  @Test("White space collapses as in a browser, across elements too")
  func whiteSpace() {
    #expect(
      textOfArticle("<p>  The  mayor\n\t of <b> Orvane </b>  , <i>Ada</i><i>Lund</i>, spoke.  </p>")
        == "The mayor of Orvane , AdaLund, spoke.")
  }

  @Test("A no-break space between two words stays, padding made of them goes")
  func noBreakSpaces() {
    #expect(
      textOfArticle("<p>&nbsp;&nbsp;They paid 84&nbsp;000 crowns &nbsp; in all.&nbsp;</p>")
        == "They paid 84\u{A0}000 crowns in all.")
  }

  @Test("Soft hyphens, zero width spaces, byte order marks and control characters are dropped")
  func unseenCharacters() {
    #expect(
      textOfArticle("<p>The slip&shy;way \u{200B}of\u{FEFF} Mar\u{1}low\u{85} is \u{7F}closed.</p>")
        == "The slipway of Marlow is closed.")
  }

  @Test("Entities are decoded, with and without a semicolon, and what is none stays")
  func entities() {
    #expect(
      textOfArticle("<p>Penhale &amp; Sons&#8217; &copy 1936 &notareal; &#x26; &lt;b&gt; &#0;.</p>")
        == "Penhale & Sons’ © 1936 ¬areal; & <b> \u{FFFD}.")
  }

  @Test("A line break in the source is no space between ideographs, but is one in Korean and between words")
  func lineBreaksInSource() {
    #expect(
      textOfArticle("<p>海沿いの小さな駅が\n一日、七十年ぶりに営業を再開した。</p>") == "海沿いの小さな駅が一日、七十年ぶりに営業を再開した。")
    #expect(textOfArticle("<p>작은 역이\n칠십 년 만에 다시 문을 열었다고 시장이 말했다.</p>") == "작은 역이 칠십 년 만에 다시 문을 열었다고 시장이 말했다.")
  }

  @Test("br ends a line, and two of them a paragraph")
  func lineBreaks() {
    #expect(
      textOfArticle("<p>Roses are red in Orvane,<br>\n violets are late.<br> <br>The third line stands alone here.</p>")
        == "Roses are red in Orvane,\nviolets are late.\n\nThe third line stands alone here.")
  }

  @Test("Text beside elements that stand on their own lines becomes paragraphs")
  func looseText() {
    #expect(
      textOfArticle("Loose words come first in this one.<div>Then a box of words follows.</div>And a tail ends it all.")
        == "Loose words come first in this one.\n\nThen a box of words follows.\n\nAnd a tail ends it all.")
  }

  @Test("Lists keep their markers, numbers and depth")
  func lists() {
    #expect(
      textOfArticle(
        lead + "<ol start=3><li>Third<li value=7>Seventh<ul><li>Inner<li>Inner two</ul><li>Eighth<br>second line</ol>"
          + lead) == """
          \(leadText)

          3. Third
          7. Seventh
             - Inner
             - Inner two
          8. Eighth
             second line

          \(leadText)
          """)
  }

  @Test("Every line of a block quote is marked, in lists too")
  func quotes() {
    #expect(
      textOfArticle(
        lead + "<blockquote><p>One breath<br>and no more.</p><p>That is all there is to it.</p></blockquote>") == """
          \(leadText)

          > One breath
          > and no more.

          > That is all there is to it.
          """)
  }

  @Test("Preformatted text keeps its lines and spaces, and tabs become spaces")
  func preformatted() {
    #expect(
      textOfArticle(lead + "<pre>\n\n  one two three   \n\tfour five\r\n\n<b>six</b> seven\n\n</pre>" + lead) == """
        \(leadText)

          one two three
                four five

        six seven

        \(leadText)
        """)
  }

  @Test("Cells of a table of data stand side by side")
  func tables() {
    #expect(
      textOfArticle(
        lead + "<table><tr><th>Boat<th>Time<tr><td><p>Ulla<p>Kestrel<td>4:02<tr><td><td>4:05<tr><td>Jane<td></table>")
          == """
          \(leadText)

          Boat | Time
          Ulla Kestrel | 4:02
          | 4:05
          Jane
          """)
  }

  @Test("A table that only arranges the page leaves no trace")
  func layoutTables() {
    #expect(
      textOfArticle("<table role=presentation><tr><td>\(lead)<td>The bridge is four hundred metres long.</table>")
        == leadText + "\n\nThe bridge is four hundred metres long.")
  }

  @Test("Short quotations get the marks that a browser shows")
  func shortQuotations() {
    #expect(
      textOfArticle("<p>She said <q>a <q>very long</q> day </q>, and left.</p>")
        == "She said “a ‘very long’ day” , and left.")
  }

  @Test("Readings beside ideographs, struck out words and note marks are not read")
  func inlineExtras() {
    #expect(
      textOfArticle(
        "<p><ruby>榊原<rp>(</rp><rt>さかき</rt><rp>)</rp></ruby> met <del>two</del><ins>three</ins> people<sup><a href='#n1'>1</a></sup> on 5 m<sup>2</sup>.</p>"
      ) == "榊原 met three people on 5 m2.")
  }
}
