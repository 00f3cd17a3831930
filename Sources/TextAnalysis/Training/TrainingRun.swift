import Annotations

/// One run of a ``TaggerTrainer`` over prepared documents.
struct TrainingRun {
  let options: TrainingOptions
  let tags: TagSet
  private let progress: (TrainingProgress) -> Bool
  /// Whether `progress` said that training should end.
  private(set) var isStopped = false
  private var doneEpochs = 0
  private var history: [String] = []

  /// Parts that the first stage is tried on in turn.
  private static let foldCount = 4
  /// What a weight of 1 is in the file.
  private static let scale: Float = 32
  /// About as many words are learnt from for each sentence of unlabelled text that is tagged.
  private static let wordsPerUnlabelledSentence = 10.0

  /// - Parameter wordCount: How many annotated words there are.
  init(options: TrainingOptions, tags: TagSet, wordCount: Int, progress: @escaping (TrainingProgress) -> Bool) {
    self.options = options
    self.tags = tags
    self.wordCount = wordCount
    self.progress = progress
    let lineCount = options.unlabelledText.count { $0 == 0x0A } + 1
    let taggedWords = Self.wordsPerUnlabelledSentence * Double(min(options.unlabelledSentences, lineCount))
    selfTrainingStretch = 1 + taggedWords / Double(max(1, wordCount))
  }

  private var rowMask: Int { (1 << options.featureBits) - 1 }

  /// The number of passes over all annotated data that the whole run is worth.
  private var allEpochs: Double {
    func passes(_ ensemble: Int) -> Double {
      options.stages > 1 ? Double(Self.foldCount - 1) + 2.3 * Double(ensemble) : Double(ensemble)
    }
    let last = passes(options.ensemble)
    return Double(options.epochs) * (options.unlabelledText.isEmpty ? last : passes(1) + selfTrainingStretch * last)
  }

  private var spent = 0.0
  private let wordCount: Int
  /// How much longer an epoch takes than one over the annotated data, now and when there are tagged sentences too.
  private var stretch = 1.0
  private var selfTrainingStretch: Double
  /// How many taggers become one in this run over the data.
  private var ensemble = 1

  mutating func report(
    _ phase: TrainingProgress.Phase, epoch: Int = 0, loss: Double? = nil, f1: Double? = nil, spent share: Double = 0
  ) {
    spent += share * stretch
    let state = TrainingProgress(
      phase: phase, epoch: epoch, epochs: epochCount(phase), loss: loss, developmentF1: f1,
      fraction: min(1, 0.05 + 0.93 * spent / allEpochs))
    if !progress(state) { isStopped = true }
  }

  private func epochCount(_ phase: TrainingProgress.Phase) -> Int {
    switch phase {
    case .crossFitting: options.epochs
    case .firstStage, .secondStage: options.epochs * ensemble
    case .preparing, .calibrating, .tagging: 0
    }
  }

  /// Trains on `corpus` and measures on `reference`.
  mutating func train(
    _ corpus: PreparedCorpus, _ reference: PreparedCorpus, sets: [TrainingSet], development: [TrainingSet]
  ) -> TaggerModel {
    if spent > 0 {
      stretch = Double(corpus.data.features.count) / Double(max(1, wordCount))
      selfTrainingStretch = stretch
    }
    // What only tags unlabelled text need not be the best.
    ensemble = options.unlabelledText.isEmpty || spent > 0 ? options.ensemble : 1
    history = []
    var firstTags = [UInt8](repeating: 0, count: corpus.data.features.count)
    if options.stages > 1 { crossFit(corpus, &firstTags) }
    let first = learn(.firstStage, corpus.data, reference, reference.data, development)
    var rows = [UInt8](repeating: 128, count: (rowMask + 1) * tags.blocks * 32)
    var transitions = first.withMean { weights, transitions in
      write(weights, stage: 0, into: &rows)
      return [transitions]
    }
    var stages = 1
    if options.stages > 1, !isStopped {
      var referenceTags = [UInt8](repeating: 0, count: reference.data.features.count)
      first.withMean { weights, transitions in
        decoder(weights, transitions).decode(
          reference.data, reference.data.sentences.indices, into: &referenceTags)
      }
      let second = learn(
        .secondStage, corpus.withSecondStage(firstTags), reference, reference.withSecondStage(referenceTags),
        development)
      second.withMean { weights, own in
        write(weights, stage: 1, into: &rows)
        transitions.append(own)
      }
      stages = 2
    }
    var record = ModelRecord()
    record.name = options.modelName
    record.version = options.modelVersion
    record.labels = tags.labels
    record.stages = stages
    record.scale = Self.scale
    record.history = description(of: sets) + history
    var seen: Set<String> = []
    record.attributions = sets.compactMap(\.attribution).filter { seen.insert($0).inserted }
    let raw = TaggerModel(
      record, rows: rows, transitions: transitions, calibration: .identity, options.resources)
    report(.calibrating)
    guard !reference.documents.isEmpty else { return raw }
    let calibration = CalibrationFit(raw, reference, development).fitted
    return TaggerModel(record, rows: rows, transitions: transitions, calibration: calibration, options.resources)
  }

