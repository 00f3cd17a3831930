import Testing

@testable import Annotations

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2026-06-12", "2026-06-12"), ("2026-06-12T08:05:31Z", "2026-06-12"), ("2026-06-12 08:05", "2026-06-12"),
    ("12 June 2026", "2026-06-12"), ("12th June, 2026", "2026-06-12"), ("June 1st, 2026", "2026-06-01"),
    ("Friday, July 21, 2017", "2017-07-21"), ("Fri, Jul 21, 2017", "2017-07-21"), ("Oct. 3, 2016", "2016-10-03"),
    ("Sept. 3, 2016", "2016-09-03"), ("sep 3 2016", "2016-09-03"), ("MAY 4, 2020", "2020-05-04"),
    ("29 February 2024", "2024-02-29"),
  ])
  func `dates are read in the forms that newspapers use`(text: String, date: String) {
    #expect(CalendarDate(text)?.description == date)
  }

  @Test(arguments: [
    "", "June 2026", "2026", "12 June", "31 June 2026", "29 February 2023", "12 Juno 2026", "June June 2026",
    "2026-13-01", "2026-6-12", "June 12, 2026 was hot", "12 13 2026", "0 June 2026", "12 June 99999", "٣ June 2026x",
    "12 June 2026 13", "Noonday, June 12, 2026",
  ])
  func `what is no whole date is none`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-06-12-grain-ships.txt", "2026-06-12"), ("2026-06-12_grain.md", "2026-06-12"),
    ("2026-06-12.txt", "2026-06-12"),
    ("2026-06-12", "2026-06-12"),
  ])
  func `a file's name may begin with a date`(name: String, date: String) {
    #expect(CalendarDate(startOfFileName: name)?.description == date)
  }

  @Test(arguments: ["2026-06-123.txt", "2026-06-1.txt", "x2026-06-12.txt", "20260612.txt", "2026-02-30.txt", "", "é"])
  func `other names have no date`(name: String) {
    #expect(CalendarDate(startOfFileName: name) == nil)
  }

  @Test func `there are as many days as the calendar has`() {
    var count = 0
    for year in 2000..<2400 {
      for month in 0...13 {
        for day in 0...32 where CalendarDate(year: year, month: month, day: day) != nil { count += 1 }
      }
    }
    #expect(count == 146_097)
  }
}
