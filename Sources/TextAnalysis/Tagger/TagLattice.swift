/// The scores of all tags of a sentence's words and of neighbouring tags, and what follows from them: the best sequence,
/// and how probable each tag is.
///
/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001). Probabilities are computed without
/// logarithms, each word's scaled to a sum of one.
struct TagLattice {
  let tags: TagSet
  /// Scores a tag has whatever the words are when it follows another: `transitions[before * width + tag]`.
  let transitions: [Float]
  /// Exponentials of ``transitions``, and the same with rows and columns exchanged; 0 where a tag may not follow.
  private let forwardFactors: [FloatBlock]
  private let backwardFactors: [FloatBlock]

  /// Scores of the words' tags, block by block.
  var scores: [FloatBlock] = []
  private(set) var probabilities: [FloatBlock] = []
  private(set) var forward: [FloatBlock] = []
  private(set) var backward: [FloatBlock] = []
  private(set) var local: [FloatBlock] = []
  private(set) var scales: [Float] = []
  private(set) var logPartition: Double = 0

  init(_ tags: TagSet, transitions: [Float]) {
    self.tags = tags
    self.transitions = transitions
    let (width, blocks) = (tags.width, tags.blocks)
    var factors = [FloatBlock](repeating: FloatBlock(repeating: 0), count: width * blocks)
    var turned = factors
    for before in 0..<tags.count {
      for tag in 0..<tags.count where TagSet.mayFollow(tag, before) {
        let score = FloatBlock(repeating: transitions[before * width + tag])
        let factor = score.exponential[0]
        factors[before * blocks + tag / 16][tag % 16] = factor
        turned[tag * blocks + before / 16][before % 16] = factor
      }
    }
    forwardFactors = factors
    backwardFactors = turned
  }

  /// The factor of a tag that follows another.
  func factor(_ before: Int, _ tag: Int) -> Float { forwardFactors[before * tags.blocks + tag / 16][tag % 16] }

  /// Computes the probability of each tag of each of `count` words, given ``scores``.
  ///
  /// - Parameter masks: For each word the tags that are possible, as bits.
  /// - Returns: Whether any sequence of tags is possible.
  @discardableResult
  mutating func computeProbabilities(_ count: Int, scale: Float = 1, masks: UnsafePointer<UInt64>? = nil) -> Bool {
    let blocks = tags.blocks
    resize(count * blocks, count)
    logPartition = 0
    for word in 0..<count {
      // The largest score of the tags that are possible, so that something is left of them.
      var most = -Float.infinity
      for block in 0..<blocks {
        var scores = scores[word * blocks + block] * scale
        scores.replace(with: -1e4, where: .!tagMask(block, masks?[word] ?? .max))
        local[word * blocks + block] = scores
        most = max(most, scores.max())
      }
      logPartition += Double(most)
      for block in 0..<blocks {
        let mask = tagMask(block, masks?[word] ?? .max)
        var factor = (local[word * blocks + block] - most).exponential
        factor.replace(with: 0, where: .!mask)
        local[word * blocks + block] = factor
      }
      guard forwardStep(word, blocks) else { return false }
      logPartition += Double(scales[word]).logarithm
    }
    for word in stride(from: count - 1, through: 0, by: -1) { backwardStep(word, count, blocks) }
    for index in 0..<count * blocks { probabilities[index] = forward[index] * backward[index] }
    return true
  }

  private mutating func resize(_ count: Int, _ words: Int) {
    guard forward.count < count || scales.count < words else { return }
    let zero = FloatBlock(repeating: 0)
    forward = [FloatBlock](repeating: zero, count: count * 2)
    backward = forward
    local = forward
    probabilities = forward
    scales = [Float](repeating: 0, count: words * 2)
  }

