import Annotations
import Testing

@Suite struct IOB2FileTests {
  private func read(_ text: String) throws -> IOB2File { try IOB2File(reading: Array(text.utf8)) }

  /// The mentions of a part as `LABEL words`.
  private func mentions(_ part: IOB2File.Part) -> [String] {
    part.mentions.map { "\($0.label) \(part.text.document.text(in: $0.span))" }
  }

  private let example =
    "-DOCSTART-\tO\n\nAnna\tB-PERSON\nBerg\tI-PERSON\nleft\tO\nOslo\tB-GPE\n.\tO\n\nShe\tO\nslept\tO\n\n"

  @Test("Tokens, sentences, documents and mentions are read")
  func reading() throws {
    let file = try read(example + "-DOCSTART-\tO\n\nNATO\tB-ORG\n\n")
    #expect(file.parts.count == 2)
    #expect(file.parts[0].opening == "-DOCSTART-")
    #expect(
      file.parts[0].text.document.text(in: file.parts[0].text.document.span) == "Anna Berg left Oslo .\nShe slept")
    #expect(file.parts[0].text.sentences == [0..<5, 5..<7])
    #expect(mentions(file.parts[0]) == ["PERSON Anna Berg", "GPE Oslo"])
    #expect(mentions(file.parts[1]) == ["ORG NATO"])
  }

  @Test("What is written is what was read")
  func roundTrip() throws {
    #expect(String(decoding: try read(example).written(), as: UTF8.self) == example)
  }

  @Test("CRLF, CR, blanks for tabs, four columns, missing tags and IOB1 are understood")
  func tolerance() throws {
    #expect(String(decoding: try read(example.replacing("\n", with: "\r\n")).written(), as: UTF8.self) == example)
    #expect(String(decoding: try read(example.replacing("\n", with: "\r")).written(), as: UTF8.self) == example)
    let four = try read("-DOCSTART- -X- -X- O\n\nU.N. NNP I-NP I-ORG\nofficial NN I-NP O\nEkeus NNP I-NP I-PER\n")
    #expect(four.parts[0].opening == "-DOCSTART- -X- -X-")
    #expect(mentions(four.parts[0]) == ["ORG U.N.", "PER Ekeus"])
    let bare = try read("Anna\nleft\n\nOslo\n")
    #expect(bare.parts[0].text.tokens.count == 3 && bare.parts[0].text.sentences.count == 2)
    #expect(bare.parts[0].opening == nil && bare.parts[0].mentions.isEmpty)
    #expect(try read("").parts.isEmpty && read("\n\n").parts.isEmpty)
  }

  @Test("Mentions that touch are told apart by B-, and end with the sentence")
  func edges() throws {
    let file = try read("A\tB-ORG\nB\tB-ORG\nC\tI-ORG\nD\tI-GPE\n\nE\tI-GPE\n")
    #expect(mentions(file.parts[0]) == ["ORG A", "ORG B C", "GPE D", "GPE E"])
  }

  @Test(
    "BIOES and BILOU are read as what they say, whole or broken",
    arguments: [
      ("B-A E-A O S-B S-B", ["A 1 2", "B 4", "B 5"]), ("B-A I-A L-A U-A U-B", ["A 1 2 3", "A 4", "B 5"]),
      ("E-A I-A E-A I-A O", ["A 1", "A 2 3", "A 4"]), ("B-A E-B I-B U-B L-B", ["A 1", "B 2", "B 3", "B 4", "B 5"]),
      ("I-A-B I-A-B B-A-B I-A I-A", ["A-B 1 2", "A-B 3", "A 4 5"]),
    ])
  func schemes(_ tags: String, _ expected: [String]) throws {
    let lines = tags.split(separator: " ").enumerated().map { "\($0 + 1)\t\($1)\n" }.joined()
    #expect(mentions(try read(lines).parts[0]) == expected)
  }

  @Test("A line that makes no sense is named by its number")
  func errors() {
    #expect(throws: IOB2File.ReadingError.self) { try read("Anna\tB-PERSON\nleft\tX-WHAT\n") }
    do {
      _ = try read("Anna\tB-PERSON\nleft\tX-WHAT\n")
    } catch let error as IOB2File.ReadingError {
      #expect(error.line == 2 && error.problem == .unknownTag("X-WHAT"))
      #expect(error.description == "line 2: “X-WHAT” is not an IOB2 tag")
    } catch {
      Issue.record("\(error)")
    }
    #expect(throws: IOB2File.ReadingError.self) { try read("\tO\n") }
    #expect(throws: IOB2File.ReadingError.self) { try IOB2File(reading: [0x41, 0x09, 0x4F, 0x0A, 0xFF, 0x0A]) }
  }

  @Test("Of nested mentions the outermost is written, and what cuts a token is left out")
  func nesting() {
    let text = TokenisedText(words: [["University", "of", "Oslo", "U.S.-led"]])
    let mentions: [Mention] = [
      .suggestion(Span(0, 18), .org, by: .rule("a"), confidence: 1),
      .suggestion(Span(14, 18), .gpe, by: .rule("b"), confidence: 1),
      .suggestion(Span(19, 23), .gpe, by: .rule("c"), confidence: 1),
    ]
    #expect(IOB2File.tags(of: mentions, in: text) == ["B-ORG", "I-ORG", "I-ORG", "O"])
  }
}
