/// What a tagger knows of words and names beside its weights: clusters of words, and names of wide coverage.
public struct TaggerResources: Sendable {
  /// Nothing: the tagger has the lists of the program only.
  public static let none = TaggerResources()

  var clusters = WordClusters.none
  var names = NameTable.none

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
  public mutating func induceClusters(from text: [UInt8], progress: (Double) -> Void = { _ in }) {
    clusters = WordClusters(
      inducedFrom: text, fine: Self.fineClusters, coarse: Self.coarseClusters, progress: progress)
  }

  /// Replaces the names by those of a text.
  ///
  /// - Parameter text: Lines `[list]` with the name of a list, each followed by names, one a line, in UTF-8. The lists are
  ///   `forename`, `commonSurname`, `rareSurname`, `largePlace`, `middlePlace`, `smallPlace`, `territory`,
  ///   `organisation`, `armedGroup`, `company`, `leader`, `countryActor`, `people`, `role`, `organisationType`; others
  ///   are passed over.
  public mutating func readNames(from text: [UInt8]) { names = NameTable(reading: text) }
}