  @inline(__always)
  private func tagMask(_ block: Int, _ bits: UInt64) -> SIMDMask<SIMD16<Int32>> {
    let valid = tags.count >= block * 16 + 16 ? UInt64(0xFFFF) : (1 << UInt64(tags.count - block * 16)) - 1
    let own = Int32(truncatingIfNeeded: bits >> UInt64(block * 16) & valid)
    let places = SIMD16<Int32>(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
    return (SIMD16<Int32>(repeating: own) & places) .!= SIMD16<Int32>(repeating: 0)
  }

  private mutating func forwardStep(_ word: Int, _ blocks: Int) -> Bool {
    let start = word * blocks
    var total: Float = 0
    for block in 0..<blocks {
      var sum: FloatBlock
      if word == 0 {
        sum = forwardFactors[TagSet.outside * blocks + block]
      } else {
        sum = FloatBlock(repeating: 0)
        for before in 0..<tags.count {
          sum += forwardFactors[before * blocks + block] * forward[start - blocks + before / 16][before % 16]
        }
      }
      sum *= local[start + block]
      forward[start + block] = sum
      total += sum.sum()
    }
    guard total > 0 else { return false }
    scales[word] = total
    for block in 0..<blocks { forward[start + block] *= 1 / total }
    return true
  }

  private mutating func backwardStep(_ word: Int, _ count: Int, _ blocks: Int) {
    let start = word * blocks
    guard word + 1 < count else {
      for block in 0..<blocks { backward[start + block] = FloatBlock(repeating: 1) }
      return
    }
    for block in 0..<blocks {
      var sum = FloatBlock(repeating: 0)
      for after in 0..<tags.count {
        let place = start + blocks + after / 16
        let factor = local[place][after % 16] * backward[place][after % 16]
        sum += backwardFactors[after * blocks + block] * factor
      }
      backward[start + block] = sum * (1 / scales[word + 1])
    }
  }

  /// Makes room for the scores of `count` words.
  mutating func reserve(_ count: Int) {
    guard scores.count < count * tags.blocks else { return }
    scores = [FloatBlock](repeating: FloatBlock(repeating: 0), count: count * tags.blocks * 2)
  }

  /// How probable it is that exactly `words` are a mention of the label numbered `label`, after
  /// ``computeProbabilities(_:scale:masks:)``.
  func probability(of words: Range<Int>, label: Int, count: Int) -> Double {
    let (first, inner, blocks) = (TagSet.first(label), TagSet.inner(label), tags.blocks)
    func place(_ word: Int, _ tag: Int) -> Int { word * blocks + tag / 16 }
    var product = Double(forward[place(words.lowerBound, first)][first % 16])
    var tag = first
    for word in words.dropFirst() {
      product *= Double(factor(tag, inner) * local[place(word, inner)][inner % 16] / scales[word])
      tag = inner
    }
    let last = words.upperBound - 1
    // What follows must not go on with the mention.
    guard words.upperBound < count else { return min(1, product) }
    let next = words.upperBound
    let goesOn =
      factor(tag, inner) * local[place(next, inner)][inner % 16] * backward[place(next, inner)][inner % 16]
      / scales[next]
    return min(1, max(0, product * Double(backward[place(last, tag)][tag % 16] - goesOn)))
  }

  /// The best sequence of tags of `count` words, given ``scores`` (Viterbi 1967).
  func best(_ count: Int) -> [UInt8] {
    let width = tags.width
    guard count > 0 else { return [] }
    var back = [UInt8](repeating: 0, count: count * width)
    var now = [Float](repeating: -1e30, count: width)
    var next = now
    for word in 0..<count {
      for tag in 0..<tags.count {
        var best = -Float.infinity
        var from = 0
        if word == 0 {
          best = TagSet.mayFollow(tag, TagSet.outside) ? transitions[tag] : -1e9
        } else if TagSet.isInner(tag) {
          for before in [tag - 1, tag] where now[before] + transitions[before * width + tag] > best {
            best = now[before] + transitions[before * width + tag]
            from = before
          }
        } else {
          for before in 0..<tags.count where now[before] + transitions[before * width + tag] > best {
            best = now[before] + transitions[before * width + tag]
            from = before
          }
        }
        next[tag] = best + scores[word * tags.blocks + tag / 16][tag % 16]
        back[word * width + tag] = UInt8(from)
      }
      swap(&now, &next)
    }
    var tag = 0
    for other in 1..<tags.count where now[other] > now[tag] { tag = other }
    var sequence = [UInt8](repeating: 0, count: count)
    for word in stride(from: count - 1, through: 0, by: -1) {
      sequence[word] = UInt8(tag)
      tag = Int(back[word * width + tag])
    }
    return sequence
  }
}
