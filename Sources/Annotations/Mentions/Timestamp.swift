/// A moment in Universal Time, to the millisecond, in the years 0 to 9999.
///
/// The library never asks for the time; whoever makes a decision passes it in.
public struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  private static let day: Int64 = 86_400_000
  /// The first moment of the year 0 and the last of 9999, which is what the written form can say.
  private static let range = (-719_528 * day)...(2_932_897 * day - 1)

  /// Makes the moment that many milliseconds after the beginning of 1970, or the nearest one that can be written.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// Reads ISO 8601 in Universal Time: `2026-11-24T08:05:31Z`, with or without a fraction of a second, of which
  /// milliseconds are kept.
  ///
  /// - Returns: nil when `text` is not of that form.
  public init?(_ text: String) {
    var digits: [Int64] = []
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
    for (byte, form) in zip(bytes, "0000-00-00T00:00:00".utf8) {
      if form == UInt8(ascii: "0") {
        guard let digit = Self.digit(byte) else { return nil }
        digits.append(digit)
      } else if byte != form {
        return nil
      }
    }
    func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard hour < 24, minute < 60, second < 60,
      let fraction = Self.fraction(bytes[19..<(bytes.count - 1)]),
      let days = Self.days(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    else { return nil }
    milliseconds = days * Self.day + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    (0x30...0x39).contains(byte) ? Int64(byte - 0x30) : nil
  }

  /// The milliseconds of `.123`; digits behind the third are cut off.
  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let point = bytes.first else { return 0 }
    let digits = bytes.dropFirst().compactMap(digit)
    guard point == UInt8(ascii: "."), !digits.isEmpty, digits.count == bytes.count - 1 else { return nil }
    return (digits + [0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar, or nil when there is no such day.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[Int(month) - 1] else { return nil }
    let before = lengths[..<(Int(month) - 1)].reduce(0, +)
    return daysBefore(year) + before + day - 1
  }

  /// Days from 1970-01-01 to the beginning of `year`, from 0 on.
  private static func daysBefore(_ year: Int64) -> Int64 {
    // 399 years more, so that the divisions round down for the year 0 too; they have 96 leap years.
    let past = year + 399
    return year * 365 + past / 4 - past / 100 + past / 400 - 96 - 719_528
  }

  /// ISO 8601 to the second, with the fraction only where there is one.
  public var description: String {
    let days = (milliseconds - Self.remainder(milliseconds, Self.day)) / Self.day
    let time = Self.remainder(milliseconds, Self.day)
    var year = (days + 719_528) * 400 / 146_097
    while Self.daysBefore(year) > days { year -= 1 }
    while Self.daysBefore(year + 1) <= days { year += 1 }
    var month: Int64 = 1
    while month < 12, let next = Self.days(year: year, month: month + 1, day: 1), next <= days { month += 1 }
    let day = days - (Self.days(year: year, month: month, day: 1) ?? days) + 1
    let fraction = time % 1000
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) + "T"
      + Self.padded(time / 3_600_000, 2) + ":" + Self.padded(time / 60_000 % 60, 2) + ":"
      + Self.padded(time / 1000 % 60, 2) + (fraction == 0 ? "" : "." + Self.padded(fraction, 3)) + "Z"
  }

  private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func padded(_ number: Int64, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }

  /// The same moment without its fraction of a second.
  public var wholeSecond: Timestamp { Timestamp(milliseconds: milliseconds - Self.remainder(milliseconds, 1000)) }

  /// Earlier first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }
}
