/// What a tagger knows of words and names beside its weights: clusters of words, and names of wide coverage.
public struct TaggerResources: Sendable {
  /// Nothing: the tagger has the lists of the program only.
  public static let none = TaggerResources()

  var clusters = WordClusters.none
  var names = NameTable.none
}
