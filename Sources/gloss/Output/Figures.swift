/// Numbers as people read them.
enum Figures {
  /// A share as percentage with two decimals and no sign: `81.20`.
  static func percent(_ share: Double) -> String { fixed(share * 100, 2) }

  /// `value` with exactly `places` decimals; `-` for what is no number.
  static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 1e15 else { return "-" }
    let digits = String(Int(abs(scaled)))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(places) + (places > 0 ? "." : "") + padded.suffix(places)
  }

  /// `12,345`
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var result = ""
    while digits.count > 3 {
      result = "," + digits.suffix(3) + result
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + digits + result
  }

  /// `1 token`, `12,345 tokens`
  static func many(_ number: Int, _ one: String) -> String { "\(grouped(number)) \(one)\(number == 1 ? "" : "s")" }

  /// `512 bytes`, `3.2 MB`
  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    return bytes < 1_000_000 ? "\(fixed(Double(bytes) / 1000, 1)) kB" : "\(fixed(Double(bytes) / 1e6, 1)) MB"
  }
}
