/// What a token with digits can be.
struct NumberForm: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// Digits only.
  static let integer = NumberForm(rawValue: 1 << 0)
  /// Digits with separators for thousands or a decimal point.
  static let decimal = NumberForm(rawValue: 1 << 1)
  /// 1 to 31.
  static let day = NumberForm(rawValue: 1 << 2)
  /// Four digits from 1000 to 2100.
  static let year = NumberForm(rawValue: 1 << 3)
  /// `1990s`, `'90s`, `80s`
  static let decade = NumberForm(rawValue: 1 << 4)
  /// `10:30`, `7:15pm`
  static let clock = NumberForm(rawValue: 1 << 5)
  /// `3rd`
  static let ordinal = NumberForm(rawValue: 1 << 6)
  /// `2015-16`, `1939–1945`
  static let yearRange = NumberForm(rawValue: 1 << 7)
  /// `11-13`
  static let dayRange = NumberForm(rawValue: 1 << 8)
  /// `10/3/2016`, `2016-10-03`
  static let date = NumberForm(rawValue: 1 << 9)
  /// `20m`, `7.5bn`
  static let magnitude = NumberForm(rawValue: 1 << 10)
  /// `5km`, `30kg`
  static let measure = NumberForm(rawValue: 1 << 11)
  /// `1/2`
  static let fraction = NumberForm(rawValue: 1 << 12)
  /// `7pm`, `10am`
  static let hour = NumberForm(rawValue: 1 << 13)
  /// `two-year`, `19-year-old`, `30-minute`: a number tied to a unit of time of a day or more, or less.
  static let dateCompound = NumberForm(rawValue: 1 << 14)
  static let timeCompound = NumberForm(rawValue: 1 << 15)
  /// A year from 1900 to 2039.
  static let recentYear = NumberForm(rawValue: 1 << 16)
}
