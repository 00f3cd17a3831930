#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A moment in Universal Time, to the millisecond.
///
/// The library never asks for the time; whoever makes a decision passes it in.
public struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Makes the moment that many milliseconds after the beginning of 1970.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads ISO 8601 in Universal Time: `2026-11-24T08:05:31Z`, with or without a fraction of a second.
  ///
  /// - Returns: nil when `text` is not of that form.
  public init?(_ text: String) {
    for withFraction in [false, true] {
      let format = Date.ISO8601FormatStyle(includingFractionalSeconds: withFraction)
      if let date = try? format.parse(text) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
        return
      }
    }
    return nil
  }

  /// ISO 8601 to the second, with the fraction only where there is one.
  public var description: String {
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: milliseconds % 1000 != 0))
  }

  /// The same moment without its fraction of a second.
  public var wholeSecond: Timestamp { Timestamp(milliseconds: milliseconds - (milliseconds % 1000 + 1000) % 1000) }

  /// Earlier first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }
}
