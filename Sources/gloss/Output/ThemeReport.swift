import ReaderUI

/// The contrast table of a theme.
struct ThemeReport {
  /// The table.
  let text: String

  init(_ check: ThemeCheck) {
    var lines = ["\(check.theme.name): \(check.theme.summary)"]
    if check.rows.isEmpty {
      lines.append("  the colours are the terminal's own: nothing to compute")
    }
    func number(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded(.down))
      let text = "\(tenths / 10).\(tenths % 10)"
      return String(repeating: " ", count: max(0, 5 - text.count)) + text
    }
    for row in check.rows {
      let pair = row.pair + String(repeating: " ", count: max(1, 26 - row.pair.count))
      lines.append(
        "  \(pair)\(number(row.ratio))  256:\(number(row.ratioOf256))  needs \(number(row.needed))  \(row.passes ? "ok" : "TOO LOW")"
      )
    }
    if !check.differences.isEmpty {
      let values = check.differences.map { "\($0.vision.rawValue) \(number($0.value).drop { $0 == " " })" }
      lines.append("  smallest difference between labels: \(values.joined(separator: ", "))")
    }
    text = lines.joined(separator: "\n") + "\n\n"
  }
}
