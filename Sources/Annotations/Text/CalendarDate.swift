/// A day in the Gregorian calendar, such as stands at the head of an article.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Year, four digits.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, 1 to 31.
  public let day: Int

  /// Makes a date, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month) else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a whole text that is nothing but a date: `2026-06-12` (also with a time behind it), `12 June 2026`,
  /// `Friday, July 21, 2017`, `Oct. 3, 2016`.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: { " ,\t.".contains($0) }).map(String.init)
    guard let first = words.first else { return nil }
    if let date = Self.iso(first) {
      self = date
      return
    }
    var numbers: [Int] = []
    var month: Int?
    for (index, word) in words.enumerated() {
      if let number = Int(word.filter(\.isNumber)), word.allSatisfy({ $0.isNumber }) || Self.isOrdinal(word) {
        numbers.append(number)
      } else if month == nil, let named = Self.month(named: word) {
        month = named
      } else if index > 0 || !Self.isWeekday(word) {
        return nil
      }
    }
    guard let month, numbers.count == 2 else { return nil }
    self.init(year: numbers[1], month: month, day: numbers[0])
  }

  /// `2026-06-12`, whatever follows a `T` or `_`.
  private static func iso(_ text: String) -> CalendarDate? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    guard text.utf8.count == 10 || text.dropFirst(10).first.map({ "T_-".contains($0) }) == true else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The date that a file's name begins with, such as `2026-06-12-grain-ships.txt`.
  public init?(startOfFileName name: String) {
    guard let date = Self.iso(String(name.prefix(10))), name.dropFirst(10).first?.isNumber != true else { return nil }
    self = date
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The number of the month called `name`, in full or cut to three or four letters.
  private static func month(named name: String) -> Int? {
    let lowered = name.lowercased()
    guard lowered.count >= 3 else { return nil }
    return months.firstIndex { $0 == lowered || lowered.count <= 4 && $0.hasPrefix(lowered) }.map { $0 + 1 }
  }

  /// The date that a text begins with, if it begins with a day of the week: `Thursday, May 7, 2015 On Tuesday …`.
  init?(weekdayAtStartOf text: String) {
    let words = text.prefix(60).split(separator: " ").prefix(4)
    guard let first = words.first, Self.isWeekday(first.filter(\.isLetter)) else { return nil }
    self.init(words.joined(separator: " "))
  }

  private static func isWeekday(_ word: String) -> Bool {
    let lowered = word.lowercased()
    return lowered.count >= 3
      && ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].contains {
        $0.hasPrefix(lowered)
      }
  }

  private static func isOrdinal(_ word: String) -> Bool {
    ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) && word.dropLast(2).allSatisfy(\.isNumber)
  }

  /// ISO 8601, `2026-06-12`.
  public var description: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// Earlier first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
