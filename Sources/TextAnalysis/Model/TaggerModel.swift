import Annotations

/// A trained tagger: weights, word clusters, names, and how confident scores are.
///
/// A model is a value that many threads can use at once. What its file looks like is told in <doc:ModelFormat>.
public struct TaggerModel: Sendable {
  /// What it says of itself.
  public let info: ModelInfo

  let tags: TagSet
  let weights: FeatureWeights
  /// Scores of neighbouring tags, for each stage.
  let transitions: [[Float]]
  let calibration: Calibration
  let resources: TaggerResources
  private let file: ModelFile

  /// The file's contents.
  public var bytes: [UInt8] { Array(file.bytes.pointer) }

  /// Reads a model from the contents of a file.
  public init(bytes: [UInt8]) throws(ModelError) {
    try self.init(ModelFile(SharedBytes(bytes)))
  }

  /// The mentions that the tagger alone finds in a text whose tokens and sentences are given, all labels it has learnt.
  public func mentions(in text: TokenisedText) -> [Mention] {
    let prepared = PreparedText(text)
    let rules = Recognition.rules(prepared, Pipeline.englishRules)?.resolution.chosen ?? []
    let found = Tagger(model: self).tag(prepared, rules: rules)?.mentions ?? []
    return found.map { mention in
      Candidate(
        mention.units, info.labels[mention.label], by: self, learntAs: mention.label, in: prepared,
        confidence: mention.confidence
      ).mention
    }
  }

  init(_ file: ModelFile) throws(ModelError) {
    self.file = file
    let record = try ModelRecord(file.section(.info))
    var info = ModelInfo()
    info.name = record.name
    info.version = record.version
    info.format = ModelFile.version
    info.labels = record.labels
    info.stages = record.stages
    info.sections = file.sections
    info.size = file.bytes.count
    info.history = record.history
    info.attributions = record.attributions
    info.checksum = Self.hexadecimal(file.checksum)
    self.info = info
    tags = TagSet(labels: record.labels)
    guard
      let weights = try FeatureWeights(file.section(.weights), blocks: tags.blocks, scale: record.scale)
    else { throw .damaged(section: ModelFile.Section.weights.rawValue) }
    self.weights = weights
    let scores = try Self.floats(file.section(.transitions))
    let size = tags.width * tags.width
    guard scores.count == size * record.stages else {
      throw .damaged(section: ModelFile.Section.transitions.rawValue)
    }
    transitions = (0..<record.stages).map { Array(scores[($0 * size)..<(($0 + 1) * size)]) }
    let points = try Self.floats(file.section(.calibration))
    guard points.count >= 4, points.count % 2 == 0, points.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      throw .damaged(section: ModelFile.Section.calibration.rawValue)
    }
    calibration = Calibration(
      points: stride(from: 0, to: points.count, by: 2).map {
        Calibration.Point(computed: points[$0], share: points[$0 + 1])
      })
    let (clusters, names) = try (file.section(.clusters), file.section(.names))
    guard Self.isTable(clusters, slot: 8), Self.hasEmptySlot(clusters, slot: 8) else {
      throw .damaged(section: ModelFile.Section.clusters.rawValue)
    }
    guard Self.isTable(names, slot: 4), Self.hasEmptySlot(names, slot: 4) else {
      throw .damaged(section: ModelFile.Section.names.rawValue)
    }
    let spelling = try file.section(.spelling)
    guard Self.isTable(spelling, slot: 4) else { throw .damaged(section: ModelFile.Section.spelling.rawValue) }
    let shares = try file.section(.shares)
    guard shares.count % 4 == 0, shares.count <= 4 << 16, Self.floats(shares).allSatisfy({ $0 >= 0 && $0 <= 1 })
    else { throw .damaged(section: ModelFile.Section.shares.rawValue) }
    resources = TaggerResources(
      clusters: WordClusters(clusters), clusterShares: ClusterShares(shares), names: NameTable(names),
      spelling: WordSpelling(spelling))
  }

  private static func isTable(_ bytes: SharedBytes, slot: Int) -> Bool {
    let count = bytes.count / slot
    // Slots are read where they lie.
    let isAligned = bytes.pointer.baseAddress.map { UInt(bitPattern: $0) % UInt(slot) == 0 } ?? false
    return isAligned && count > 0 && count & (count - 1) == 0 && count * slot == bytes.count
  }

  /// Whether a search for what is not in a table comes to an end.
  private static func hasEmptySlot(_ bytes: SharedBytes, slot: Int) -> Bool {
    stride(from: 0, to: bytes.count, by: slot).contains { start in
      bytes.pointer[start..<(start + slot)].allSatisfy { $0 == 0 }
    }
  }

  private static func floats(_ bytes: SharedBytes) -> [Float] {
    (0..<bytes.count / 4).map {
      Float(bitPattern: bytes.pointer.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self).littleEndian)
    }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
