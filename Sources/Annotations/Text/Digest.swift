import Crypto

/// SHA-256 (FIPS 180-4) of some bytes, to tell whether a text is still the one that was annotated.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// Sixty-four lower case hexadecimal digits.
  public let hexadecimal: String

  /// Computes the digest of `bytes`.
  public init(of bytes: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    hexadecimal = String(decoding: text, as: UTF8.self)
  }

  /// Takes over a digest that was written down.
  ///
  /// - Returns: nil when `hexadecimal` is not sixty-four hexadecimal digits.
  public init?(hexadecimal: String) {
    guard hexadecimal.utf8.count == 64, hexadecimal.allSatisfy(\.isHexDigit) else { return nil }
    self.hexadecimal = hexadecimal.lowercased()
  }

  /// The hexadecimal digits.
  public var description: String { hexadecimal }
}
