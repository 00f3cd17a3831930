import Annotations
import Testing
import TextAnalysis

/// One behaviour that the English golden rules of Pragmatic Segmenter (Kevin S. Dias, 2015) ask for.
///
/// The numbers are those of its list, which has fifty-two; 53 and 54 are of the same kind and stand in for what it
/// leaves out. The sentences are ours, except where a behaviour is about particular words.
private struct GoldenRule: Sendable, CustomTestStringConvertible {
  let number: Int
  let behaviour: String
  let text: String
  let sentences: [String]

  init(_ number: Int, _ behaviour: String, _ sentences: [String], joinedBy separator: String = " ") {
    self.number = number
    self.behaviour = behaviour
    self.sentences = sentences
    text = sentences.joined(separator: separator)
  }

  var testDescription: String { "\(number): \(behaviour)" }

  static let all: [GoldenRule] = [
    GoldenRule(1, "a period ends a sentence", ["The sea is calm.", "My boat is small."]),
    GoldenRule(2, "a question mark ends a sentence", ["Where is the key?", "Her coat is here."]),
    GoldenRule(3, "an exclamation mark ends a sentence", ["Look at that!", "We saw it."]),
    GoldenRule(4, "an initial does not", ["Her name is Anna B. Carter."]),
    GoldenRule(5, "a small letter with a period does not", ["Look at p. 12."]),
    GoldenRule(6, "a two-letter abbreviation inside", ["Will Max and co. come to dinner?"]),
    GoldenRule(7, "a capitalised one inside", ["He sold it to Hill, Moss & Co. in March."]),
    GoldenRule(8, "a two-letter abbreviation at the end", ["We can call Max and co. They are home."]),
    GoldenRule(9, "a capitalised one at the end", ["He sold it to Hill, Moss & Co. It failed later."]),
    GoldenRule(10, "an abbreviation before a name", ["We climbed Mt. Etna in spring."]),
    GoldenRule(11, "one before a name, one behind", ["St. Anne's School is on 9th st. by the river."]),
    GoldenRule(12, "an abbreviation with a possessive", ["This was Sammy Davis Jr.'s house."]),
    GoldenRule(13, "several periods inside", ["She toured the U.S.A. in May."]),
    GoldenRule(14, "several periods at the end", ["They work in the E.U.", "What about him?"]),
    GoldenRule(15, "U.S. at the end", ["They work in the U.S.", "What about him?"]),
    GoldenRule(16, "U.S. before a name", ["She joined the U.S. Navy in Maine."]),
    GoldenRule(17, "U.S. before a small letter", ["She has lived in the U.S. since 1999."]),
    GoldenRule(
      18, "a.m. inside and p.m. at the end",
      ["At 7 a.m. Mrs. Reed left for work.", "She was home by 8 P.M.", "Mrs. Reed then had supper."]),
    GoldenRule(19, "a number inside", ["It costs $45.50 in the shop."]),
    GoldenRule(20, "a number at the end", ["It costs $45.50.", "That is a lot."]),
    GoldenRule(
      21, "a sentence in parentheses inside another",
      ["She sings (She once had lessons for a year.) in the church choir."]),
    GoldenRule(22, "a mail address", ["Write to Max.Reed@example.com.", "He will answer."]),
    GoldenRule(23, "a web address", ["It is at https://www.example.80.com/new-page/long_name.html.", "Have a look."]),
    GoldenRule(24, "single quotation marks inside", ["He smiled at them, 'All is well.' he said."]),
    GoldenRule(25, "double quotation marks inside", ["He smiled at them, \"All is well.\" he said."]),
    GoldenRule(
      26, "double quotation marks at the end", ["He smiled at them, \"All is well.\"", "Then he left the room."]),
    GoldenRule(27, "two exclamation marks", ["Stop!!", "You will fall."]),
    GoldenRule(28, "two question marks", ["What??", "Say that again."]),
    GoldenRule(29, "exclamation and question mark", ["What!?", "Say that again."]),
    GoldenRule(30, "question and exclamation mark", ["What?!", "Say that again."]),
    GoldenRule(31, "points 1.) without periods", ["1.) Bread and salt", "2.) Milk and honey"]),
    GoldenRule(32, "points 1.) with periods", ["1.) Bread and salt.", "2.) Milk and honey."]),
    GoldenRule(33, "points 1) without periods", ["1) Bread and salt", "2) Milk and honey"]),
    GoldenRule(34, "points 1) with periods", ["1) Bread and salt.", "2) Milk and honey."]),
    GoldenRule(35, "points 1. without periods", ["1. Bread and salt", "2. Milk and honey"]),
    GoldenRule(36, "points 1. with periods", ["1. Bread and salt.", "2. Milk and honey."]),
    GoldenRule(37, "points with bullets", ["• 4. Bread and salt", "• 5. Milk and honey"]),
    GoldenRule(38, "points with hyphen bullets", ["⁃4. Bread and salt", "⁃5. Milk and honey"]),
    GoldenRule(39, "points with letters", ["a. Bread and salt", "b. Milk and honey", "c. Wine and cheese"]),
    GoldenRule(40, "a line broken inside a sentence", ["These words were\nbroken by somebody's printer."]),
    GoldenRule(41, "a line broken behind a space", ["We walked along the \nriver all night."]),
    GoldenRule(42, "small words, one a line", ["bread", "salt and pepper", "milk, honey"], joinedBy: "\n"),
    GoldenRule(43, "a numbered place", ["It is kept under N°. 2044.113.871.", "Nobody has seen it."]),
    GoldenRule(44, "a name with an exclamation mark", ["He was at Yahoo! for about a year."]),
    GoldenRule(
      45, "I at the end and I as an initial", ["Nobody knows but you and I.", "Have you met Paul I. Young yet?"]),
    GoldenRule(
      46, "spaced periods at the end of a quotation",
      ["She wrote in her book, “the birds have gone and nobody sings. . . .”"]),
    GoldenRule(47, "periods in square brackets", ["\"Reed [...] called it a kind of second spring [...]\" (Moss 14)."]),
    GoldenRule(48, "four spaced periods", ["What comes last may be left out . . . .", "Something new begins."]),
    GoldenRule(49, "four periods", ["He never said so....", "We went home."]),
    GoldenRule(
      50, "three periods inside",
      ["It was not ... well, what we thought...see . . . what I want to say . . . I cannot say it."]),
    GoldenRule(
      51, "a period and three spaced ones",
      ["The custom that had grown . . . was that of writing letters to the dead.", ". . . The king forbade it. . . ."]),
    GoldenRule(
      52, "no space between sentences",
      ["Good day.", "Monday is here.", "Mr. Reed drove to town and paid 2,000.", "That was all."], joinedBy: ""),
    GoldenRule(53, "a rank, a name and a month", ["Lt. Gen. Ann Moss spoke on Dec. 7 in Ft. Hood.", "Nobody slept."]),
    GoldenRule(54, "a quotation that goes on", ["“Is it over?” she asked Mr. Reed."]),
  ]

  var holds: Bool { TextAnalysisTests.sentences(text) == expected }

  /// The golden list splits some sentences that stand in one string above.
  private var expected: [String] {
    switch number {
    case 8: ["We can call Max and co.", "They are home."]
    case 9: ["He sold it to Hill, Moss & Co.", "It failed later."]
    default: sentences
    }
  }
}

@Suite struct GoldenRulesTests {
  @Test("At least 52 of the 54 golden rules hold")
  func enough() {
    let failing = GoldenRule.all.filter { !$0.holds }
    print("Golden rules: \(GoldenRule.all.count - failing.count) of \(GoldenRule.all.count) hold.")
    #expect(GoldenRule.all.count == 54)
    #expect(failing.count <= 2, "not holding: \(failing.map(\.testDescription))")
  }
}
