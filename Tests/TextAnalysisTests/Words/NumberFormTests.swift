import Testing

@testable import TextAnalysis

@Suite struct NumberFormTests {
  private func form(_ text: String) -> NumberForm {
    let bytes = Array(text.utf8)
    return NumberForm(bytes, 0..<bytes.count, flags: TokenShape.flags(of: bytes, 0..<bytes.count), lexicon: .english)
  }

  @Test(
    "The form of digits is told from the token alone",
    arguments: [
      ("7", [.integer, .day]), ("31", [.integer, .day]), ("32", .integer), ("0", .integer),
      ("1066", [.integer, .year]), ("2015", [.integer, .year, .recentYear]), ("1,000", .decimal), ("3.5", .decimal),
      ("10:30", .clock), ("99:99", []), ("3rd", .ordinal), ("1980s", .decade), ("'90s", .decade),
      ("2015-16", .yearRange),
      ("1939–1945", .yearRange), ("11-13", .dayRange), ("13-11", []), ("2016-10-03", .date), ("10/3/2016", .date),
      ("1/2", .fraction), ("7.5bn", .magnitude), ("20m", [.magnitude, .measure]), ("5km", .measure), ("7pm", .hour),
      ("two-year", .dateCompound), ("19-year-old", .dateCompound), ("30-minute", .timeCompound), ("word", []),
      ("F-16", []),
    ] as [(String, NumberForm)])
  func forms(_ text: String, _ expected: NumberForm) {
    #expect(form(text) == expected)
  }
}
