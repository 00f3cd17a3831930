import Annotations
import Testing

@testable import TextAnalysis

@Suite struct PlainNamesTests {
  /// The tags that are learnt from a sentence of tokens `WORD/TAG` with `O` left out, in which people, organisations and
  /// places are marked throughout.
  private func learnt(_ line: String) throws -> String {
    let words = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
    let tokens = words.map { "\($0[0])\t\($0.count > 1 ? $0[1] : "O")" }
    let file = try IOB2File(reading: Array(tokens.joined(separator: "\n").utf8))
    let set = TrainingSet(AnnotatedSet(name: "a", file, labels: [.person, .org, .gpe, .loc]), marksPhrases: true)
    let sentence = try #require(set.documents.first?.sentences.first)
    return zip(sentence.words, sentence.tags).map { $1 == "O" ? $0 : "\($0)/\($1)" }.joined(separator: " ")
  }

  @Test(arguments: [
    "Anna/B-PERSON Berg/I-PERSON of the University/B-ORG of/I-ORG Oslo/I-ORG went to al-Bab/B-GPE .",
    "the 1st/B-ORG Armored/I-ORG Division/I-ORG near Tel/B-GPE Aviv/I-GPE - Jaffa/B-GPE",
    "President Anna/B-PERSON van/I-PERSON der/I-PERSON Berg/I-PERSON spoke",
  ])
  func `what is plainly a name is learnt`(_ line: String) throws {
    #expect(try learnt(line) == line)
  }

  @Test(arguments: [
    ("US/B-PERSON President/I-PERSON Anna/I-PERSON Berg/I-PERSON spoke", "US/_ President/_ Anna/_ Berg/_ spoke"),
    ("Ann/B-PERSON Berg/I-PERSON of/I-PERSON DAB/I-PERSON spoke", "Ann/_ Berg/_ of/_ DAB/_ spoke"),
    ("a lone/B-ORG Tsivo/I-ORG vehicle/I-ORG burnt", "a lone/_ Tsivo/_ vehicle/_ burnt"),
    ("he met the/B-PERSON minister/I-PERSON", "he met the/_ minister/_"),
    ("with the/B-ORG Ardent/I-ORG Bank/I-ORG", "with the/_ Ardent/_ Bank/_"),
  ])
  func `of a phrase that is more than a name nothing is known`(_ example: (line: String, learnt: String)) throws {
    #expect(try learnt(example.line) == example.learnt)
  }

  @Test func `an unmarked word that looks like a name is unknown; a title and a first word are none`() throws {
    let line = "Photos show creator Marla Zuck and President Berg/B-PERSON in Tarn with I and me"
    let expected = "Photos show creator Marla/_ Zuck/_ and President Berg/B-PERSON in Tarn/_ with I and me"
    #expect(try learnt(line) == expected)
    #expect(try learnt("Syria burns") == "Syria/_ burns")
    #expect(try learnt("Marla Zuck spoke") == "Marla/_ Zuck/_ spoke")
  }

  @Test func `labels that are not marked throughout stay as they are`() throws {
    let line = "he sang The/B-MISC Song/I-MISC of/I-MISC the/I-MISC sea/I-MISC"
    #expect(try learnt(line) == line)
  }
}
