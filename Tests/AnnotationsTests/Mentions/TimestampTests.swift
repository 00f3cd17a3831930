import Foundation
import Testing

@testable import Annotations

@Suite struct TimestampTests {
  @Test func `every moment is read again as it was written`() {
    var make = Generator(seed: 1)
    for _ in 0..<5000 {
      let moment = Timestamp(milliseconds: Int64(make.int(-62_167_219_200_000...253_402_300_799_999)))
      #expect(Timestamp(moment.description) == moment, "\(moment.milliseconds)")
    }
  }

  // From 1586 on: before 1582 Foundation counts as people did then, ISO 8601 as they do now.
  @Test func `days and leap years are those of the calendar`() throws {
    let style = Date.ISO8601FormatStyle()
    for day in stride(from: -140_000, to: 500_000, by: 61) {
      let moment = Timestamp(milliseconds: Int64(day) * 86_400_000 + 12_345_000)
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 12_345)
      #expect(moment.description == date.formatted(style))
    }
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"), (1_790_000_000_234, "2026-09-21T14:13:20.234Z"),
    (951_782_400_000, "2000-02-29T00:00:00Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
  ])
  func `the written form is ISO 8601 with a fraction only where there is one`(milliseconds: Int, text: String) {
    #expect(Timestamp(milliseconds: Int64(milliseconds)).description == text)
    #expect(Timestamp(text)?.milliseconds == Int64(milliseconds))
  }

  @Test func `fractions of any length are read to the millisecond`() {
    #expect(Timestamp("2026-11-24T08:05:31.5Z") == Timestamp("2026-11-24T08:05:31.500Z"))
    #expect(Timestamp("2026-11-24T08:05:31.123999999Z") == Timestamp("2026-11-24T08:05:31.123Z"))
  }

  @Test(arguments: [
    "", "yesterday", "2026-11-24", "2026-11-24T08:05:31", "2026-11-24T08:05:31+02:00", "2026-11-24 08:05:31Z",
    "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1x2Z", "2026-01-01T00:00:00,5Z", "+026-01-01T00:00:00Z",
    "２０２６-01-01T00:00:00Z", "20261-01-01T00:00:00Z", "2026-01-01T00:00:00ZZ",
  ])
  func `what is no such time is refused`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `moments beyond what can be written become the nearest that can`() {
    #expect(Timestamp(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Timestamp(milliseconds: .min).description == "0000-01-01T00:00:00Z")
    #expect(Timestamp(milliseconds: .min).wholeSecond == Timestamp(milliseconds: .min))
  }

  @Test func `a whole second is the one that has begun`() {
    #expect(Timestamp(milliseconds: 1999).wholeSecond.milliseconds == 1000)
    #expect(Timestamp(milliseconds: -1).wholeSecond.milliseconds == -1000)
    #expect(Timestamp(milliseconds: 2000).wholeSecond.milliseconds == 2000)
  }
}
