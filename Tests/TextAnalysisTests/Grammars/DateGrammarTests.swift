import Annotations
import Testing

@Suite struct DateGrammarTests {
  @Test(
    "Days of the calendar are dates",
    arguments: [
      "It began on «DATE Oct. 3, 2016».", "It began on «DATE October 3rd».", "It ended on «DATE 3 October 2016».",
      "He spoke on «DATE Friday, Oct. 3», and left.", "From «DATE 11-13 Dec.» they met.",
      "They met on «DATE October 25-26, 2016».",
      "«DATE Tuesday, June 19, 2018» was dry.", "On the «DATE 3rd of October» it rained.",
      "On «DATE Jan. 8», forces struck.",
      "It was dated «DATE 2016-10-03».", "They fought until «DATE May 8, 1945».",
    ])
  func days(_ marked: String) { #expect(suggested(in: marked, [.date]) == marked) }

  @Test(
    "Weekdays, months, years and seasons are dates",
    arguments: [
      "He said on «DATE Friday» that it was over.", "It rained «DATE last July».",
      "The «DATE 2015» announcement was short.",
      "It emerged in «DATE early 2015».", "Since «DATE 2012» nothing has changed.", "It closed in «DATE October 2015».",
      "In the «DATE 1990s» it grew.", "By the «DATE mid-1980s» it was gone.",
      "In the «DATE 19th century» it was a port.", "It lasted until the «DATE mid-19th century» there.",
      "In the «DATE 16th century BCE» they left.",
      "They met in «DATE September».", "It opened in the «DATE summer of 2017».",
      "The temple dates from «DATE approximately 575 B.C.».",
      "He ruled from «DATE 1980 to 2012».", "In «DATE mid-October» it snowed.",
    ])
  func periods(_ marked: String) { #expect(suggested(in: marked, [.date]) == marked) }

  @Test(
    "Relative periods and durations are dates, as in OntoNotes; the article stays outside",
    arguments: [
      "They left «DATE last week».", "Losses grew in the «DATE past months».", "It lasted «DATE two years».",
      "That was «DATE more than two years ago».", "It comes «DATE next Tuesday».",
      "In the «DATE last five months» he slept.",
      "«DATE Earlier this month» he won.", "It took «DATE nearly two decades».", "A «DATE 14-year-old» boy spoke.",
      "A «DATE two-year» plan was made.", "In «DATE recent years» it grew.",
      "«DATE Yesterday» it rained, «DATE today» it snows.",
      "It opens at the «DATE end of the year».", "He was «DATE 19 years old».", "«DATE A few days later» they met.",
    ])
  func relative(_ marked: String) { #expect(suggested(in: marked, [.date]) == marked) }

  @Test(
    "What only looks like a date is none",
    arguments: [
      "They may march in spring water.", "He found 2000 people there.", "The second half was dull.",
      "She sat in the sun.",
      "Boeing sold five 747s.", "It weighs 2015 tons.",
    ])
  func none(_ text: String) { #expect(suggested(in: text, [.date]) == text) }

  @Test("Holidays are dates", arguments: ["It snowed on «DATE Christmas Eve».", "«DATE Ramadan» begins soon."])
  func holidays(_ marked: String) { #expect(suggested(in: marked, [.date]) == marked) }
}
