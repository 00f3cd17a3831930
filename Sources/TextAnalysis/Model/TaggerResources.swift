/// What a tagger knows of words and names beside its weights: clusters of words and how common they are, names of wide
/// coverage and how they are spelt.
public struct TaggerResources: Sendable {
  /// Nothing: the tagger has the lists of the program only.
  public static let none = TaggerResources()

  var clusters = WordClusters.none
  var clusterShares = ClusterShares.none
  var names = NameTable.none
  var spelling = WordSpelling.none

  /// How many clusters the fine division of words has, unless said otherwise.
  public static let fineClusters = 600
  /// How many clusters the coarse division of words has, unless said otherwise.
  public static let coarseClusters = 80
}

extension TaggerResources {
  /// Replaces the clusters by those induced from a text.
  ///
  /// - Parameters:
  ///   - text: Words with spaces between them, one sentence a line, in UTF-8.
  ///   - progress: Told now and then which share of the work is done, 0 to 1.
  /// - Returns: How many words have a cluster; rare words have none.
  @discardableResult
  public mutating func induceClusters(from text: [UInt8], progress: (Double) -> Void = { _ in }) -> Int {
    let words = WordClusters.induced(
      from: text, fine: Self.fineClusters, coarse: Self.coarseClusters, progress: progress)
    clusters = WordClusters(words)
    clusterShares = ClusterShares(countedIn: text, clusters)
    return words.count
  }

  /// Replaces the names by those of a text, and what is known of their spelling.
  ///
  /// - Parameters:
  ///   - text: Lines `[list]` with the name of a list, each followed by names, one a line, in UTF-8. The lists
  ///     are
  ///     `forename`, `commonSurname`, `rareSurname`, `largePlace`, `middlePlace`, `smallPlace`, `territory`,
  ///     `organisation`, `armedGroup`, `company`, `leader`, `countryActor`, `people`, `role`, `organisationType`.
  ///   - plainText: Text whose small-written words are no names; may be empty.
  /// - Throws: ``NamesError``; the names are then as they were.
  public mutating func readNames(from text: [UInt8], plainText: [UInt8] = []) throws(NamesError) {
    names = try NameTable(reading: text)
    let trainer = SpellingTrainer(names: text, plainText: plainText)
    if trainer.knowsNames { spelling = trainer.learnt }
  }
}
