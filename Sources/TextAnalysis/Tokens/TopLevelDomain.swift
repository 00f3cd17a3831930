/// Endings of host names that make a word with periods inside it an address.
///
/// Two-letter endings that are also English words (`in`, `it`, `is`, `at`, `me`, `so`, `no`, `to`) are left out: a
/// missing space after a full stop is more common than such a host.
enum TopLevelDomain {
  private static let known: Set<String> = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "tv", "io", "eu", "uk", "de", "fr", "es", "ru",
    "ua",
    "cn", "jp", "kr", "ca", "au", "nz", "ch", "nl", "pl", "se", "dk", "fi", "cz", "ir", "il", "tr", "br", "mx", "ar",
    "za",
    "ke", "ng", "pk", "ph", "sg", "hk", "tw", "ie", "pt", "gr", "hu", "news", "online", "app", "dev",
  ]

  /// Whether `host` ends in a known domain, written in lower case throughout behind the first period or in capitals
  /// nowhere.
  static func isKnown(_ host: ArraySlice<UInt8>) -> Bool {
    guard let period = host.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = host[(period + 1)...]
    guard ending.count >= 2, ending.count <= 6 else { return false }
    return known.contains(String(decoding: ending, as: UTF8.self))
  }
}
