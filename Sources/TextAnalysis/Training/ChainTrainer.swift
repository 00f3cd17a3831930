/// Learns the weights of one stage by stochastic gradient ascent of the likelihood.
///
/// The step of each weight shrinks with the gradients it has seen (AdaGrad; Duchi, Hazan and Singer 2011). Where only
/// some labels are annotated, the likelihood is that of all sequences of tags that agree with the annotation.
final class ChainTrainer {
  let tags: TagSet
  private let rowMask: Int
  private let blocks: Int
  private(set) var weights: UnsafeMutablePointer<FloatBlock>
  private let squares: UnsafeMutablePointer<FloatBlock>
  private let sums: UnsafeMutablePointer<FloatBlock>
  private var averaged = 0
  let rowCount: Int
  private(set) var transitions: [Float]
  private var transitionSquares: [Float]
  private var transitionSums: [Float]
  private var random: UInt64
  /// The share of features that are left out of each step, so that no single one is relied on.
  let dropout: Float
  let rate: Float
  /// How often a word is hidden and only its looks and its surroundings are left.
  let wordDropout: Float

  init(_ tags: TagSet, bits: Int, seed: UInt64, rate: Float, dropout: Float, wordDropout: Float = 0) {
    self.tags = tags
    blocks = tags.blocks
    rowCount = 1 << bits
    rowMask = rowCount - 1
    let size = rowCount * blocks
    weights = .allocate(capacity: size)
    weights.initialize(repeating: FloatBlock(repeating: 0), count: size)
    squares = .allocate(capacity: size)
    squares.initialize(repeating: FloatBlock(repeating: 0), count: size)
    sums = .allocate(capacity: size)
    sums.initialize(repeating: FloatBlock(repeating: 0), count: size)
    transitions = [Float](repeating: 0, count: tags.width * tags.width)
    transitionSquares = transitions
    transitionSums = transitions
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.dropout = dropout
    self.rate = rate
    self.wordDropout = wordDropout
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
    sums.deallocate()
  }

