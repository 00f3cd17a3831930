extension Int {
  /// `1 mention`, `3 mentions`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
