import Annotations
import Testing
import TextAnalysis

/// Tokens joined by a bar.
private func cut(_ text: String) -> String {
  let document = Document(text)
  return Tokenizer.english.tokens(in: document).map { document.text(in: $0.span) }.joined(separator: "|")
}

@Suite struct TokenizerTests {
  @Test(
    "Text is cut as the Penn Treebank cuts it",
    arguments: [
      // Contractions and possessives.
      ("They don't know.", "They|do|n't|know|."),
      ("It can't, won’t and isn't.", "It|ca|n't|,|wo|n’t|and|is|n't|."),
      ("Russia's and Russia’s", "Russia|'s|and|Russia|’s"),
      ("we're I'll I'd they've I'm", "we|'re|I|'ll|I|'d|they|'ve|I|'m"),
      ("the workers' party", "the|workers|'|party"),
      ("You cannot go, gonna go", "You|can|not|go|,|gon|na|go"),
      // Apostrophes that are letters.
      ("O'Brien met Da'esh in Sana'a", "O'Brien|met|Da'esh|in|Sana'a"),
      ("rock'n'roll of the '90s", "rock'n'roll|of|the|'90s"),
      // Abbreviations and initials.
      ("Mr. Smith of Acme Inc. left.", "Mr.|Smith|of|Acme|Inc.|left|."),
      ("The U.S. and the U.S.A. at 5 p.m.", "The|U.S.|and|the|U.S.A.|at|5|p.m."),
      ("J. K. Rowling and J.K. Rowling", "J.|K.|Rowling|and|J.K.|Rowling"),
      ("on Oct. 3, No. 10, p. 55", "on|Oct.|3|,|No.|10|,|p.|55"),
      ("He said no. She sat.", "He|said|no|.|She|sat|."),
      ("a Ph.D. in vitamin C.", "a|Ph.D.|in|vitamin|C|."),
      // Hyphens, dashes, slashes.
      ("a U.S.-led, five-year plan", "a|U.S.-led|,|five-year|plan"),
      ("Baden-Württemberg -- no — yes – so", "Baden-Württemberg|--|no|—|yes|–|so"),
      ("Iraq/Syria, 9/11, km/h, 24/7", "Iraq|/|Syria|,|9/11|,|km/h|,|24/7"),
      // Numbers.
      ("1,000.50 of 3.5 at 10:30 on 2016-10-03", "1,000.50|of|3.5|at|10:30|on|2016-10-03"),
      ("bought 1,000.That is", "bought|1,000|.|That|is"),
      ("the 3rd, 1980s, 11-13 Dec.", "the|3rd|,|1980s|,|11-13|Dec."),
      ("-5 degrees, .45 calibre", "-5|degrees|,|.45|calibre"),
      // Money and percent.
      ("$7.5bn, US$20, €5m, 50% and £3", "$|7.5bn|,|US$|20|,|€|5m|,|50|%|and|£|3"),
      // Marks.
      ("“Yes,” he said: ‘no’…", "“|Yes|,|”|he|said|:|‘|no|’|…"),
      ("Wait... what?! ``Go'' (now) [sic]", "Wait|...|what|?!|``|Go|''|(|now|)|[|sic|]"),
      ("AT&T, S&P and Marks & Spencer", "AT&T|,|S&P|and|Marks|&|Spencer"),
      // Addresses.
      (
        "See https://example.org/a_(b)?c=1. Or www.example.com!",
        "See|https://example.org/a_(b)?c=1|.|Or|www.example.com|!"
      ),
      ("Write to jane.doe@mail.example.com, or Amazon.com.", "Write|to|jane.doe@mail.example.com|,|or|Amazon.com|."),
      ("#Daraa @user said #1", "#Daraa|@user|said|#|1"),
      // Emoticons and pictographs.
      ("Good :-) and 👩‍👩‍👧 or 👍🏽🇩🇪!", "Good|:-)|and|👩‍👩‍👧|or|👍🏽|🇩🇪|!"),
      // Chinese and Japanese.
      ("in 東京です today", "in|東|京|で|す|today"),
      ("world.Today is here", "world|.|Today|is|here"),
    ])
  func cuts(_ text: String, _ tokens: String) {
    #expect(cut(text) == tokens)
  }

  @Test("A token tells what it looks like")
  func flags() {
    let document = Document("McDonald U.S. 1,000 don't -- NATO al-Qaeda 3rd über")
    let tokens = Tokenizer.english.tokens(in: document)
    #expect(tokens[0].flags == [.word, .capitalised, .innerCapital, .afterSpace])
    #expect(tokens[1].flags == [.word, .capitalised, .allCapitals, .finalPeriod, .afterSpace])
    #expect(tokens[2].flags == [.number, .hasDigit, .afterSpace])
    #expect(tokens[3].flags == [.word, .lowerCase, .afterSpace])
    #expect(tokens[4].flags == [.word, .lowerCase])
    #expect(tokens[5].flags == [.punctuation, .afterSpace])
    #expect(tokens[6].flags == [.word, .capitalised, .allCapitals, .afterSpace])
    #expect(tokens[7].flags == [.word, .innerCapital, .hyphenated, .afterSpace])
    #expect(tokens[8].flags == [.word, .lowerCase, .hasDigit, .afterSpace])
    #expect(tokens[9].flags == [.word, .lowerCase, .afterSpace])
  }

  @Test("Only the range asked for is cut")
  func range() {
    let document = Document("Mr. Smith went home.")
    let tokens = Tokenizer.english.tokens(in: document, range: Span(4, 9))
    #expect(tokens.map(\.span) == [Span(4, 9)])
    #expect(Tokenizer.english.tokens(in: document, range: Span(9, 9)).isEmpty)
  }

  @Test("explain names the rule behind each token")
  func explanation() {
    let document = Document("Mr. O'Neil doesn't pay $5 to a@b.example... :-) 👍 東")
    let rules = Tokenizer.english.explain(document).map { "\(document.text(in: $0.span)) \($0.rule.rawValue)" }
    #expect(
      rules == [
        "Mr. abbreviation", "O'Neil word", "does contracted word", "n't contraction", "pay word", "$ currency sign",
        "5 number", "to word", "a@b.example mail address", "... ellipsis", ":-) emoticon", "👍 pictograph",
        "東 ideograph",
      ])
  }
}
