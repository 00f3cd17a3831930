import Annotations
import Testing

@Suite struct TimeGrammarTests {
  @Test(
    "Times of day and short periods are times",
    arguments: [
      "At «TIME 10:30» it began.", "At «TIME 5 p.m.» it ended.", "Polls closed at «TIME 22:30 GMT».",
      "It began at «TIME 7:15pm».",
      "On «TIME Thursday afternoon» he left.", "He slept until «TIME noon».", "They left «TIME last night».",
      "«TIME Six minutes later» he scored.", "Wait «TIME at least two hours».",
      "In the «TIME past 24 hours» nothing moved.",
      "A «TIME 20-minute» talk was held.", "«TIME Tonight» it will rain.", "It took «TIME about half an hour».",
      "He left «TIME an hour ago».",
    ])
  func times(_ marked: String) { #expect(suggested(in: marked, [.time]) == marked) }

  @Test(
    "What only looks like a time is none",
    arguments: ["They won 3:1 at home.", "The evening star rose.", "He came second."])
  func none(_ text: String) { #expect(suggested(in: text, [.time]) == text) }
}
