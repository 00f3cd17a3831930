/// How well confidences agree with the share of suggestions that are right.
///
/// The expected calibration error of Guo, Pleiss, Sun and Weinberger (2017, “On Calibration of Modern Neural Networks”,
/// section 2): suggestions are put into bins of equal width by their confidence, and the differences between the mean
/// confidence of a bin and the share of it that is right are averaged, each bin weighing as much as it holds.
public struct ReliabilityDiagram: Hashable, Sendable {
  /// Suggestions of about the same confidence.
  public struct Bin: Hashable, Sendable {
    /// How many there are.
    public var count = 0
    /// How many of them are right.
    public var correct = 0
    /// The sum of their confidences.
    public var confidence = 0.0

    /// The mean confidence; 0 for an empty bin.
    public var meanConfidence: Double { count == 0 ? 0 : confidence / Double(count) }
    /// The share that is right; 0 for an empty bin.
    public var accuracy: Double { count == 0 ? 0 : Double(correct) / Double(count) }

    static func + (left: Bin, right: Bin) -> Bin {
      Bin(
        count: left.count + right.count, correct: left.correct + right.correct,
        confidence: left.confidence + right.confidence)
    }
  }

  /// The bins: the one numbered *i* from 0 holds confidences above *i*/10 up to (*i* + 1)/10, the first also 0.
  public private(set) var bins = [Bin](repeating: Bin(), count: 10)

  /// Makes a measure that has seen nothing.
  public init() {}

  /// Adds a suggestion.
  ///
  /// - Parameters:
  ///   - confidence: From 0 to 1; what lies outside is taken for the nearer of the two.
  ///   - isCorrect: Whether the suggestion is right.
  public mutating func add(confidence: Double, isCorrect: Bool) {
    let confidence = confidence.isNaN ? 0 : min(1, max(0, confidence))
    let index = min(bins.count - 1, max(0, Int((confidence * Double(bins.count)).rounded(.up)) - 1))
    bins[index] = bins[index] + Bin(count: 1, correct: isCorrect ? 1 : 0, confidence: confidence)
  }

  /// How many suggestions there were.
  public var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// The expected calibration error, from 0 to 1; 0 when there was no suggestion.
  public var expectedError: Double {
    let count = count
    guard count > 0 else { return 0 }
    return bins.reduce(0) { $0 + abs(Double($1.correct) - $1.confidence) } / Double(count)
  }

  /// Puts two measures together.
  public static func + (left: ReliabilityDiagram, right: ReliabilityDiagram) -> ReliabilityDiagram {
    var sum = left
    for index in sum.bins.indices { sum.bins[index] = left.bins[index] + right.bins[index] }
    return sum
  }
}