  /// Begins again with other random numbers; what was accumulated stays.
  func restart(seed: UInt64) {
    for index in 0..<rowCount * blocks {
      weights[index] = FloatBlock(repeating: 0)
      squares[index] = FloatBlock(repeating: 0)
    }
    for index in transitions.indices {
      transitions[index] = 0
      transitionSquares[index] = 0
    }
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  private func nextRandom() -> UInt64 {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random
  }

  /// Goes once through the sentences numbered `numbers`, in an order that depends on the seed. Returns the mean loss a
  /// word.
  func epoch(_ data: TrainingData, _ numbers: [Int]) -> Double {
    var order = numbers
    for index in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(nextRandom() >> 11) % (index + 1))
    }
    var loss = 0.0
    var words = 0.0
    var lattice = TagLattice(tags, transitions: transitions)
    var step = 0
    for number in order {
      // The transitions' exponentials change slowly; they are renewed now and then.
      if step % 16 == 0 {
        let scores = lattice.scores
        lattice = TagLattice(tags, transitions: transitions)
        lattice.scores = scores
      }
      step += 1
      let range = data.sentences[number]
      let weight = data.weights[number]
      loss += learn(data, range, weight, &lattice) * Double(weight)
      words += Double(range.count) * Double(weight)
    }
    return loss / max(1, words)
  }

  private var kept: [UInt32] = []
  private var keptStarts: [Int] = []

  private func learn(_ data: TrainingData, _ range: Range<Int>, _ weight: Float, _ lattice: inout TagLattice) -> Double
  {
    let count = range.count
    kept.removeAll(keepingCapacity: true)
    keptStarts.removeAll(keepingCapacity: true)
    keptStarts.append(0)
    let threshold = UInt64(dropout * 65536)
    let scale = 1 / (1 - dropout)
    if lattice.scores.count < count * blocks {
      lattice.scores = [FloatBlock](repeating: FloatBlock(repeating: 0), count: count * blocks * 2)
    }
    data.features.hashes.withUnsafeBufferPointer { hashes in
      for word in 0..<count {
        var bits: UInt64 = 0
        var left = 0
        let isHidden = wordDropout > 0 && Float(nextRandom() >> 40) < wordDropout * Float(1 << 24)
        let first = data.features.range(range.lowerBound + word).lowerBound
        for index in data.features.range(range.lowerBound + word) {
          // The word itself and its pairs, which come first.
          if isHidden, index - first == 1 || index - first >= 6 && index - first <= 8 { continue }
          if threshold > 0 {
            if left == 0 {
              bits = nextRandom()
              left = 4
            }
            left -= 1
            let value = bits & 0xFFFF
            bits >>= 16
            if value < threshold { continue }
          }
          kept.append(hashes[index] & UInt32(truncatingIfNeeded: rowMask))
        }
        keptStarts.append(kept.count)
        for block in 0..<blocks {
          var sum = FloatBlock(repeating: 0)
          for index in keptStarts[word]..<kept.count { sum += weights[Int(kept[index]) * blocks + block] }
          lattice.scores[word * blocks + block] = sum * scale
        }
      }
    }
    // What the model says, and what it says given the annotation.
    lattice.computeProbabilities(count)
    let logPartition = lattice.logPartition
    var gradients = [FloatBlock](repeating: FloatBlock(repeating: 0), count: count * blocks)
    for index in 0..<count * blocks { gradients[index] -= lattice.probabilities[index] }
    var pairs = [Float](repeating: 0, count: tags.width * tags.width)
    addPairs(lattice, count, -1, &pairs)
    let isPossible = data.masks.withUnsafeBufferPointer { masks in
      lattice.computeProbabilities(count, masks: masks.baseAddress! + range.lowerBound)
    }
    guard isPossible else { return 0 }
    for index in 0..<count * blocks { gradients[index] += lattice.probabilities[index] }
    addPairs(lattice, count, 1, &pairs)
    for word in 0..<count {
      for block in 0..<blocks {
        let gradient = gradients[word * blocks + block] * weight
        let size = (gradient * gradient)
        guard size.max() > 1e-7 else { continue }
        for index in keptStarts[word]..<keptStarts[word + 1] {
          let row = Int(kept[index]) * blocks + block
          let square = squares[row] + size
          squares[row] = square
          weights[row] += rate * gradient / (square.squareRoot() + 1e-3)
        }
      }
    }
    for index in pairs.indices where abs(pairs[index]) > 1e-5 {
      let gradient = pairs[index] * weight
      transitionSquares[index] += gradient * gradient
      transitions[index] += rate * gradient / (transitionSquares[index].squareRoot() + 1e-3)
    }
    return logPartition - lattice.logPartition
  }

  /// Adds how often each tag is expected to follow each other.
  private func addPairs(_ lattice: TagLattice, _ count: Int, _ sign: Float, _ pairs: inout [Float]) {
    let width = tags.width
    for tag in 0..<tags.count { pairs[tag] += sign * lattice.probabilities[tag / 16][tag % 16] }
    for word in 1..<max(1, count) {
      let start = word * blocks
      for before in 0..<tags.count {
        let share = lattice.forward[start - blocks + before / 16][before % 16]
        guard share > 1e-5 else { continue }
        for tag in 0..<tags.count {
          let rest = lattice.local[start + tag / 16][tag % 16] * lattice.backward[start + tag / 16][tag % 16]
          guard rest > 1e-6 else { continue }
          pairs[before * width + tag] += sign * share * lattice.factor(before, tag) * rest / lattice.scales[word]
        }
      }
    }
  }

  /// Adds the weights as they are now to those whose mean will be taken.
  func accumulate() {
    averaged += 1
    for index in 0..<rowCount * blocks { sums[index] += weights[index] }
    for index in transitions.indices { transitionSums[index] += transitions[index] }
  }

  /// Calls `body` with the mean weights.
  func withMean<Result>(_ body: (UnsafePointer<FloatBlock>, [Float]) -> Result) -> Result {
    let size = rowCount * blocks
    let mean = UnsafeMutablePointer<FloatBlock>.allocate(capacity: size)
    defer { mean.deallocate() }
    let factor = 1 / Float(max(1, averaged))
    for index in 0..<size { mean[index] = averaged == 0 ? weights[index] : sums[index] * factor }
    return body(UnsafePointer(mean), averaged == 0 ? transitions : transitionSums.map { $0 * factor })
  }
}
