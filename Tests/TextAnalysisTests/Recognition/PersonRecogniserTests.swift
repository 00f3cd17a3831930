import Annotations
import Testing

@Suite struct PersonRecogniserTests {
  @Test(
    "A name behind a title is a person, the title a mention of its own",
    arguments: [
      "«TITLE Mr.» «PERSON Brown» left.", "He met «TITLE President» «PERSON Barack Obama» there.",
      "«TITLE Lt. Gen.» «PERSON Stephen J. Townsend» spoke.",
      "He met Russian «TITLE Foreign Minister» «PERSON Lavrov» again.",
      "«TITLE Army Col.» «PERSON Steve Warren» said so.", "«TITLE Secretary» «PERSON Kerry» agreed.",
      "under «TITLE King» «PERSON Nebuchadnezzar II» of old", "said «TITLE Dr.» «PERSON Ahmed Kamil Murad».",
      "«TITLE Prime Minister» «PERSON Haider al-Abadi» came.",
      "«TITLE Mr» «PERSON Key» agreed.", "said «TITLE Col.» «PERSON John “J.D.” Dorrian», the spokesman",
    ])
  func titles(_ marked: String) { #expect(suggested(in: marked, [.person, .title]) == marked) }

  @Test(
    "Given names, initials and words of trade tell people",
    arguments: [
      "Yesterday «PERSON Harry Kane» scored.", "Fiction writer «PERSON L. Ron Hubbard» wrote it.",
      "It was «PERSON George W. Bush».",
      "The actor «PERSON Jason Beghe» helped.", "Swedish captain «PERSON Andreas Granqvist» won.",
      "«PERSON Martin Luther King Jr.» had a dream.", "«PERSON Kim Shin-Wook» was booked.",
      "Then «PERSON Charles de Gaulle» flew home.",
      "A spokesman, «PERSON Abdul Rahman al-Rashid», said no.",
    ])
  func names(_ marked: String) { #expect(suggested(in: marked, [.person]) == marked) }

  @Test(
    "Capitals that name no people are no people",
    arguments: [
      "He swam in the Jordan River.", "They met at Victoria Station.", "The Washington Post wrote it.",
      "Ministers met in San Francisco.",
      "The President later agreed.", "General Motors grew.", "They prayed in the Grand Mosque.",
    ])
  func none(_ text: String) { #expect(suggested(in: text, [.person]) == text) }
}
