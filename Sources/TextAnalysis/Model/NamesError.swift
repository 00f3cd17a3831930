/// Why a text is no list of names for ``TaggerResources/readNames(from:plainText:)``.
public struct NamesError: Error, Hashable, CustomStringConvertible {
  /// What is wrong and where, for people.
  public let description: String
}
