import Annotations

/// Fits a ``Calibration`` to what a model says of development sets.
struct CalibrationFit {
  /// Computed probabilities and whether the mention was right.
  private var observations: [(probability: Double, isRight: Bool)] = []

  init(_ model: TaggerModel, _ corpus: PreparedCorpus, _ sets: [TrainingSet]) {
    let tagger = Tagger(model: model)
    for document in corpus.documents {
      guard let found = tagger.tag(document.text, rules: document.rules) else { continue }
      let set = sets[corpus.setNumbers[document.sentences.lowerBound]]
      var expected: [Range<Int>: String] = [:]
      for (number, sentence) in zip(document.sentences, document.text.sentences) {
        for mention in DevelopmentScore.mentions(corpus.gold[number]) {
          let start = sentence.lowerBound
          expected[(start + mention.words.lowerBound)..<(start + mention.words.upperBound)] = String(mention.label)
        }
      }
      for mention in found.mentions {
        let label = model.info.labels[mention.label]
        guard set.knownLabels?.contains(label) ?? true else { continue }
        observations.append((mention.confidence, Self.matches(expected[mention.units], label)))
      }
    }
  }

  /// Sets divide countries, cities and other places by lists of their own; the two labels count as one.
  private static func matches(_ expected: String?, _ label: Label) -> Bool {
    let places = [Label.gpe.name, Label.loc.name]
    guard let expected else { return false }
    return expected == label.name || places.contains(expected) && places.contains(label.name)
  }

  /// Isotonic regression by pooling neighbours that are out of order, over groups of observations.
  var fitted: Calibration {
    guard observations.count >= 200 else { return .identity }
    let sorted = observations.sorted { $0.probability < $1.probability }
    let size = max(25, sorted.count / 40)
    var pools: [(probability: Double, right: Double, count: Double)] = []
    var start = 0
    while start < sorted.count {
      let end = sorted.count - start < size * 2 ? sorted.count : start + size
      let group = sorted[start..<end]
      pools.append(
        (
          group.reduce(0) { $0 + $1.probability }, group.reduce(0) { $0 + ($1.isRight ? 1 : 0) }, Double(group.count)
        ))
      while pools.count > 1 {
        let (left, right) = (pools[pools.count - 2], pools[pools.count - 1])
        guard left.right * right.count > right.right * left.count else { break }
        pools.removeLast()
        pools[pools.count - 1] = (
          left.probability + right.probability, left.right + right.right, left.count + right.count
        )
      }
      start = end
    }
    var points = pools.map {
      Calibration.Point(
        computed: Float($0.probability / $0.count), share: Float(($0.right + 0.5) / ($0.count + 1)))
    }
    points.insert(Calibration.Point(computed: 0, share: min(points[0].share, 0.2)), at: 0)
    return Calibration(points: points)
  }
}
