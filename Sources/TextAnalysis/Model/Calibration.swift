/// Turns the probability that a model computes for a mention into the share of such mentions that are right.
///
/// A model is mostly too sure of itself, above all on texts of another kind than those it learnt from. The curve is a
/// monotone polygon fitted to a development set (isotonic regression, Zadrozny and Elkan 2002).
struct Calibration: Hashable, Sendable {
  /// Computed probabilities in ascending order, and the shares that belong to them.
  var points: [Point]

  /// A corner of the polygon.
  struct Point: Hashable, Sendable {
    var computed: Float
    var share: Float
  }

  /// The computed probabilities as they are.
  static let identity = Calibration(points: [Point(computed: 0, share: 0), Point(computed: 1, share: 1)])

  /// The confidence of a mention whose computed probability is `probability`.
  func confidence(_ probability: Double, label: Int) -> Double {
    let value = Float(probability)
    guard let above = points.firstIndex(where: { $0.computed >= value }) else {
      return limited(points.last?.share ?? 1)
    }
    guard above > 0 else { return limited(points[0].share) }
    let (left, right) = (points[above - 1], points[above])
    let width = right.computed - left.computed
    let part = width > 0 ? (value - left.computed) / width : 1
    return limited(left.share + part * (right.share - left.share))
  }

  private func limited(_ share: Float) -> Double { min(0.995, max(0.005, Double(share))) }
}
