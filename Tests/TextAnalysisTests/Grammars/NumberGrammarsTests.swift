import Annotations
import Testing

@Suite struct NumberGrammarsTests {
  @Test(
    "Sums of money are found whole, with the words that bound them",
    arguments: [
      "It cost «MONEY $7.5 million» to build.", "They paid «MONEY US$3bn».", "A fine of «MONEY 500 euros» is due.",
      "It gave «MONEY more than $4 million» away.", "He owes «MONEY millions of dollars».",
      "It cost «MONEY £20m» then.",
      "A reward of «MONEY up to $5 million» was set.", "They asked «MONEY two million Syrian pounds» for him.",
      "Tickets cost «MONEY 50 cents».", "He was bailed for «MONEY US$ 20,000».", "It fell from «MONEY $10 to $8».",
      "It is worth «MONEY 3 billion rubles».",
    ])
  func money(_ marked: String) { #expect(suggested(in: marked, [.money]) == marked) }

  @Test(
    "Percentages carry their sign or word",
    arguments: [
      "Turnout was «PERCENT 58%».", "It rose «PERCENT 3.5 percent».", "«PERCENT More than 40 per cent» agreed.",
      "It fell by «PERCENT five percentage points».", "«PERCENT 15 to 20 percent» left.",
      "«PERCENT Less than one percent» stayed.",
    ])
  func percents(_ marked: String) { #expect(suggested(in: marked, [.percent]) == marked) }

  @Test(
    "Measurements are quantities",
    arguments: [
      "It covers «QUANTITY more than 18,000 square kilometers».",
      "They drove «QUANTITY about 500 miles» (or «QUANTITY 800 km»).",
      "They are within «QUANTITY 7.5 kilometers» of it.", "It holds «QUANTITY two million barrels».",
      "It ran at «QUANTITY 60 miles per hour».",
      "It was «QUANTITY 30 degrees Celsius».", "A «QUANTITY 5km» race was run.",
    ])
  func quantities(_ marked: String) { #expect(suggested(in: marked, [.quantity]) == marked) }

  @Test(
    "Numbers that count are cardinals, with the words that bound them",
    arguments: [
      "«CARDINAL More than 7,000» citizens came.", "«CARDINAL Two» men and «CARDINAL dozens» of boys came.",
      "«CARDINAL Hundreds of thousands» fled.", "«CARDINAL At least 28» died.", "«CARDINAL Some 12,000» stayed.",
      "He counted «CARDINAL twenty-five» ships.", "«CARDINAL Around 2 million» voted.",
      "It holds «CARDINAL one hundred and fifty» people.",
    ])
  func cardinals(_ marked: String) { #expect(suggested(in: marked, [.cardinal]) == marked) }

  @Test(
    "Places in an order are ordinals",
    arguments: [
      "It was the «ORDINAL first» time.", "He came «ORDINAL 93rd».", "She lives on the «ORDINAL 33rd» floor.",
    ])
  func ordinals(_ marked: String) { #expect(suggested(in: marked, [.ordinal]) == marked) }

  @Test(
    "“One” that counts nothing is no number",
    arguments: ["No one came.", "They love one another.", "One day he left.", "Every one of us knows."])
  func pronoun(_ text: String) { #expect(suggested(in: text, [.cardinal]) == text) }

  @Test(
    "Numbers inside names are not counted",
    arguments: ["An F-16 and a Boeing 737 landed.", "Channel 4 and the G20 were there."])
  func none(_ text: String) { #expect(suggested(in: text, [.cardinal]) == text) }
}
