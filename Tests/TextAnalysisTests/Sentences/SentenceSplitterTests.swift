import Annotations
import Testing
import TextAnalysis

/// The sentences of `text`, as they stand.
func sentences(_ text: String) -> [String] {
  let document = Document(text)
  return SentenceSplitter.english.sentences(of: Tokenizer.english.tokens(in: document), in: document)
    .map { document.text(in: $0) }
}

@Suite struct SentenceSplitterTests {
  @Test(
    "News sentences are found",
    arguments: [
      ["Gen. Votel spoke on Jan. 8.", "He left at 5 p.m.", "Then it rained."],
      ["The U.S. Embassy in Kabul closed.", "The U.S. said nothing."],
      ["Lt. Col. Smith met Sen. John McCain (R-Ariz.) in Washington.", "They talked."],
      ["“We are ready,” he said.", "“We will go.”", "Nobody laughed."],
      ["Is it true?", "No!", "It costs $3.50 a piece."],
      ["Acme Inc. bought Widget Corp. for $5 million.", "It was a good deal."],
      ["He was born in Dayton, Ohio, in 1961.", "81 percent agreed."],
    ])
  func news(_ expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test("A blank line ends a sentence that has no full stop")
  func headline() {
    #expect(
      sentences("Airstrikes continue in Syria\n\nOn Jan. 8, forces struck.")
        == ["Airstrikes continue in Syria", "On Jan. 8, forces struck."])
  }

  @Test("Every line is a paragraph where lines are long")
  func longLines() {
    let line = String(repeating: "The ministry said that nothing had changed since then, ", count: 4) + "he added"
    #expect(sentences(line + "\n" + line).count == 2)
  }

  @Test("Lines of a list end without full stops")
  func shortLines() {
    #expect(sentences("Syria\nNear Mosul, one strike\nIraq") == ["Syria", "Near Mosul, one strike", "Iraq"])
  }

  @Test("A wrapped paragraph is one paragraph")
  func wrapped() {
    let text = """
      The committee met in the old town hall on Monday to hear from Maria
      Jensen, who had come from Oslo for the day, and from the mayor of
      Bergen, who had not. Both spoke for an hour. Nobody asked anything
      at all.
      """
    #expect(sentences(text).count == 3)
  }

  @Test("A paragraph of two wrapped lines is one where the rest of the text is wrapped at that width")
  func wrappedInTwoLines() {
    let long = """
      The committee met in the old town hall on Monday to hear from Maria
      Jensen, who had come from Oslo for the day, and from the mayor of
      Bergen, who had not. Both spoke for an hour. Nobody asked anything.

      """
    let short = """
      They will meet again on Friday, said a spokesman of the Ministry of
      Foreign Affairs.
      """
    #expect(sentences(long + "\n" + short).count == 4)
    #expect(sentences(short).count == 2)
    #expect(sentences("The Talks of the Ministry\nOslo, Monday\n\n" + long + "\n" + short).count == 6)
    #expect(sentences([short, short, short].joined(separator: "\n\n")).count == 3)
    // A long line, such as an address, does not hide that the others are wrapped.
    let address = "https://harbour.example/" + String(repeating: "minutes/", count: 12)
    #expect(sentences(long + "\n" + address + "\n\n" + short).count == 5)
  }

  @Test("CRLF and paragraph separators end lines too", arguments: ["\r\n\r\n", "\r\r", "\u{2029}", "\n \n"])
  func breaks(_ separator: String) {
    #expect(sentences("One thing" + separator + "Another thing") == ["One thing", "Another thing"])
  }

  @Test("Sentences cover every token once, in order")
  func tile() {
    for text in HostileText.all {
      let document = Document(text)
      let tokens = Tokenizer.english.tokens(in: document)
      let ranges = SentenceSplitter.english.ranges(of: tokens, in: document)
      #expect(ranges.flatMap { Array($0) } == Array(tokens.indices))
      #expect(ranges.allSatisfy { !$0.isEmpty })
    }
  }

  @Test("No sentence reaches across a blank line")
  func paragraphs() {
    for text in HostileText.all {
      let document = Document(text)
      let tokens = Tokenizer.english.tokens(in: document)
      for sentence in SentenceSplitter.english.sentences(of: tokens, in: document) {
        #expect(!document.text(in: sentence).contains("\n\n"))
      }
    }
  }
}
