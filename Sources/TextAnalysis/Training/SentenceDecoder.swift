/// Tags training data with weights that are still numbers of full precision.
struct SentenceDecoder {
  let tags: TagSet
  let weights: UnsafePointer<FloatBlock>
  let transitions: [Float]
  let rowMask: Int

  /// The best tags of the sentences numbered `numbers` of `data`, written into `result`, which has a place for each word.
  func decode(_ data: TrainingData, _ numbers: some Sequence<Int>, into result: inout [UInt8]) {
    var lattice = TagLattice(tags, transitions: transitions)
    let blocks = tags.blocks
    for number in numbers {
      let range = data.sentences[number]
      lattice.reserve(range.count)
      data.features.hashes.withUnsafeBufferPointer { hashes in
        for word in range {
          for block in 0..<blocks {
            var sum = FloatBlock(repeating: 0)
            for index in data.features.range(word) {
              sum += weights[(Int(hashes[index]) & rowMask) * blocks + block]
            }
            lattice.scores[(word - range.lowerBound) * blocks + block] = sum
          }
        }
      }
      let best = lattice.best(range.count)
      for (word, tag) in zip(range, best) { result[word] = tag }
    }
  }
}