  private func description(of sets: [TrainingSet]) -> [String] {
    var lines = options.command.map { ["command: \($0)"] } ?? []
    lines += sets.map { set in
      let sentences = set.documents.reduce(0) { $0 + $1.sentences.count }
      let words = set.documents.reduce(0) { $0 + $1.sentences.reduce(0) { $0 + $1.words.count } }
      return
        "data: \(set.name), \(set.documents.count) documents, \(sentences) sentences, \(words) words, weight \(set.weight)"
    }
    lines.append(
      "options: seed \(options.seed), epochs \(options.epochs), stages \(options.stages), feature bits \(options.featureBits), augmentation \(options.augmentation), ensemble \(options.ensemble), dropout \(options.dropout), word dropout \(options.wordDropout), rate \(options.rate)"
    )
    return lines
  }

  private func write(_ weights: UnsafePointer<FloatBlock>, stage: Int, into rows: inout [UInt8]) {
    for index in 0..<(rowMask + 1) * tags.blocks {
      let block = weights[index]
      for lane in 0..<16 {
        rows[index * 32 + lane * 2 + stage] = FeatureWeights.quantised(block[lane], scale: Self.scale)
      }
    }
  }

  private func decoder(_ weights: UnsafePointer<FloatBlock>, _ transitions: [Float]) -> SentenceDecoder {
    SentenceDecoder(tags: tags, weights: weights, transitions: transitions, rowMask: rowMask)
  }

  private func trainer(seed: UInt64) -> ChainTrainer {
    ChainTrainer(
      tags, bits: options.featureBits, seed: seed, rate: options.rate, dropout: options.dropout,
      wordDropout: options.wordDropout)
  }

  // MARK: - Stages

  /// Learns one stage from all data.
  private mutating func learn(
    _ phase: TrainingProgress.Phase, _ data: TrainingData, _ reference: PreparedCorpus, _ referenceData: TrainingData,
    _ development: [TrainingSet]
  ) -> ChainTrainer {
    let trainer = trainer(seed: options.seed)
    let order = Array(data.sentences.indices)
    for epoch in 1...max(1, options.epochs * ensemble) {
      let own = (epoch - 1) % options.epochs + 1
      if own == 1, epoch > 1 { trainer.restart(seed: options.seed &+ UInt64(1000 * epoch)) }
      let loss = trainer.epoch(data, order)
      if own * 2 > options.epochs { trainer.accumulate() }
      let f1 = trainer.averagedF1(tags, reference, referenceData, development, rowMask)
      report(phase, epoch: epoch, loss: loss, f1: f1, spent: phase == .firstStage ? 1 : 1.3)
      if isStopped { break }
    }
    if let f1 = trainer.averagedF1(tags, reference, referenceData, development, rowMask) {
      history.append("development F1 after \(phase.rawValue): \(Self.rounded(f1))")
    }
    return trainer
  }

  private static func rounded(_ value: Double) -> String { "\((value * 10_000).rounded() / 100)" }

  /// Tags each document with a first stage that has not learnt from it.
  private mutating func crossFit(_ corpus: PreparedCorpus, _ result: inout [UInt8]) {
    for fold in 0..<Self.foldCount {
      guard !isStopped else { return }
      let trainer = trainer(seed: options.seed &+ UInt64(fold) &+ 1)
      var order: [Int] = []
      var held: [Int] = []
      for (number, document) in corpus.documents.enumerated() {
        if number % Self.foldCount == fold { held += document.sentences } else { order += document.sentences }
      }
      for epoch in 1...max(1, options.epochs) {
        let loss = trainer.epoch(corpus.data, order)
        if epoch * 2 > options.epochs { trainer.accumulate() }
        report(.crossFitting, epoch: epoch, loss: loss, spent: Double(Self.foldCount - 1) / Double(Self.foldCount))
        if isStopped { break }
      }
      trainer.withMean { weights, transitions in
        decoder(weights, transitions).decode(corpus.data, held, into: &result)
      }
    }
  }
}

extension ChainTrainer {
  /// F1 of the mean weights on the development sets; nil when there are none.
  fileprivate func averagedF1(
    _ tags: TagSet, _ reference: PreparedCorpus, _ data: TrainingData, _ development: [TrainingSet], _ rowMask: Int
  ) -> Double? {
    guard !reference.documents.isEmpty else { return nil }
    return withMean { weights, transitions in
      var found = [UInt8](repeating: 0, count: data.features.count)
      SentenceDecoder(tags: tags, weights: weights, transitions: transitions, rowMask: rowMask)
        .decode(data, data.sentences.indices, into: &found)
      return DevelopmentScore(tags, reference, development).f1(of: found)
    }
  }
}
